/** What is known of each node while the tree grows: a card of eight words, so that it lies in one piece
 * of memory when the tree is laid out. */

/** Words of a card. */
export const recordSize = 8;
/** Which word is what. Children and siblings are places (0 … `places.count` − 1) or nodes after
 * them; `absent` where there is none. */
export const word = {
  /** `shapeOf` (`buffer.ts`). */
  shape: 0,
  /** Events in it. */
  events: 1,
  /** Where it stands in Mercator, in 24 bits each, and its extent, half of it above each. */
  x: 2,
  y: 3,
  /** Its first child that is a node: a core, which stood there before it was made, comes first. */
  firstNode: 4,
  /** Its first child that is a place, but for a core. */
  firstPlace: 5,
  /** The place where it stands. */
  seed: 6,
  /** The next one of the same parent's children that are nodes. */
  sibling: 7,
} as const;

export const absent = 0xffffffff;

const fraction = 2 ** 24;

/** A coordinate 0 … 1 to about 6e-8, with eight bits more. */
export function coordinateWord(coordinate: number, more: number): number {
  return (Math.min(fraction - 1, Math.floor(coordinate * fraction)) | (more << 24)) >>> 0;
}

export function coordinateOf(word: number): number {
  return ((word & (fraction - 1)) + 0.5) / fraction;
}
