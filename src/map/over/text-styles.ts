/** How texts on the map are set, and how wide they are so. */
import { textWidths } from '../../ui/text-width';
import type { Measure, TextStyle } from '../types';

/** As `drawn-map.css` and the stylesheet of chips set them. */
export const textStyles: Readonly<
  Record<
    TextStyle,
    {
      /** Pixels. */
      readonly size: number;
      readonly face: 'plain' | 'bold' | 'italic';
      /** Pixels between letters. */
      readonly spacing: number;
    }
  >
> = {
  title: { size: 13, face: 'bold', spacing: 0 },
  date: { size: 13, face: 'plain', spacing: 0 },
  name: { size: 11, face: 'plain', spacing: 1.2 },
  area: { size: 12, face: 'italic', spacing: 0 },
  city: { size: 12, face: 'plain', spacing: 0 },
  chip: { size: 13, face: 'plain', spacing: 0 },
};

const cssFaces = { plain: '400', bold: '600', italic: 'italic 400' } as const;

/** Measures in the font of an element. */
export function measureIn(element: Element): Measure {
  const family = getComputedStyle(element).fontFamily;
  const widths = new Map<TextStyle, (text: string) => number>();
  return (text, style) => {
    let widthOf = widths.get(style);
    if (!widthOf) {
      const { size, face, spacing } = textStyles[style];
      widthOf = textWidths(`${cssFaces[face]} ${size}px ${family}`, spacing);
      widths.set(style, widthOf);
    }
    return widthOf(text);
  };
}
