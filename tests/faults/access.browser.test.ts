import { expect, it } from 'vitest';
import { findings } from '../browser/axe';
import { settle } from '../browser/page';
import { enter, states } from '../browser/states';
import { amount } from './amount';

const sizes = [
  { width: 1280, height: 840 },
  { width: 680, height: 560 },
  { width: 390, height: 720 },
];
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  sizes.map((viewport) => ({ colorScheme, viewport })),
);

/** With `npm test` each state once, in one look after the other; else each in all looks. */
const trials = states.flatMap((state, number) => {
  const first = (number * 5) % looks.length;
  const turned = [...looks.slice(first), ...looks.slice(0, first)];
  return turned.slice(0, amount(1, looks.length)).map((look) => ({ state, look }));
});

it.each(
  trials.map(({ state, look }) => ({
    page: state.page ? 'embed' : 'reader',
    name: state.name,
    width: look.viewport.width,
    theme: look.colorScheme,
    state,
    look,
  })),
)('axe finds nothing in the $page, $name, at $width px, $theme', async ({ state, look }) => {
  const { page } = await enter(state, look);
  await settle(page);
  expect(await findings(page)).toEqual([]);
});
