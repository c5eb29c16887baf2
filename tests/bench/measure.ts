/** How long something takes, with what the machine does besides. */

export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  readonly min: number;
  readonly mean: number;
  /** Standard deviation. */
  readonly deviation: number;
  readonly runs: number;
}

/** What measured calls return is added up here, so that no call can be left out. */
let sink = 0;

/** Milliseconds for which something is called before it is measured, whoever's it is: compilers and
 * collectors need time more than calls. */
const warmup = 1000;

/** Milliseconds for which it is measured at least: what takes microseconds would else be told by one
 * moment, in which a compiler or a collector may be at work. */
const least = 1500;

/**
 * Calls `act(turn)` until `runs` calls are measured and `least` has gone by, or at least
 * 3 calls and `limit` milliseconds, after some that are not measured. Turns run on, so that no call
 * repeats another.
 */
export function measure(act: (turn: number) => number, { runs = 60, limit = 8000 } = {}): Timing {
  let turn = 0;
  const began = performance.now();
  while (turn < 3 || performance.now() - began < warmup) sink += act(turn++);
  const times: number[] = [];
  const start = performance.now();
  const gone = () => performance.now() - start;
  while (times.length < 3 || ((times.length < runs || gone() < least) && gone() < limit)) {
    const before = performance.now();
    sink += act(turn++);
    times.push(performance.now() - before);
  }
  return timingOf(times);
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const spread = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  return { median, min: sorted[0]!, mean, deviation: Math.sqrt(spread), runs: times.length };
}

export function sunk(): number {
  return sink;
}
