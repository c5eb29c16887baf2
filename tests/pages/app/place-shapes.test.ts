import { expect, it } from 'vitest';
import { project, type Size } from '../../../src/map/camera/mercator';
import { sizeScale } from '../../../src/map/over/mark-look';
import { mapMarks } from '../../../src/pages/app/pictures';
import { openingMark, openingOf } from '../../../src/pages/app/place-shapes';
import { localSource } from '../../../src/story/source';
import { openStoryIndex } from '../../../src/story/story-index';
import { storyCase, type Properties } from '../../gallery/builders';

const sourceOf = ({ setting }: ReturnType<typeof storyCase>) =>
  localSource(openStoryIndex(setting.table));
const phone: Size = [390, 330];

async function opened(precision: string) {
  const ukraine = { at: [31.4, 48.9], where: { name: 'Ukraine', precision } };
  const one = storyCase([{ at: [30.5, 50.4] }, ukraine]);
  const [mark] = mapMarks(one.view.picture!, one.setting);
  const { camera } = await openingMark(sourceOf(one), mark!, one.view, false, phone);
  const [a, b] = [project(30.5, 50.4, camera!, phone), project(31.4, 48.9, camera!, phone)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

it('a cluster opens as near as it can, but where it holds an area no nearer than it takes', async () => {
  expect(await opened('settlement')).toBeGreaterThan(160);
  const apart = await opened('country');
  // They are marks of their own, and the area does not fill the map.
  expect(apart).toBeGreaterThan(90);
  expect(apart).toBeLessThan(140);
});

it.each([
  [390, 330],
  [680, 280],
  [936, 484],
])('a map of %i × %i opens with large discs clear of its buttons and its rim', async (...size) => {
  const records: Properties[] = [
    { at: [-116.9, 35.4] },
    ...Array.from({ length: 8 }, () => ({ at: [-95.1, 29.6] })),
    { at: null },
  ];
  const one = storyCase(records);
  const camera = await openingOf(sourceOf(one), one.view, size);
  const [x, y] = project(-95.1, 29.6, camera, size);
  const half = sizeScale(8)(8) / 2;
  // The buttons take 44 pixels at the right, the events without a place 46 below.
  expect(x + half).toBeLessThanOrEqual(size[0] - 44);
  expect(y + half).toBeLessThanOrEqual(size[1] - 46 + 4);
});
