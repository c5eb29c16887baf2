/** Which ranks are of an area's events, so that others are passed over. */
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
const mostShare = 1 / 2;
/** Events that are put into a sieve at once: about half a millisecond's. */
const eventsAtOnce = 2 ** 16;

/** The sieve of one area at a time. */
export function sievesOf({ events, starts, endRank }: Layout): Sieves {
  const words = Math.ceil(events / 32);
  let of: Area | null = null;
  let held = 0;
  let spent = 0;
  /** One that is being made, and the node that comes next. */
  let sieve: Sieve | null = null;
  let next = 0;

  return {
    get bytes() {
      return sieve ? sieve.starts.byteLength + sieve.ends.byteLength : 0;
    },
    at(area) {
      begin(area);
      // Making it takes about as long as looking at each event of the area.
      if (next < area.count && spent > held && held < events * mostShare) make(area);
      return next === area.count ? sieve : null;
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
    next = 0;
    spent = 0;
    held = 0;
    for (let node = 0; node < area.count; node++) held += area.to[node]! - area.from[node]!;
  }

  /** Makes some more of it. */
  function make({ count, from, to }: Area): void {
    sieve ??= { starts: new Uint32Array(words), ends: new Uint32Array(words) };
    for (let left = eventsAtOnce; next < count && left > 0; next++) {
      for (let position = from[next]!; position < to[next]!; position++) {
        setBit(sieve.starts, starts[position]! >>> 5);
        setBit(sieve.ends, endRank[position]!);
      }
      left -= to[next]! - from[next]!;
    }
  }
}
