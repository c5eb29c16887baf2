/** Category shapes as SVG path data in a box of 16 × 16 centred on 0,0: so no meaning hangs on
 * colour alone, on any of the three pictures. */
import type { GlyphShape } from '../model/event';

export const glyphPaths: Record<GlyphShape, string> = {
  circle: 'M-6.5,0a6.5,6.5 0 1,0 13,0a6.5,6.5 0 1,0 -13,0Z',
  square: 'M-5.8,-5.8h11.6v11.6h-11.6Z',
  diamond: 'M0,-7.6L7.6,0L0,7.6L-7.6,0Z',
  triangle: 'M0,-7L7.2,5.8H-7.2Z',
  cross: 'M-2.5,-7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5Z',
  star: 'M0,-7.8L2.1,-2.6L7.6,-2.3L3.3,1.3L4.7,6.7L0,3.7L-4.7,6.7L-3.3,1.3L-7.6,-2.3L-2.1,-2.6Z',
  hexagon: 'M-3.7,-6.4H3.7L7.4,0L3.7,6.4H-3.7L-7.4,0Z',
  wedge: 'M0,7L7.2,-5.8H-7.2Z',
};

/** Shapes and colours in the order categories take them where a story names none. */
export const glyphOrder: readonly GlyphShape[] = [
  'circle',
  'diamond',
  'square',
  'triangle',
  'hexagon',
  'cross',
  'wedge',
  'star',
];

/** The CSS colour of category number `category`: the story's own, else the palette's. */
export function categoryColor(category: number, own?: string): string {
  return own ?? `var(--dl-category-${(category % 8) + 1})`;
}
