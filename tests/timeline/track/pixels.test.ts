import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackedPixels, type Rgba } from '../../../src/timeline/track/pixels';
import type { Bins } from '../../../src/timeline/types';

const red: Rgba = [200, 0, 0, 255];
const blue: Rgba = [0, 0, 200, 255];

function binsOf(count: number, values: readonly number[]): Bins {
  const categories = values.length / count;
  return { from: 0, to: count, count, categories, values: Uint32Array.from(values) };
}

function pixelsOf(bins: Bins, ground: Parameters<typeof stackedPixels>[1], colors: Rgba[]) {
  const data = stackedPixels(bins, ground, colors);
  return (x: number, y: number) => [...data.slice(4 * (y * ground.width + x)).slice(0, 4)];
}

describe('pixels of stacked counts', () => {
  it('piles categories from the ground up and leaves room between bins', () => {
    const ground = { width: 8, height: 4, edges: [0, 4, 8], between: 1, most: 4 };
    const at = pixelsOf(binsOf(2, [1, 2, 0, 4]), ground, [red, blue]);
    for (const x of [0, 1, 2]) {
      expect(at(x, 0)).toEqual([0, 0, 0, 0]);
      expect(at(x, 1)).toEqual([...blue]);
      expect(at(x, 2)).toEqual([...blue]);
      expect(at(x, 3)).toEqual([...red]);
    }
    for (const y of [0, 1, 2, 3]) {
      expect(at(3, y)).toEqual([0, 0, 0, 0]);
      expect(at(4, y)).toEqual([...blue]);
      expect(at(7, y)).toEqual([0, 0, 0, 0]);
    }
  });

  it('covers a part of a pixel by as much', () => {
    const ground = { width: 1, height: 2, edges: [0, 1], between: 0, most: 8 };
    const at = pixelsOf(binsOf(1, [5, 2]), ground, [red, blue]);
    // Five eighths of two pixels, then two: a quarter of the upper pixel, and a half of it.
    expect(at(0, 1)).toEqual([...red]);
    const [r, , b, alpha] = at(0, 0);
    for (const [got, expected] of [
      [r, 200 / 3],
      [b, 400 / 3],
      [alpha, 255 * 0.75],
    ])
      expect(Math.abs(got! - expected!)).toBeLessThanOrEqual(1);
  });

  it('leaves no gap where one piece ends and the next begins', () => {
    const ground = { width: 1, height: 7, edges: [0, 1], between: 0, most: 10 };
    const at = pixelsOf(binsOf(1, [3, 3, 4]), ground, [red, blue, red]);
    for (let y = 0; y < 7; y++) expect(at(0, y)[3]).toBeGreaterThanOrEqual(254);
  });

  it('shows a single event among thousands', () => {
    const ground = { width: 1, height: 10, edges: [0, 1], between: 0, most: 100000 };
    const at = pixelsOf(binsOf(1, [1]), ground, [red]);
    expect(at(0, 9)[3]).toBeGreaterThan(0);
    expect(at(0, 8)[3]).toBe(0);
  });

  it('draws what is translucent as such, and categories without a colour grey', () => {
    const ground = { width: 1, height: 2, edges: [0, 1], between: 0, most: 2 };
    const at = pixelsOf(binsOf(1, [1, 1]), ground, [[10, 20, 30, 51]]);
    expect(at(0, 1)).toEqual([10, 20, 30, 51]);
    expect(at(0, 0)).toEqual([128, 128, 128, 255]);
  });

  it('keeps bins beyond the ground off it, and every bin in sight a pixel wide', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
        (first, widths) => {
          const edges = [first];
          for (const width of widths) edges.push(edges.at(-1)! + width);
          const ground = { width: 16, height: 3, edges, between: 1, most: 1 };
          const bins = binsOf(
            widths.length,
            widths.map(() => 1),
          );
          const at = pixelsOf(bins, ground, [red]);
          for (let x = 0; x < 16; x++) {
            const filled = widths.some(
              (width, bin) => x === edges[bin] || (x >= edges[bin]! && x < edges[bin]! + width - 1),
            );
            for (let y = 0; y < 3; y++) expect(at(x, y)[3]).toBe(filled ? 255 : 0);
          }
        },
      ),
    );
  });
});
