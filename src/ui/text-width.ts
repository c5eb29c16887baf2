/** How wide texts are. */

/** Pixels of a letter where there is no canvas to measure by, as at build: about those of 12 px. */
const usualLetter = 6.4;

/**
 * Gives a function that returns the width of a text in CSS pixels and remembers it. After other fonts
 * have arrived (`watchFonts` of `ui/page-watch`) a new one is needed.
 *
 * @param font CSS shorthand, such as `600 13px sans-serif`; custom properties are not resolved.
 * @param spacing Pixels between letters (`letter-spacing`), which a canvas leaves out.
 */
export function textWidths(font: string, spacing = 0): (text: string) => number {
  const known = new Map<string, number>();
  const context =
    typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      const plain = context ? context.measureText(text).width : [...text].length * usualLetter;
      width = plain + spacing * text.length;
      known.set(text, width);
    }
    return width;
  };
}

/** A text that is cut and ends with an ellipsis where it is wider than `room`, never inside a code
 * point. */
export function cutToWidth(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...text];
  const cut = (length: number) => `${letters.slice(0, length).join('').trimEnd()}…`;
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}
