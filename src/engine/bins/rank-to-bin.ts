/** Which bin a rank falls into. */

/** Entries of the lookup table for each limit: few of them then have one in their midst, and all stay in
 * a near cache. */
const entriesEach = 16;

export interface RankToBin {
  readonly bytes: number;
  /** How many of the limits are not above a rank. */
  at(rank: number): number;
  /** Limit by number, from 0. */
  readonly limits: Uint32Array;
}

/**
 * Rank → how many of the limits `limitOf(0) … limitOf(count − 1)`, which rise, are not above it:
 * that many bins are over before an event starts, or have begun when it ends.
 *
 * @param events ranks are below it.
 */
export function rankToBinOf(
  events: number,
  count: number,
  limitOf: (bin: number) => number,
): RankToBin {
  const limits = new Uint32Array(count + 1);
  for (let bin = 0; bin < count; bin++) limits[bin] = limitOf(bin);
  limits[count] = 0xffffffff;
  /** Ranks that share an entry, as a power of two. */
  const strideBits = Math.max(0, Math.floor(Math.log2(events / (entriesEach * count))));
  // The smaller, the more of it is near.
  const table = new (count < 2 ** 16 ? Uint16Array : Uint32Array)((events >>> strideBits) + 1);
  for (let entry = 0, bin = 0; entry < table.length; entry++) {
    while (limits[bin]! <= entry << strideBits) bin++;
    table[entry] = bin;
  }
  return {
    bytes: limits.byteLength + table.byteLength,
    limits,
    at(rank) {
      let bin = table[rank >>> strideBits]!;
      while (limits[bin]! <= rank) bin++;
      return bin;
    },
  };
}
