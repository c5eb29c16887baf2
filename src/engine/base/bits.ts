/** Columns of single bits, 32 in a word, the lowest first. */

/** The first set bit from `from` on, `end` where there is none before it. */
export function nextBit(words: Uint32Array, from: number, end: number): number {
  if (from >= end) return end;
  let index = from >>> 5;
  let word = words[index]! & (0xffffffff << (from & 31));
  while (word === 0) {
    if (++index << 5 >= end) return end;
    word = words[index]!;
  }
  return Math.min(end, (index << 5) + 31 - Math.clz32(word & -word));
}

export function setBit(words: Uint32Array, bit: number): void {
  words[bit >>> 5]! |= 1 << (bit & 31);
}

/** How many bits of a word are set. */
export function popcount(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
