/** How wide a text will be, and what of it fits. */

/** Pixels a text takes in a CSS font ("12px sans-serif"), remembered; a guess without a canvas. */
export function measurer(font: string): (text: string) => number {
  const known = new Map<string, number>();
  const context =
    typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  return (text) => {
    let size = known.get(text);
    if (size === undefined) {
      size = context ? context.measureText(text).width : [...text].length * 6.4;
      known.set(text, size);
    }
    return size;
  };
}

/** `text` shortened with an ellipsis to `room` pixels, or `''`. */
export function shorten(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  const letters = [...text];
  const cut = (length: number) => letters.slice(0, length).join('').trimEnd() + '…';
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return low > 2 ? cut(low) : '';
}
