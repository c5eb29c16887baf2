import { expect, it } from 'vitest';
import { binsFor } from '../../src/view/bins';
import { startOfDay } from '../../src/model/time/zone';

const day = 86_400_000;
const from = Date.UTC(2022, 2, 5, 7, 13);

it('bins cover the range, few enough, on a length of the calendar', () => {
  for (const length of [3.6e6, day, 9 * day, 365 * day, 40_000 * day]) {
    const bins = binsFor([from, from + length], 'UTC', 240);
    expect(bins.from).toBeLessThanOrEqual(from);
    expect(bins.to).toBeGreaterThanOrEqual(from + length);
    const count = (bins.to - bins.from) / bins.length;
    expect(count).toBe(Math.round(count));
    expect(count).toBeLessThanOrEqual(241);
    expect(bins.length % 60_000).toBe(0);
  }
});

it('bins stay where they are while the range moves', () => {
  const first = binsFor([from, from + 300 * day], 'UTC', 240);
  const later = binsFor([from + 1e8, from + 300 * day + 1e8], 'UTC', 240);
  expect(later.length).toBe(first.length);
  expect((later.from - first.from) % first.length).toBe(0);
});

it('days begin at the midnight of the zone', () => {
  const { from: first, length } = binsFor([from, from + 200 * day], 'Asia/Tokyo', 240);
  expect(length).toBe(day);
  expect(startOfDay(first, 'Asia/Tokyo')).toBe(first);
});

it('no range is too short', () => {
  const { from: first, to } = binsFor([from, from + 1000], 'UTC', 240);
  expect(to - first).toBe(60_000);
});
