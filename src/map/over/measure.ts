/** How wide a text is on the map, in the page's own font. */
import { textWidths } from '../../ui/text-width';
import type { Measure, TextStyle } from '../types';

/** As the stylesheets of labels and chips have them; spacing in pixels. */
const faces: Readonly<Record<TextStyle, { font: string; spacing: number }>> = {
  title: { font: '600 13px', spacing: 0 },
  date: { font: '400 13px', spacing: 0 },
  name: { font: '400 11px', spacing: 1.2 },
  area: { font: 'italic 400 12px', spacing: 0 },
  city: { font: '400 12px', spacing: 0 },
  chip: { font: '400 13px', spacing: 0 },
};

/** Measures in the font of an element. */
export function measureIn(element: Element): Measure {
  const family = getComputedStyle(element).fontFamily;
  const widths = new Map<TextStyle, (text: string) => number>();
  return (text, style) => {
    let widthOf = widths.get(style);
    if (!widthOf) {
      const { font, spacing } = faces[style];
      widths.set(style, (widthOf = textWidths(`${font} ${family}`, spacing)));
    }
    return widthOf(text);
  };
}
