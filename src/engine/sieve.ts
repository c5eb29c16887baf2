/** Which ranks are of an area's events, so that others are passed over: of small areas few are. */
import type { Area } from './area';
import { setBit } from './bits';
import type { Layout } from './buffer';

/** One bit for each rank, set where its event is in the area. */
export interface Sieve {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export interface Sieves {
  readonly bytes: number;
  /** The sieve of an area, once it is worth it; `passed` ranks are to be looked through without. */
  at(area: Area, passed: number): Sieve | null;
}

/** Areas of more than this share of all events have none: little would be passed over. */
const mostShare = 1 / 8;

/** The sieve of one area at a time. */
export function sievesOf({ events, starts, endRank }: Layout): Sieves {
  const words = Math.ceil(events / 32);
  let of: Area | null = null;
  let held = 0;
  /** Ranks that were looked through without. */
  let passedSoFar = 0;
  let sieve: Sieve | null = null;

  return {
    get bytes() {
      return sieve ? sieve.starts.byteLength + sieve.ends.byteLength : 0;
    },
    at(area, passed) {
      if (of !== area) begin(area);
      if (!sieve && held < events * mostShare) {
        passedSoFar += passed;
        // Making it takes about as long.
        if (passedSoFar > held) sieve = make(area);
      }
      return sieve;
    },
  };

  function begin(area: Area): void {
    of = area;
    sieve = null;
    passedSoFar = 0;
    held = 0;
    for (let node = 0; node < area.count; node++) held += area.to[node]! - area.from[node]!;
  }

  function make({ count, from, to }: Area): Sieve {
    const begun = new Uint32Array(words);
    const over = new Uint32Array(words);
    for (let node = 0; node < count; node++)
      for (let position = from[node]!; position < to[node]!; position++) {
        setBit(begun, starts[position]! >>> 5);
        setBit(over, endRank[position]!);
      }
    return { starts: begun, ends: over };
  }
}
