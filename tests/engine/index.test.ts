import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, type EventColumns, type Question } from '../../src/engine';
import { nodesInside } from '../../src/engine/screen/view-box';
import { columnsOf, day, seededColumns } from './events';

const world: Question['view']['bbox'] = [-180, -90, 180, 90];
const always: [number, number] = [-1e15, 1e15];

/** How many events are in a window, by the definition and nothing else. */
function inWindow({ start, end, category }: EventColumns, [from, to]: number[], mask = 0xffffffff) {
  let count = 0;
  for (let row = 0; row < start.length; row++)
    if ((mask >>> category[row]!) & 1 && start[row]! < to! && end[row]! > from!) count++;
  return count;
}

const anyView = fc.record({
  west: fc.double({ min: -180, max: 180, noNaN: true }),
  east: fc.double({ min: -180, max: 180, noNaN: true }),
  south: fc.double({ min: -90, max: 0, noNaN: true }),
  north: fc.double({ min: 0, max: 90, noNaN: true }),
  zoom: fc.double({ min: 0, max: 20, noNaN: true }),
});
const anyWindow = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 300 }))
  .map(([from, days]) => [from * day, (from + days) * day] as [number, number]);

describe('an answer', () => {
  const columns = seededColumns(1500, 7);
  const index = buildIndex(columns);

  it('is exact over the whole world, in any window, at any zoom, for any categories', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.nat(255),
        (window, zoom, categories) => {
          const { total } = index.ask({ window, view: { bbox: world, zoom }, categories });
          expect(total).toBe(inWindow(columns, window, categories));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds up: marks, categories, total, page and bins are of one count', () => {
    fc.assert(
      fc.property(anyView, anyWindow, fc.nat(255), (box, window, categories) => {
        const bbox: [number, number, number, number] = [box.west, box.south, box.east, box.north];
        const question: Question = { window, view: { bbox, zoom: box.zoom }, categories };
        const bins = { from: window[0], to: window[0] + 90 * day, count: 7 };
        const answer = index.ask({ ...question, bins, page: { offset: 0, limit: 1e6 } });
        const inside = nodesInside(bbox);
        const marks = answer.marks;
        expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(answer.total);
        expect(answer.page).toHaveLength(answer.total);
        for (const mark of marks) {
          expect(mark.byCategory.reduce((a, b) => a + b, 0)).toBe(mark.count);
          expect(inside(mark.lng, mark.lat)).toBe(true);
          expect(mark.event !== undefined).toBe(mark.count === 1);
        }
        for (let bin = 0; bin < bins.count; bin++) {
          const edge = (number: number) =>
            bins.from + ((bins.to - bins.from) * number) / bins.count;
          const height = answer.bins!.slice(bin * 8, bin * 8 + 8).reduce((a, b) => a + b, 0);
          const status = index.ask({ ...question, window: [edge(bin), edge(bin + 1)] }).total;
          expect(height).toBe(status);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws a lone event at its own place', () => {
    const { marks } = index.ask({ window: [0, 2 * day], view: { bbox: world, zoom: 1 } });
    const lone = marks.filter((mark) => mark.event !== undefined);
    expect(lone.length).toBeGreaterThan(0);
    for (const { event, lng, lat } of lone)
      expect([lng, lat]).toEqual([columns.lng[event!], columns.lat[event!]]);
  });

  it('keeps a cluster in its place while the window moves', () => {
    const places = new Map<string, number>();
    const view = { bbox: world, zoom: 2 };
    const known = index.ask({ window: always, view }).marks;
    for (const { lng, lat } of known) places.set(`${lng} ${lat}`, 1);
    for (let from = -400; from < 400; from += 50) {
      const { marks } = index.ask({ window: [from * day, (from + 50) * day], view });
      for (const { count, lng, lat } of marks)
        if (count > 1) expect(places.has(`${lng} ${lat}`)).toBe(true);
    }
  });

  it('has a mark for every distinct place at zoom 18', () => {
    const { marks } = index.ask({ window: always, view: { bbox: world, zoom: 18 } });
    const places = new Set(Array.from(columns.lng, (lng, row) => `${lng} ${columns.lat[row]}`));
    expect(marks).toHaveLength(places.size);
    for (const { lng, lat } of marks) expect(places.has(`${lng} ${lat}`)).toBe(true);
  });

  it('pages events by start, then number', () => {
    const view = { bbox: world, zoom: 3 };
    const all = index.ask({ window: always, view, page: { offset: 0, limit: 5000 } }).page!;
    const rows = [...all];
    const sorted = [...rows].sort((a, b) => columns.start[a]! - columns.start[b]! || a - b);
    expect(rows).toEqual(sorted);
    const some = index.ask({ window: always, view, page: { offset: 100, limit: 50 } }).page!;
    expect([...some]).toEqual(rows.slice(100, 150));
  });
});

describe('edges of time and space', () => {
  const ask = (rows: Parameters<typeof columnsOf>[0], question: Partial<Question> = {}) =>
    buildIndex(columnsOf(rows)).ask({
      window: always,
      view: { bbox: world, zoom: 4 },
      ...question,
    });

  it('answers for no event and for one', () => {
    expect(ask([])).toEqual({ marks: [], total: 0 });
    expect(ask([[13.4, 52.5, 0, 1, 3]])).toEqual({
      marks: [{ lng: 13.4, lat: 52.5, count: 1, byCategory: [0, 0, 0, 1], event: 0 }],
      total: 1,
    });
  });

  it('has half-open bounds: an event ends before the window that starts with its end', () => {
    const event = [[0, 1, 100, 200, 0]] as const;
    expect(ask(event, { window: [200, 300] }).total).toBe(0);
    expect(ask(event, { window: [199, 300] }).total).toBe(1);
    expect(ask(event, { window: [0, 100] }).total).toBe(0);
    expect(ask(event, { window: [0, 101] }).total).toBe(1);
    expect(ask(event, { window: [150, 150] }).total).toBe(1);
    expect(ask(event, { window: [180, 120] }).total).toBe(1);
    expect(ask(event, { window: [250, 50] }).total).toBe(0);
  });

  it('has times before 1970 and open ends', () => {
    const events = [
      [0, 1, -8.64e15, -1e12, 0],
      [0, 1, 0, 8.64e15, 1],
    ] as const;
    expect(ask(events, { window: [-2e12, -1.5e12] }).total).toBe(1);
    expect(ask(events, { window: [1e12, 2e12] }).marks[0]!.event).toBe(1);
  });

  it('sees across 180°', () => {
    const events = [
      [179.9, 10, 0, 1, 0],
      [-179.9, 10, 0, 1, 0],
      [180, 30, 0, 1, 0],
      [0, 10, 0, 1, 0],
    ] as const;
    const view = { bbox: [170, -20, -170, 50] as [number, number, number, number], zoom: 18 };
    expect(ask(events, { view }).total).toBe(3);
    expect(ask(events, { view: { bbox: [-180, 20, -170, 40], zoom: 18 } }).total).toBe(1);
    expect(ask(events, { view: { bbox: [170, -20, 190, 50], zoom: 18 } }).total).toBe(3);
  });

  it('joins neighbours on both sides of 180° into a cluster that stands between them', () => {
    const events = [
      [179.9, 10, 0, 1, 0],
      [-179.9, 10, 0, 1, 0],
    ] as const;
    const { marks } = ask(events, { view: { bbox: world, zoom: 2 } });
    expect(marks).toHaveLength(1);
    expect(Math.abs(marks[0]!.lng)).toBeGreaterThan(179.8);
  });

  it('keeps events beyond the edge of Mercator in a view that reaches it', () => {
    const pole = [[20, 89.9, 0, 1, 0]] as const;
    expect(ask(pole, { view: { bbox: [-180, 0, 180, 85.0511287798], zoom: 1 } }).total).toBe(1);
    expect(ask(pole, { view: { bbox: [-180, 0, 180, 84], zoom: 1 } }).total).toBe(0);
  });

  it('has 32 categories', () => {
    const events = Array.from({ length: 32 }, (_, i) => [i, 1, 0, 1, i] as const);
    expect(ask(events, { categories: 2 ** 31 }).marks.map(({ event }) => event)).toEqual([31]);
    expect(ask(events).total).toBe(32);
  });
});

describe('the door', () => {
  const build = (row: readonly [number, number, number, number, number]) => () =>
    buildIndex(columnsOf([[0, 0, 0, 1, 0], row]));
  it.each([
    [[NaN, 0, 0, 1, 0], 'row 1: lng is NaN, expected -180 … 180'],
    [[181, 0, 0, 1, 0], 'row 1: lng is 181, expected -180 … 180'],
    [[0, -91, 0, 1, 0], 'row 1: lat is -91, expected -90 … 90'],
    [[0, 0, Infinity, 1, 0], 'row 1: start is Infinity, expected finite milliseconds'],
    [[0, 0, 0, NaN, 0], 'row 1: end is NaN, expected finite milliseconds'],
    [[0, 0, 5, 5, 0], 'row 1: end is 5, expected more than 5'],
    [[0, 0, 0, 1, 32], 'row 1: category is 32, expected 0 … 31'],
  ] as const)('refuses %j', (row, message) => {
    expect(build(row)).toThrow(new RangeError(message));
  });

  it('refuses columns of different lengths and questions of no numbers', () => {
    const columns = columnsOf([[0, 0, 0, 1, 0]]);
    expect(() => buildIndex({ ...columns, lat: new Float64Array(2) })).toThrow(
      'column "lat" has 2 rows when "lng" has 1',
    );
    const index = buildIndex(columns);
    const view = { bbox: world, zoom: 1 };
    expect(() => index.ask({ window: [NaN, 1], view })).toThrow(RangeError);
    expect(() => index.ask({ window: [0, 1], view, bins: { from: 1, to: 1, count: 2 } })).toThrow(
      RangeError,
    );
  });
});
