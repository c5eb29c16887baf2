/** Positions in few ranges, and whether one is among them: mostly known by its stride. */

/** Positions of a screen's nodes. */
export interface Near {
  readonly ranges: Uint32Array;
  /** How many there are. */
  readonly held: number;
  /** By stride of positions: none of them, some or all are of the screen. */
  readonly strides: Uint8Array;
}

/** Positions in a stride: 256. */
const strideBits = 8;
const [some, all] = [1, 2];

/** @param ranges positions `[a, b, a, b, …]`, rising, of an index of so many events. */
export function nearOf(ranges: readonly number[], events: number): Near {
  const strides = new Uint8Array((events >>> strideBits) + 1);
  let held = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    const [from, to] = [ranges[at]!, ranges[at + 1]!];
    held += to - from;
    const first = from >>> strideBits;
    const last = (to - 1) >>> strideBits;
    strides[first] = strides[last] = some;
    // Those that a range covers from end to end.
    const whole = (from + (1 << strideBits) - 1) >>> strideBits;
    strides.fill(all, whole, Math.max(whole, to >>> strideBits));
  }
  return { ranges: Uint32Array.from(ranges), held, strides };
}

/** Whether a position is among them. */
export function isNear({ strides, ranges }: Near, position: number): boolean {
  const stride = strides[position >>> strideBits]!;
  return stride !== 0 && (stride === all || isIn(ranges, position));
}

/** Whether a position is in one of some ranges `[a, b, a, b, …]`, rising. */
export function isIn(ranges: ArrayLike<number>, position: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  // Inside a range an odd number of its limits has been passed.
  return (low & 1) === 1;
}
