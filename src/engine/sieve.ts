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
  /** The sieve of an area, once it is worth it. */
  at(area: Area): Sieve | null;
  /** Notes that so many events were looked at that a sieve may have spared. */
  spend(area: Area, looks: number): void;
}

/** Areas of more than this share of all events have none: little would be passed over. */
const mostShare = 1 / 8;

/** The sieve of one area at a time. */
export function sievesOf({ events, starts, endRank }: Layout): Sieves {
  const words = Math.ceil(events / 32);
  let of: Area | null = null;
  let held = 0;
  let spent = 0;
  let sieve: Sieve | null = null;

  return {
    get bytes() {
      return sieve ? sieve.starts.byteLength + sieve.ends.byteLength : 0;
    },
    at(area) {
      begin(area);
      // Making it takes about as long as looking at each event of the area.
      if (!sieve && spent > held && held < events * mostShare) sieve = make(area);
      return sieve;
    },
    spend(area, looks) {
      begin(area);
      spent += looks;
    },
  };

  function begin(area: Area): void {
    if (of === area) return;
    of = area;
    sieve = null;
    spent = 0;
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
