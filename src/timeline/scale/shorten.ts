/** `text` shortened with an ellipsis to `room` pixels, or `''` where not even three letters fit.
 *
 * @param measure Pixels that a text takes. */
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
