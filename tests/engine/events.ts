/** Seeded columns for the engine's tests. */
import type { EventColumns } from '../../src/engine';

/** Mulberry32: small, seeded, good enough for test data. */
export function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function columnsOf(
  rows: readonly (readonly [
    lng: number,
    lat: number,
    start: number,
    end: number,
    category: number,
  ])[],
): EventColumns {
  const column = (at: 0 | 1 | 2 | 3 | 4) => Float64Array.from(rows, (row) => row[at]);
  return {
    lng: column(0),
    lat: column(1),
    start: column(2),
    end: column(3),
    category: Uint8Array.from(rows, (row) => row[4]),
  };
}

export const day = 86_400_000;

/** Events around a few hot spots and everywhere else, a quarter of them intervals. */
export function seededColumns(count: number, seed: number, categories = 8): EventColumns {
  const next = random(seed);
  const spots = Array.from({ length: 12 }, () => [next() * 360 - 180, next() * 160 - 80] as const);
  return columnsOf(
    Array.from({ length: count }, () => {
      const [lng, lat] = spots[Math.floor(next() * spots.length)]!;
      const near = next() < 0.8;
      const start = Math.floor((next() * 800 - 400) * day);
      return [
        near ? clamp(lng + Math.round((next() - 0.5) * 40) / 20, 180) : next() * 360 - 180,
        near ? clamp(lat + Math.round((next() - 0.5) * 40) / 20, 90) : next() * 180 - 90,
        start,
        start + (next() < 0.25 ? Math.ceil(next() * 60) * day : 1),
        Math.floor(next() * categories),
      ] as const;
    }),
  );
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
