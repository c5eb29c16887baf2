import { describe, expect, it } from 'vitest';
import {
  fittingLanes,
  frameOf,
  pitchOf,
  placeNames,
  spread,
} from '../../../src/timeline/track/frame';
import type { Bar, TimelineCategory } from '../../../src/timeline/types';

it('leaves names where they have room', () => {
  expect(spread([20, 50, 90], 17, 120)).toEqual([20, 50, 90]);
});

it('moves names apart, and up from the lower edge', () => {
  expect(spread([10, 12, 14], 20, 200)).toEqual([10, 30, 50]);
  expect(spread([100, 110, 119], 20, 120)).toEqual([70, 90, 110]);
});

it('squeezes names evenly where there is no room', () => {
  expect(spread([0, 0, 0, 0], 17, 40)).toEqual([5, 15, 25, 35]);
  expect(spread([], 17, 40)).toEqual([]);
});

describe('the frame of a track', () => {
  const measure = (text: string) => text.length * 6;
  const categories = ['Talks', 'A category with a very long name indeed'].map(
    (label): TimelineCategory => ({ label, color: 'red', shape: 'circle' }),
  );
  const frame = frameOf(categories, true, measure);
  const bar = (row: number): Bar => ({
    row,
    start: 0,
    end: 100,
    startSoft: false,
    endSoft: false,
    category: 0,
    status: 'happened',
    label: 'a',
    date: 'then',
  });

  it('has a column of names only with lanes, and lanes for ten categories at most', () => {
    expect(frame).toMatchObject({ laned: true, gutter: 160, height: 124 });
    expect(frameOf(categories, false, measure)).toMatchObject({ laned: false, gutter: 0 });
    const many = Array.from({ length: 11 }, () => categories[0]!);
    expect(frameOf(many, true, measure)).toEqual({ laned: false, gutter: 0, height: 124 });
  });

  it('gives up bars that need more rows than can be pressed', () => {
    const style = { focus: [0, 100], width: 500, measure } as const;
    const rows = (count: number) => Array.from({ length: count }, (_, row) => bar(row));
    expect(fittingLanes(null, frame, style, categories)).toBeNull();
    const few = fittingLanes(rows(4), frame, style, categories)!;
    expect(few.rows * pitchOf(few, frame)).toBeLessThanOrEqual(frame.height);
    expect(fittingLanes(rows(40), frame, style, categories)).toBeNull();
  });

  it('keeps names beside their lanes where rows are thin', () => {
    const three = ['Talks', 'Strike', 'Summit'].map((label): TimelineCategory => ({
      label,
      color: 'red',
      shape: 'circle',
    }));
    const track = frameOf(three, true, measure);
    const style = { focus: [0, 100], width: 500, measure: null } as const;
    for (const counts of [
      [1, 1, 9],
      [4, 1, 6],
      [9, 1, 1],
      [1, 1, 1],
    ]) {
      const bars = counts.flatMap((count, category) =>
        Array.from({ length: count }, (_, at) => ({ ...bar(category * 20 + at), category })),
      );
      const layout = fittingLanes(bars, track, style, three)!;
      const pitch = pitchOf(layout, track);
      const names = placeNames(three, layout, track, measure);
      for (const [category, { y }] of names.entries()) {
        const first = layout.bars.find((each) => each.bar.category === category)!;
        expect(Math.abs(y - (first.row + 0.5) * pitch)).toBeLessThan(5);
      }
      const last = Math.max(...layout.bars.map(({ row }) => (row + 1) * pitch));
      expect(last).toBeLessThanOrEqual(track.height + 0.1);
      const rows = new Set(layout.bars.map(({ row }) => row));
      expect(rows.size).toBe(counts.reduce((sum, count) => sum + count, 0));
    }
  });

  it('shortens names to the column, and spreads them beside counts', () => {
    const [first, second] = placeNames(categories, null, frame, measure);
    expect(first).toMatchObject({ label: 'Talks', y: 31 });
    expect(second!.y).toBe(93);
    expect(second!.label).toMatch(/^A category.*…$/);
    expect((measure(second!.label) * 13) / 12).toBeLessThanOrEqual(frame.gutter - 33);
  });
});
