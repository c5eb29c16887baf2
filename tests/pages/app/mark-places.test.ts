import { describe, expect, it } from 'vitest';
import {
  clusterKey,
  placeOfMost,
  questionAt,
  unknownMarks,
  withFound,
  type MarkPlaces,
} from '../../../src/pages/app/mark-places';
import { mapMarks } from '../../../src/pages/app/pictures';
import { openStoryIndex } from '../../../src/story/story-index';
import type { Picture } from '../../../src/view/view.svelte';
import { storyCase } from '../../gallery/builders';

const kyiv = { at: [30.5, 50.4], where: { name: 'Kyiv', precision: 'settlement' } };
const bucha = { at: [30.51, 50.41], where: { name: 'Bucha', precision: 'settlement' } };
const { setting, view } = storyCase([
  ...Array.from({ length: 3 }, () => kyiv),
  bucha,
  { at: [4.4, 50.8], where: { name: 'Brussels', precision: 'settlement' } },
  { at: [4.4, 50.8], where: { name: 'Brussels', precision: 'settlement' } },
]);
const whole = view.picture!;
/** As of a story whose list begins with its first two events. */
const picture = {
  ...whole,
  here: { ...whole.here, page: whole.here.page!.slice(0, 2) },
};
const index = openStoryIndex(setting.table);
const places = withFound(
  new Map(),
  unknownMarks(picture).map((mark) => {
    const { page } = index.ask(questionAt(mark, picture));
    return [clusterKey(mark), placeOfMost(page!, mark.count, setting.table, picture)!] as const;
  }),
);
const labels = (of: Picture, known?: MarkPlaces) =>
  mapMarks(of, setting, known)
    .map(({ label }) => label)
    .sort();

describe('places of marks', () => {
  it('are asked for where the list does not have all events', () => {
    expect(unknownMarks(whole)).toEqual([]);
    expect(unknownMarks(picture).map(({ count }) => count)).toEqual([4, 2]);
  });

  it('name marks as a list of all events would, or by the place of most', () => {
    expect(labels(picture)).not.toContain('Brussels · 2');
    expect(labels(picture, places)).toEqual(['Brussels · 2', 'near Kyiv']);
    expect(labels(whole)).toContain('Brussels · 2');
  });

  it('say no count of a place that was known of another window', () => {
    expect(labels({ ...picture }, places)).toEqual(['near Brussels', 'near Kyiv']);
  });

  it('are remembered up to a number, those found last', () => {
    const many = Array.from(
      { length: 600 },
      (_, at) => [`${at}`, { row: at, whole: null }] as const,
    );
    const known = withFound(withFound(new Map(), many), [many[599]!]);
    expect(known.size).toBe(500);
    expect([...known.keys()].at(-1)).toBe('599');
  });
});
