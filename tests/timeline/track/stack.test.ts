import { describe, expect, it } from 'vitest';
import {
  countScale,
  highest,
  niceMost,
  outlines,
  stacked,
  totals,
} from '../../../src/timeline/track/stack';
import type { Bins } from '../../../src/timeline/types';

const bins: Bins = {
  from: 0,
  to: 30,
  count: 3,
  categories: 2,
  values: Uint32Array.of(1, 2, 0, 0, 40, 7),
};

describe('stack', () => {
  it('adds up categories', () => {
    expect([...totals(bins)]).toEqual([3, 0, 47]);
    expect(highest(bins)).toEqual({ bin: 2, count: 47 });
  });

  it('ends its axis on a round number above all bars', () => {
    expect(niceMost(bins)).toBe(50);
    expect(niceMost({ ...bins, values: new Uint32Array(6) })).toBe(1);
  });

  it('piles pieces from the ground up, as tall together as the bin', () => {
    const y = countScale(50, 100);
    const piecesOf = (bin: number) =>
      stacked(bins).flatMap((pieces, category) => {
        const [low, high] = pieces[bin]!;
        return low === high ? [] : [[category, Math.round(y(high)), Math.round(y(low))]];
      });
    expect([0, 1, 2].map(piecesOf)).toEqual([
      [
        [0, 98, 100],
        [1, 94, 98],
      ],
      [],
      [
        [0, 20, 100],
        [1, 6, 20],
      ],
    ]);
  });

  it('draws each category up to where its pieces end, the highest first', () => {
    expect(outlines(bins, 50, 100).map(({ category, path }) => [category, topOf(path)])).toEqual([
      [1, '0,94 1,94 1,100 2,100 2,6 3,6'],
      [0, '0,98 1,98 1,100 2,100 2,20 3,20'],
    ]);
    const apart = { ...bins, values: Uint32Array.of(0, 5, 0, 0, 5, 0) };
    expect(outlines(apart, 10, 100).map(({ category, path }) => [category, topOf(path)])).toEqual([
      [1, '0,50 1,50 1,100 2,100 2,50 3,50'],
      [0, '0,100 2,100 2,50 3,50'],
    ]);
    expect(outlines({ ...bins, values: new Uint32Array(6) }, 1, 100)).toEqual([]);
  });
});

/** The corners of an outline's upper side; its lower side must follow the ground, 100, back to 0. */
function topOf(path: string): string {
  const corners = path.slice(1, -1).split('L');
  const at = corners.indexOf('3,100');
  const ground = corners.slice(at);
  expect(ground.every((corner) => corner.endsWith(',100'))).toBe(true);
  expect(ground.at(-1)).toBe('0,100');
  return [...new Set(corners.slice(0, at))].join(' ');
}
