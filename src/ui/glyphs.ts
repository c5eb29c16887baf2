/** Category shapes as SVG path data in a box of 16 × 16 centred on 0,0: so no meaning hangs on
 * colour alone, on any of the three pictures. */
import type { GlyphShape } from '../model/event';
import { otherCategory } from '../model/other-category';

export const glyphPaths: Record<GlyphShape, string> = {
  circle: 'M-6.5,0a6.5,6.5 0 1,0 13,0a6.5,6.5 0 1,0 -13,0Z',
  square: 'M-5.8,-5.8h11.6v11.6h-11.6Z',
  diamond: 'M0,-7.6L7.6,0L0,7.6L-7.6,0Z',
  triangle: 'M0,-7L7.2,5.8H-7.2Z',
  cross: 'M-2.5,-7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5Z',
  star: 'M0,-7.8L2.1,-2.6L7.6,-2.3L3.3,1.3L4.7,6.7L0,3.7L-4.7,6.7L-3.3,1.3L-7.6,-2.3L-2.1,-2.6Z',
  hexagon: 'M-3.7,-6.4H3.7L7.4,0L3.7,6.4H-3.7L-7.4,0Z',
  wedge: 'M0,7L7.2,-5.8H-7.2Z',
  times:
    'M3.5,-6.7L6.7,-3.5L3.2,0L6.7,3.5L3.5,6.7L0,3.2L-3.5,6.7L-6.7,3.5L-3.2,0L-6.7,-3.5L-3.5,-6.7L0,-3.2Z',
  hourglass: 'M-6.2,-6.8H6.2L1.6,0L6.2,6.8H-6.2L-1.6,0Z',
  dome: 'M-7.6,3.8a7.6,7.6 0 0,1 15.2,0Z',
  chevron: 'M0,-6.6L7.2,0.6V6.6L0,-0.2L-7.2,6.6V0.6Z',
  dot: 'M-4.4,0a4.4,4.4 0 1,0 8.8,0a4.4,4.4 0 1,0 -8.8,0Z',
};

/** The colours that categories take in this order, in light and in dark, as `tokens.css` has them. */
export const palette = [
  ['#1b6ab4', '#56a3e4'],
  ['#c2412d', '#ea7059'],
  ['#7b4f96', '#b58ad6'],
  ['#115e58', '#299b94'],
  ['#b67103', '#f8a245'],
  ['#363d6e', '#6a73a9'],
  ['#3b905e', '#6ec785'],
  ['#741633', '#fcbfcb'],
  ['#724704', '#bd8006'],
  ['#691594', '#d4aaf9'],
  ['#a11e4e', '#b95b70'],
  ['#766bea', '#7d80f2'],
] as const;

/** The CSS colour of the palette's entry `number`, from 0. */
export function paletteColor(number: number): string {
  return `var(--dl-category-${(number % palette.length) + 1})`;
}

/**
 * The CSS colours of a story's categories, by number: the author's own, then for the others those of
 * the palette that no author's colour resembles, then the rest of it. "Other" beside others is grey.
 */
export function categoryColors(
  categories: readonly { readonly id: string; readonly color?: string }[],
): string[] {
  const own = categories.map(({ color = '' }) => rgbOf(color)).filter((rgb) => rgb !== null);
  const resembles = (at: number) =>
    palette[at]!.some((color) => own.some((one) => distance(one, rgbOf(color)!) < resemblance));
  const order = [...palette.keys()].sort((a, b) => Number(resembles(a)) - Number(resembles(b)));
  let next = 0;
  return categories.map(({ id, color }) => {
    if (color) return color;
    if (id === otherCategory && categories.length > 1) return 'var(--dl-category-other)';
    return paletteColor(order[next++ % order.length]!);
  });
}

/** Two colours nearer than this are taken for one another, of 765 between black and white. */
const resemblance = 90;

type Rgb = readonly [number, number, number];

/** Of a colour in hexadecimal digits or as `rgb()` in numbers; others are not compared. */
function rgbOf(color: string): Rgb | null {
  const [, digits] = /^#([\da-f]{3,8})$/i.exec(color) ?? [];
  const long = digits && digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  const parts = long
    ? long.match(/../g)!.map((pair) => parseInt(pair, 16))
    : /^rgb/i.test(color) && color.match(/[\d.]+/g)?.map(Number);
  return parts ? (parts.slice(0, 3) as unknown as Rgb) : null;
}

/** By "redmean": Euclidean, with weights that follow the eye (compuphase.com/cmetric.htm). */
function distance([r, g, b]: Rgb, [r2, g2, b2]: Rgb): number {
  const red = (r + r2) / 512;
  return Math.sqrt((2 + red) * (r - r2) ** 2 + 4 * (g - g2) ** 2 + (3 - red) * (b - b2) ** 2);
}
