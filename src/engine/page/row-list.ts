/** Events that were found on a way through time, with what is asked of them again and again: it is far
 * from each other in memory where it comes from. */

/** Events in the order of their starts. */
export interface RowList {
  /** Starts of a lower rank have been looked at. */
  next: number;
  count: number;
  /** Four words for each: rank of its start, rank of its end, node of the area, row. */
  words: Uint32Array;
}

/** Words of an event, and which is what. */
export const entrySize = 4;
export const [ofStart, ofEnd, ofNode, ofRow] = [0, 1, 2, 3] as const;

export function emptyRowList(): RowList {
  return { next: 0, count: 0, words: new Uint32Array(64 * entrySize) };
}

/** Adds one that starts after the others. */
export function push(found: RowList, start: number, end: number, node: number, row: number): void {
  let at = found.count++ * entrySize;
  if (at === found.words.length) {
    const grown = new Uint32Array(2 * at);
    grown.set(found.words);
    found.words = grown;
  }
  const { words } = found;
  words[at++] = start;
  words[at++] = end;
  words[at++] = node;
  words[at] = row;
}

/** Takes out those that end before a rank. */
export function dropOver(found: RowList, ended: number): void {
  const { words } = found;
  const after = found.count * entrySize;
  let left = 0;
  for (let at = 0; at < after; at += entrySize) {
    if (words[at + ofEnd]! < ended) continue;
    if (left < at)
      for (let word = 0; word < entrySize; word++) words[left + word] = words[at + word]!;
    left += entrySize;
  }
  found.count = left / entrySize;
}

/** Puts others among them, in whatever order they are. */
export function insert(found: RowList, others: RowList): void {
  if (others.count === 0) return;
  const old = { ...found, words: found.words.slice(0, found.count * entrySize) };
  const order = Array.from({ length: others.count }, (_, at) => at * entrySize);
  order.sort((a, b) => others.words[a + ofStart]! - others.words[b + ofStart]!);
  found.count = 0;
  let at = 0;
  const take = ({ words }: RowList, from: number) =>
    push(found, words[from]!, words[from + 1]!, words[from + 2]!, words[from + 3]!);
  for (const other of order) {
    const start = others.words[other + ofStart]!;
    for (; at < old.words.length && old.words[at + ofStart]! < start; at += entrySize)
      take(old, at);
    take(others, other);
  }
  for (; at < old.words.length; at += entrySize) take(old, at);
}
