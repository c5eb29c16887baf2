/** Seeded events for measuring: 9 of 10 around 300 hot spots, the others anywhere, over 4 years, of
 * 8 categories, a quarter of them intervals of up to 20 days. */
import type { EventColumns } from '../../src/engine';
import { random } from '../engine/events';

export const day = 86_400_000;
export const firstDay = Date.UTC(2021, 0, 1);
export const days = 1461;
export const categories = 8;

const minute = 60_000;

export interface Made {
  readonly columns: EventColumns;
  /** `[lng, lat]` in degrees. */
  readonly spots: readonly (readonly [number, number])[];
}

export function makeEvents(count: number, seed = 1): Made {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const spots = Array.from({ length: 300 }, () => [next() * 340 - 170, next() * 120 - 55] as const);
  const columns: EventColumns = {
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    start: new Float64Array(count),
    end: new Float64Array(count),
    category: new Uint8Array(count),
  };
  for (let row = 0; row < count; row++) {
    const spot = next() < 0.9 ? spots[Math.floor(next() * spots.length)]! : undefined;
    columns.lng[row] = spot ? clamp(spot[0] + normal() * 0.4, 180) : next() * 360 - 180;
    columns.lat[row] = spot ? clamp(spot[1] + normal() * 0.3, 85) : next() * 160 - 80;
    const start = firstDay + Math.floor((next() * days * day) / minute) * minute;
    columns.start[row] = start;
    columns.end[row] = start + (next() < 0.25 ? Math.ceil(next() * 20) * day : minute);
    columns.category[row] = Math.floor(next() * categories);
  }
  return { columns, spots };
}

/** What a screen of 1280 × 840 pixels shows around a point. */
export function viewAround([lng, lat]: readonly [number, number], zoom: number) {
  const width = Math.min(359.9, (360 * 1280) / (512 * 2 ** zoom));
  const height = ((width * 840) / 1280) * Math.cos((lat * Math.PI) / 180);
  const bbox: [number, number, number, number] = [
    around(lng - width / 2),
    clamp(lat - height / 2, 85),
    around(lng + width / 2),
    clamp(lat + height / 2, 85),
  ];
  return { bbox, zoom };
}

function around(lng: number): number {
  return lng < -180 ? lng + 360 : lng > 180 ? lng - 360 : lng;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
