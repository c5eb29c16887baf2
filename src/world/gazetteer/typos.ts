/** Names that differ by one letter. */

/** Letters of a key; shorter ones differ by one letter from too many. */
export const shortestTypo = 6;

/** Whether one insertion, deletion, substitution or swap of neighbours makes `a` into `b`. */
export function oneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return oneEdit(b, a);
  if (b.length - a.length > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return (
    a[start] === b[start + 1] &&
    a[start + 1] === b[start] &&
    a.slice(start + 2) === b.slice(start + 2)
  );
}
