/** Gives the last value again where the next one equals it, so that nothing is drawn anew. */
export function steady<T>(same: (a: T, b: T) => boolean): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = last !== undefined && same(last, next) ? last : next);
}
