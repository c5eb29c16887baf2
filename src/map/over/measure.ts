/** How wide a text is on the map, by a canvas with the page's own font. */
import type { Measure, TextStyle } from '../types';

/** As the stylesheets of labels and chips have them. */
const faces: Readonly<Record<TextStyle, { font: string; spacing: number }>> = {
  title: { font: '600 13px', spacing: 0 },
  date: { font: '400 13px', spacing: 0 },
  name: { font: '400 11px', spacing: 1.2 },
  area: { font: 'italic 400 12px', spacing: 0 },
  city: { font: '400 12px', spacing: 0 },
  chip: { font: '400 13px', spacing: 0 },
};

/** Measures in the font of an element; keeps what it has measured. */
export function measureIn(element: Element): Measure {
  const family = getComputedStyle(element).fontFamily;
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, style) => {
    const key = `${style} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      const { font, spacing } = faces[style];
      if (context) context.font = `${font} ${family}`;
      width = (context?.measureText(text).width ?? text.length * 8) + spacing * text.length;
      known.set(key, width);
    }
    return width;
  };
}
