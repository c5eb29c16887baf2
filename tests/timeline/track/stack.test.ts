import { describe, expect, it } from 'vitest';
import {
  countScale,
  highest,
  niceMost,
  outlines,
  stacked,
  totals,
  columnAt,
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

  it('finds the column of a moment', () => {
    expect(columnAt(bins, 29)).toEqual({ range: [20, 30], counts: Uint32Array.of(40, 7) });
    expect(columnAt(bins, 0)?.range).toEqual([0, 10]);
    for (const at of [-1, 15, 30, NaN]) expect(columnAt(bins, at)).toBeNull();
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
    expect(outlines(bins, 50, 100)).toEqual([
      { category: 1, path: 'M0,100V94H1V100H2V6H3V100Z' },
      { category: 0, path: 'M0,100V98H1V100H2V20H3V100Z' },
    ]);
    const apart = { ...bins, values: Uint32Array.of(0, 5, 0, 0, 5, 0) };
    expect(outlines(apart, 10, 100)).toEqual([
      { category: 1, path: 'M0,100V50H1V100H2V50H3V100Z' },
      { category: 0, path: 'M0,100V100H2V50H3V100Z' },
    ]);
    expect(outlines({ ...bins, values: new Uint32Array(6) }, 1, 100)).toEqual([]);
  });
});
