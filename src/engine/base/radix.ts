/** Sorting numbers by their bits, least significant digit first: several times as fast as comparing,
 * and stable. */

/** Numbers 0 … n − 1 in the order of their keys, equal keys by number.
 *
 * @param high the upper 32 bits of the keys, where they have more than `low`. */
export function sortOrder(low: Uint32Array, high: Uint32Array | null = null): Uint32Array {
  const order = numbersTo(low.length);
  if (isAscending(low, high)) return order;
  const sorted = byWord(low.slice(), order).order;
  if (!high) return sorted;
  const keys = new Uint32Array(low.length);
  for (let i = 0; i < keys.length; i++) keys[i] = high[sorted[i]!]!;
  return byWord(keys, sorted).order;
}

/** Numbers 0 … n − 1 in the order of their keys, and the keys in that order. */
export function sortedBy(keys: Uint32Array): { order: Uint32Array; keys: Uint32Array } {
  const order = numbersTo(keys.length);
  return isAscending(keys, null) ? { order, keys } : byWord(keys.slice(), order);
}

/** Puts what belongs to finite numbers into `sorted` in the order of these; what belongs to equal
 * ones keeps its order. */
export function sortByNumbers(
  values: Float64Array,
  things: Uint32Array,
  sorted: Uint32Array,
): void {
  const late = outOfOrder(values, values.length / 2);
  if (late?.length === 0) return sorted.set(things);
  if (late) return merge(values, late, things, sorted);
  const { low, high } = keysOf(values);
  if (!high) return sorted.set(byWord(low, things.slice()).order);
  const order = sortOrder(low, high);
  for (let i = 0; i < order.length; i++) sorted[i] = things[order[i]!]!;
}

/** The numbers of those that a later one is less than, rising; nothing where there are more than
 * `most`. All others stand in order: as ends do, by start, but for those of a few long events. */
function outOfOrder(values: Float64Array, most: number): Uint32Array | null {
  const found = new Uint32Array(Math.floor(most) + 1);
  let at = found.length;
  let least = Infinity;
  for (let i = values.length - 1; i >= 0; i--) {
    if (values[i]! <= least) least = values[i]!;
    else if (at === 0) return null;
    else found[--at] = i;
  }
  return found.length - at > most ? null : found.subarray(at);
}

/** The same of numbers of which all but some are in order. */
function merge(
  values: Float64Array,
  late: Uint32Array,
  things: Uint32Array,
  sorted: Uint32Array,
): void {
  const moved = new Float64Array(late.length);
  for (let i = 0; i < late.length; i++) moved[i] = values[late[i]!]!;
  const { low, high } = keysOf(moved);
  const order = sortOrder(low, high);
  for (let i = 0; i < order.length; i++) order[i] = late[order[i]!]!;
  let [made, next, gone] = [0, 0, 0];
  for (let at = 0; at < order.length; at++) {
    const other = order[at]!;
    const value = values[other]!;
    for (; next < values.length; next++) {
      if (gone < late.length && late[gone] === next) {
        gone++;
        continue;
      }
      if (values[next]! > value || (values[next] === value && next > other)) break;
      sorted[made++] = things[next]!;
    }
    sorted[made++] = things[other]!;
  }
  for (; next < values.length; next++)
    if (gone < late.length && late[gone] === next) gone++;
    else sorted[made++] = things[next]!;
}

function keysOf(values: Float64Array): Keys {
  return keysOfWhole(values) ?? keysOfBits(values);
}

function numbersTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/** Words that sort as numbers do. */
interface Keys {
  readonly low: Uint32Array;
  readonly high: Uint32Array | null;
}

/** What times are often whole numbers of, in milliseconds: the longer, the fewer digits. */
const units = [60_000, 1000, 1];

/** Most times are whole, and their distances from the first need fewer digits than a double. */
function keysOfWhole(values: Float64Array): Keys | null {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most - least < 2 ** 52 && Number.isSafeInteger(least))) return null;
  const low = new Uint32Array(values.length);
  for (const unit of units)
    if ((most - least) / unit < 2 ** 32 && fillUnits(values, least, unit, low))
      return { low, high: null };
  const high = new Uint32Array(values.length);
  return fillWords(values, least, low, high) ? { low, high } : null;
}

/** Distances in whole units; gives whether they are. */
function fillUnits(values: Float64Array, least: number, unit: number, low: Uint32Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const key = Math.floor((values[i]! - least) / unit);
    if (least + key * unit !== values[i]) return false;
    low[i] = key;
  }
  return true;
}

/** Distances in two words of 26 bits; gives whether they are whole. */
function fillWords(
  values: Float64Array,
  least: number,
  low: Uint32Array,
  high: Uint32Array,
): boolean {
  const lowSize = 2 ** 26;
  for (let i = 0; i < values.length; i++) {
    const distance = values[i]! - least;
    if (least + distance !== values[i] || !Number.isInteger(distance)) return false;
    high[i] = Math.floor(distance / lowSize);
    low[i] = distance - high[i]! * lowSize;
  }
  return true;
}

function keysOfBits(values: Float64Array): Keys {
  const count = values.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const value = new Float64Array(1);
  const bits = new Uint32Array(value.buffer);
  for (let i = 0; i < count; i++) {
    // + 0 makes −0 one with 0. The bits of a double sort like the number, but that the sign is the
    // other way round and that negative ones fall.
    value[0] = values[i]! + 0;
    const negative = bits[1]! >>> 31 ? 0xffffffff : 0;
    low[i] = bits[0]! ^ negative;
    high[i] = bits[1]! ^ (negative | 0x80000000);
  }
  return { low, high };
}

function isAscending(low: Uint32Array, high: Uint32Array | null): boolean {
  for (let i = 1; i < low.length; i++) {
    const rise = high ? high[i]! - high[i - 1]! || low[i]! - low[i - 1]! : low[i]! - low[i - 1]!;
    if (rise < 0) return false;
  }
  return true;
}

/** Sorts both by `keys`; either may be overwritten. */
function byWord(keys: Uint32Array, order: Uint32Array): { order: Uint32Array; keys: Uint32Array } {
  const count = keys.length;
  let used = 0;
  for (let i = 0; i < count; i++) used |= keys[i]! ^ keys[0]!;
  const bits = 32 - Math.clz32(used);
  // No digit of more than 13 bits, so that the counts stay in the nearest cache.
  const passes = Math.ceil(bits / 13);
  const digitBits = Math.ceil(bits / passes);
  const mask = (1 << digitBits) - 1;
  const counters = 1 << digitBits;
  /** Where the keys of a digit go, for one pass after the other. */
  const next = new Uint32Array(passes * counters);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    for (let pass = 0, digits = 0; digits < passes * counters; pass++, digits += counters)
      next[digits + ((key >>> (pass * digitBits)) & mask)]!++;
  }
  let otherKeys = passes > 0 ? new Uint32Array(count) : keys;
  let otherOrder = passes > 0 ? new Uint32Array(count) : order;
  for (let pass = 0; pass < passes; pass++) {
    const shift = pass * digitBits;
    const digits = next.subarray(pass * counters, (pass + 1) * counters);
    for (let digit = 0, sum = 0; digit < counters; digit++) {
      const here = digits[digit]!;
      digits[digit] = sum;
      sum += here;
    }
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      const to = digits[(key >>> shift) & mask]!++;
      otherKeys[to] = key;
      otherOrder[to] = order[i]!;
    }
    [keys, otherKeys] = [otherKeys, keys];
    [order, otherOrder] = [otherOrder, order];
  }
  return { order, keys };
}

/** Sorts a part of a column, which is mostly short or nearly sorted. */
export function sortRun(words: Uint32Array, from: number, to: number): void {
  if (to - from > 32) {
    words.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const word = words[at]!;
    let hole = at;
    while (hole > from && words[hole - 1]! > word) {
      words[hole] = words[hole - 1]!;
      hole--;
    }
    words[hole] = word;
  }
}
