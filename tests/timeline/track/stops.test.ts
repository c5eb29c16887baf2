import { describe, expect, it } from 'vitest';
import { barStops, columnStops, nearestStop } from '../../../src/timeline/track/stops';
import type { PlacedBar } from '../../../src/timeline/track/lanes';
import { bar, bins } from '../../gallery/builders';

const placed = (row: number, start: string, x0: number, x1: number, lane = 0): PlacedBar => ({
  bar: bar(row, start, '2025-12-30'),
  x0,
  x1,
  row: lane,
  short: false,
  label: null,
  startOpen: false,
  endOpen: false,
});

describe('the stops of a track', () => {
  it('go through the bars by start, whatever lane they are in', () => {
    const bars = [
      placed(0, '2025-12-20', 40, 60),
      placed(1, '2025-12-14', 10, 30, 1),
      placed(2, '2025-12-17', 20, 50, 2),
    ];
    expect(barStops(bars, 18, 100).map(({ bar }) => bar?.row)).toEqual([1, 2, 0]);
  });

  it('stay inside the track and inside their rows', () => {
    const [stop] = barStops([placed(0, '2025-12-14', -100, 300, 3)], 8, 200);
    expect(stop).toMatchObject({ left: 0, right: 200, top: 24, bottom: 32 });
  });

  it('are the columns in sight that have events', () => {
    const counts = bins([0, 100], 10, 2, (bin, category) => (bin % 2 ? 0 : bin + category));
    const stops = columnStops(counts, [15, 65], 500, 72);
    expect(stops.map(({ column }) => column)).toEqual([
      { range: [20, 30], count: 5 },
      { range: [40, 50], count: 9 },
      { range: [60, 70], count: 13 },
    ]);
    expect(stops.map(({ left, right }) => [left, right])).toEqual([
      [50, 150],
      [250, 350],
      [450, 500],
    ]);
    expect(new Set(stops.map(({ key }) => key)).size).toBe(3);
  });

  it('are found again by where the one that is gone was', () => {
    const stops = barStops(
      [placed(0, '2025-12-14', 0, 10), placed(1, '2025-12-15', 50, 60)],
      18,
      100,
    );
    expect(nearestStop(stops, 40)?.bar?.row).toBe(1);
    expect(nearestStop(stops, 5)?.bar?.row).toBe(0);
    expect(nearestStop([], 5)).toBeUndefined();
  });
});
