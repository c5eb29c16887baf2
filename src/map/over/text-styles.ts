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

/** Letters beyond those of the face that comes with every page: Latin ones of other languages. */
const extended = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]/;

/** Whether the name of a place is set in the device's face, so that none comes for a few letters. */
export function isExtended(name: string): boolean {
  return extended.test(name);
}

const cssFaces = { plain: '400', bold: '600', italic: 'italic 400' } as const;

const names: readonly TextStyle[] = ['name', 'area', 'city'];

/** Measures in the font of an element. */
export function measureIn(element: Element): Measure {
  const computed = getComputedStyle(element);
  const families = [computed.fontFamily, computed.getPropertyValue('--names-font')] as const;
  const widths = new Map<string, (text: string) => number>();
  return (text, style) => {
    const family = families[Number(names.includes(style) && isExtended(text))];
    const key = `${style} ${family}`;
    let widthOf = widths.get(key);
    if (!widthOf) {
      const { size, face, spacing } = textStyles[style];
      widthOf = textWidths(`${cssFaces[face]} ${size}px ${family}`, spacing);
      widths.set(key, widthOf);
    }
    return widthOf(text);
  };
}
