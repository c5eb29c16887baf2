/**
 * Stacked counts → pixels, as a canvas would make them rectangle by rectangle, without waiting for one
 * to be ready to draw. Pure.
 */
import { eachPiece } from './stack';
import type { Bins } from './types';

/** Red, green, blue and how opaque, 0 … 255 each. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export interface Ground {
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
  { width, height, edges, between, most }: Ground,
  colors: readonly Rgba[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height);
  eachPiece(bins, most, height, (bin, category, upper, tall) => {
    const left = Math.max(0, edges[bin]!);
    const right = Math.min(width, Math.max(edges[bin]! + 1, edges[bin + 1]! - between));
    if (left >= right) return;
    const bottom = upper + tall;
    const top = Math.max(0, Math.min(upper, bottom - leastTall));
    const color = colors[category] ?? grey;
    for (let y = Math.floor(top); y < bottom && y < height; y++) {
      const covered = Math.min(bottom, y + 1) - Math.max(top, y);
      for (let x = left; x < right; x++) lay(pixels, 4 * (y * width + x), color, covered);
    }
  });
  return pixels;
}

const grey: Rgba = [128, 128, 128, 255];

/** Puts a colour beside what a pixel has, a share of which it covers: pieces don't overlap. */
function lay(pixels: Uint8ClampedArray, at: number, [r, g, b, a]: Rgba, covered: number): void {
  const above = (a / 255) * covered;
  if (above >= 1) {
    pixels[at] = r;
    pixels[at + 1] = g;
    pixels[at + 2] = b;
    pixels[at + 3] = 255;
    return;
  }
  const beside = Math.min(pixels[at + 3]! / 255, 1 - above);
  const both = above + beside;
  if (both === 0) return;
  pixels[at] = (r * above + pixels[at]! * beside) / both;
  pixels[at + 1] = (g * above + pixels[at + 1]! * beside) / both;
  pixels[at + 2] = (b * above + pixels[at + 2]! * beside) / both;
  pixels[at + 3] = 255 * both;
}
