/**
 * Stacked counts → pixels, as a canvas would make them rectangle by rectangle, without waiting for one
 * to be ready to draw. Pure.
 */
import { countScale, stacked } from './stack';
import type { Bins } from '../types';

/** Red, green, blue and how opaque, 0 … 255 each. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export interface PixelGrid {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The left edge of each bin and the right one of the last: whole pixels, rising, which may lie
   * beyond the ground. */
  readonly edges: readonly number[];
  /** Whole pixels left free at the right of each bin; a bin has one pixel at least. */
  readonly between: number;
  /** The count that reaches the top. */
  readonly most: number;
}

/** A piece of a bar is seen however small it is: it then stands out upwards. */
const leastTall = 0.5;

/** Pixels row by row, four bytes each, as of `ImageData`. Categories beyond the colours are grey. */
export function stackedPixels(
  bins: Bins,
  { width, height, edges, between, most }: PixelGrid,
  colors: readonly Rgba[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(width * height);
  // All pixels of a bar's row are alike.
  const column = columnOf(height);
  const y = countScale(most, height);
  const categories = stacked(bins);
  for (let bin = 0; bin < bins.count; bin++) {
    const left = Math.max(0, edges[bin]!);
    const right = Math.min(width, Math.max(edges[bin]! + 1, edges[bin + 1]! - between));
    if (left >= right) continue;
    column.clear();
    for (const [category, pieces] of categories.entries()) {
      const [low, high] = pieces[bin]!;
      if (low === high) continue;
      const bottom = y(low);
      column.cover(
        Math.max(0, Math.min(y(high), bottom - leastTall)),
        bottom,
        colors[category] ?? grey,
      );
    }
    const { words } = column;
    for (let row = column.highest(); row < height; row++) {
      const word = words[row]!;
      if (word === 0) continue;
      const after = row * width + right;
      for (let at = row * width + left; at < after; at++) pixels[at] = word;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

const grey: Rgba = [128, 128, 128, 255];

/** Red, green, blue and alpha, 0 … 255 each, from the lowest byte on. */
function wordOf(red: number, green: number, blue: number, alpha: number): number {
  const byte = (value: number) => (value + 0.5) | 0;
  return (byte(red) | (byte(green) << 8) | (byte(blue) << 16) | (byte(alpha) << 24)) >>> 0;
}

/** One pixel wide. */
function columnOf(height: number) {
  const words = new Uint32Array(height);
  /** By pixel: how much of it is covered, 0 … 1, and each colour as far as it is. */
  const alphas = new Float64Array(height);
  const reds = new Float64Array(height);
  const greens = new Float64Array(height);
  const blues = new Float64Array(height);
  let highest = height;

  return {
    /** Of each pixel, 0 where it is clear. */
    words,
    /** Pixels above this one are clear. */
    highest: () => highest,
    clear(): void {
      for (const values of [words, alphas, reds, greens, blues]) values.fill(0, highest);
      highest = height;
    },
    /** Puts a colour from `top` to `bottom` beside what there is: pieces don't overlap. */
    cover(top: number, bottom: number, color: Rgba): void {
      const first = Math.floor(top);
      const whole = Math.ceil(top);
      // Pixels that are covered whole have one colour.
      const after = Math.min(height, Math.floor(bottom));
      if (first < whole) mix(first, Math.min(bottom, whole) - top, color);
      if (whole < after) words.fill(wordOf(...color), whole, after);
      if (after < bottom && after >= whole && after < height) mix(after, bottom - after, color);
      highest = Math.min(highest, first);
    },
  };

  function mix(y: number, covered: number, [red, green, blue, alpha]: Rgba): void {
    const above = (alpha / 255) * covered;
    // A piece that stands out upwards may have taken some of it.
    const left = alphas[y]! > 1 - above ? (1 - above) / alphas[y]! : 1;
    reds[y] = red * above + reds[y]! * left;
    greens[y] = green * above + greens[y]! * left;
    blues[y] = blue * above + blues[y]! * left;
    const all = (alphas[y] = above + alphas[y]! * left);
    words[y] = all === 0 ? 0 : wordOf(reds[y]! / all, greens[y]! / all, blues[y]! / all, 255 * all);
  }
}
