import { expect, it } from 'vitest';
import { findings } from '../browser/axe';
import { settle } from '../browser/page';
import { enter, isSaidApart, looksFor, looks, states } from '../browser/states';
import { amount } from './amount';

/** With `npm test` those that are not looked at in the pseudo-language, in one look after the other;
 * else each in all looks. */
const trials = states.flatMap((state) =>
  looksFor(state)
    .slice(0, amount(isSaidApart(state) ? 0 : 1, looks.length))
    .map((look) => ({ state, look })),
);

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
