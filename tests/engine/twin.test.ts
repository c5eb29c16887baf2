import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, openIndex, type EventColumns, type Question } from '../../src/engine';
import { columnsOf, day, random, seededColumns } from './events';
import { slowTwin } from './twin';

type Row = Parameters<typeof columnsOf>[0][number];

const sets: Record<string, () => EventColumns> = {
  'events around hot spots': () => seededColumns(700, 3),
  'many events around hot spots': () => seededColumns(3000, 11, 5),
  '32 categories': () => seededColumns(400, 5, 32),
  'events at one point': () => made(500, (next) => [30.5, 50.4, ...times(next)]),
  'events at one time': () =>
    made(500, (next) => [next() * 8, 46 + next() * 4, 0, day, Math.floor(next() * 4)]),
  'one burst in one city and one long interval': () =>
    made(600, (next, row) =>
      row === 300
        ? [10.02, 50.03, -3000 * day, 3000 * day, 1]
        : [10 + next() / 50, 50 + next() / 50, next() * day, next() * day + day, 0],
    ),
  'events on a line across 180°': () =>
    made(500, (next, row) => [((row * 0.01 + 177.5 + 180) % 360) - 180, 10, ...times(next)]),
  'events on a grid': () =>
    made(900, (next, row) => [(row % 30) * 0.05, Math.floor(row / 30) * 0.05, ...times(next)]),
  'events at the poles and at the edge of Mercator': () =>
    made(300, (next) => {
      const lat = [90, -90, 85.06, 85.0511287798066, 85.04, -85.05][Math.floor(next() * 6)]!;
      return [Math.floor(next() * 9) * 45 - 180, lat, ...times(next)];
    }),
  'events before 1970 and with open ends': () =>
    made(300, (next) => {
      const start = next() < 0.2 ? -8.64e15 : -1e12 - next() * 1e11;
      return [next() * 20, next() * 20, start, next() < 0.3 ? 8.64e15 : -9e11, 0];
    }),
  'fractions of milliseconds': () =>
    made(300, (next) => [next(), next(), next(), 1 + next() / 7, Math.floor(next() * 3)]),
};

function made(count: number, row: (next: () => number, row: number) => Row): EventColumns {
  const next = random(count);
  return columnsOf(Array.from({ length: count }, (_, number) => row(next, number)));
}

/** Coarse times, so that many are equal. */
function times(next: () => number): [number, number, number] {
  const start = Math.floor(next() * 60 - 30) * day;
  return [start, start + Math.ceil(next() * 9) ** 2 * (day / 4), Math.floor(next() * 6)];
}

/** Questions near the data: around one of its events, with windows of its times. */
function questionsOn({ lng, lat, start, end }: EventColumns): fc.Arbitrary<Question> {
  const row = fc.nat(lng.length - 1);
  const nudge = fc.constantFrom(0, 0, 1, -1, day / 3, -day * 5, day * 40, 1e13, -1e13);
  const time = fc
    .tuple(row, fc.boolean(), nudge)
    .map(([at, first, more]) => (first ? start : end)[at]! + more);
  const zoom = fc.oneof(
    fc.constantFrom(0, 2, 5, 9, 18),
    fc.double({ min: 0, max: 20, noNaN: true }),
  );
  const view = fc
    .tuple(row, zoom, fc.double({ min: 0.2, max: 3, noNaN: true }))
    .chain(([at, zoom, wide]) => {
      const width = (360 * wide) / 2 ** zoom;
      return fc
        .constantFrom<Question['view']['bbox']>(
          [-180, -90, 180, 90],
          [-200, -85.0511, 250, 85.0511],
          around(lng[at]!, lat[at]!, width / 2),
          around(lng[at]! + width / 3, lat[at]! - width / 5, width / 2),
          [lng[at]!, lat[at]!, wrapped(lng[at]! + width), Math.min(90, lat[at]! + width)],
          [lng[at]!, lat[at]!, lng[at]!, lat[at]!],
        )
        .map((bbox) => ({ bbox, zoom }));
    });
  const bins = fc
    .tuple(time, time, fc.integer({ min: 1, max: 30 }))
    .map(([a, b, count]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1, count }));
  return fc.record(
    {
      window: fc.tuple(time, time).map(([a, b]): [number, number] => [a, b]),
      view,
      categories: fc.option(fc.integer(), { nil: undefined }),
      bins,
      page: fc.record({ offset: fc.nat(40), limit: fc.nat(60) }),
    },
    { requiredKeys: ['window', 'view', 'categories'] },
  );
}

function around(lng: number, lat: number, reach: number): Question['view']['bbox'] {
  return [
    reach >= 180 ? -180 : wrapped(lng - reach),
    Math.max(-90, lat - reach),
    reach >= 180 ? 180 : wrapped(lng + reach),
    Math.min(90, lat + reach),
  ];
}

function wrapped(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}

/** Marks have no order of their own. */
function settled<Some extends { marks: { lng: number; lat: number }[] }>(answer: Some): Some {
  return { ...answer, marks: [...answer.marks].sort((a, b) => a.lng - b.lng || a.lat - b.lat) };
}

describe('the index and its slow twin agree on', () => {
  for (const [name, make] of Object.entries(sets)) {
    it(name, () => {
      const columns = make();
      const index = buildIndex(columns);
      const twin = slowTwin(columns);
      fc.assert(
        fc.property(questionsOn(columns), (question) => {
          expect(settled(index.ask(question))).toEqual(settled(twin.ask(question)));
        }),
        { numRuns: 120 },
      );
    });
  }

  it('every step of a window that moves on, turns back and leaps', () => {
    const columns = seededColumns(1200, 21);
    const index = buildIndex(columns);
    const twin = slowTwin(columns);
    const next = random(4);
    const view: Question['view'] = { bbox: [-120, -60, 150, 70], zoom: 3 };
    let [from, length] = [-100, 30];
    for (let turn = 0; turn < 80; turn++) {
      from += turn % 20 === 19 ? 150 - next() * 300 : 3 - next() * 4;
      if (turn % 7 === 0) length = next() * 60;
      const question: Question = {
        window: [from * day, (from + length) * day],
        view,
        categories: turn % 5 ? 0xff : 0b1011,
        page: { offset: turn % 3 ? 0 : Math.floor(next() * 40), limit: 50 },
      };
      expect(settled(index.ask(question))).toEqual(settled(twin.ask(question)));
    }
  });

  it('pages of windows that move on, turn back and leap, of a corner and of everything', () => {
    const columns = seededColumns(20_000, 9);
    const index = buildIndex(columns);
    const next = random(12);
    const views: Question['view'][] = [
      { bbox: [-180, -90, 180, 90], zoom: 0 },
      { bbox: [-60, -20, 40, 50], zoom: 3 },
      { bbox: [10, 30, 14, 34], zoom: 6 },
    ];
    let [from, length] = [-100, 30];
    for (let turn = 0; turn < 120; turn++) {
      from += turn % 20 === 19 ? 150 - next() * 300 : 3 - next() * 4;
      if (turn % 7 === 0) length = next() * 60;
      if (turn % 31 === 30) length = -2;
      const question: Question = {
        window: [from * day, (from + length) * day],
        view: views[turn % 3]!,
        categories: turn % 30 < 25 ? 0xff : 0b1011,
        page: {
          offset: turn % 4 ? 0 : Math.floor(next() * 6000),
          limit: turn % 10 === 9 ? 9000 : 50,
        },
      };
      const { marks, total, page } = index.ask(question);
      const fresh = openIndex(columns, index.buffer).ask(question);
      expect({ total, page }).toEqual({ total: fresh.total, page: fresh.page });
      // A page of nothing but what the marks hold, in the order of time.
      const rows = Array.from(page!);
      const { start } = columns;
      expect(rows).toEqual(rows.toSorted((a, b) => start[a]! - start[b]! || a - b));
      expect(rows.length).toBe(
        Math.max(0, Math.min(question.page!.limit, total - question.page!.offset)),
      );
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
  });

  it('every step of a view that moves, zooms and leaps over a window that stays', () => {
    const columns = seededColumns(1500, 33);
    const index = buildIndex(columns);
    const twin = slowTwin(columns);
    const next = random(8);
    let [lng, lat, zoom, from] = [10, 30, 4, -60];
    for (let turn = 0; turn < 90; turn++) {
      if (turn % 15 === 14) [lng, lat] = [next() * 200 - 100, next() * 100 - 50];
      else [lng, lat] = [lng + next() * 3 - 1.2, lat + next() * 2 - 1];
      if (turn % 9 === 8) zoom = 2 + Math.floor(next() * 6);
      if (turn % 11 === 10) from += Math.round(next() * 4);
      const reach = 300 / 2 ** zoom;
      const question: Question = {
        window: [from * day, (from + 90) * day],
        view: { bbox: around(lng, lat, reach), zoom },
        categories: turn % 6 ? 0xff : 0b110,
        bins: { from: -300 * day, to: 300 * day, count: 25 },
        page: { offset: 0, limit: 30 },
      };
      expect(settled(index.ask(question))).toEqual(settled(twin.ask(question)));
    }
  });

  it('windows that leap over a screen of many large clusters', () => {
    const columns = made(300_001, (next, row) => [
      (row % 14) * 25 - 170 + next(),
      (Math.floor(row / 14) % 6) * 20 - 55 + next(),
      ...times(next),
    ]);
    const index = buildIndex(columns);
    const next = random(5);
    let view: Question['view'] = { bbox: [-120, -60, 150, 70], zoom: 2 };
    for (let turn = 0; turn < 60; turn++) {
      if (turn === 40) view = { bbox: [-110, -55, 160, 75], zoom: 3 };
      const from = turn % 8 === 7 ? -9e4 : next() * 80 - 40;
      const question: Question = {
        window: [from * day, (turn % 9 === 8 ? 9e4 : from + next() * 20 - 1) * day],
        view,
        categories: turn % 5 ? 0xff : 0b1011,
      };
      expect(index.ask(question)).toEqual(openIndex(columns, index.buffer).ask(question));
    }
  });

  it('windows that move on, turn back and leap over a small part of many events', () => {
    const columns = seededColumns(40_000, 17);
    const index = buildIndex(columns);
    const next = random(15);
    const spot = columns.lng.findIndex((_, row) => Math.abs(columns.lat[row]!) < 60);
    let view: Question['view'] = {
      bbox: around(columns.lng[spot]!, columns.lat[spot]!, 2),
      zoom: 6,
    };
    let [from, length] = [-100, 30];
    for (let turn = 0; turn < 160; turn++) {
      if (turn === 90)
        view = { bbox: around(columns.lng[spot]! + 1, columns.lat[spot]!, 2), zoom: 7 };
      from += turn % 20 === 19 ? 150 - next() * 300 : 3 - next() * 4;
      if (turn % 9 === 0) length = next() * 60;
      const question: Question = {
        window: [from * day, (from + length) * day],
        view,
        categories: turn % 30 < 25 ? 0xff : 0b1011,
        bins: { from: -300 * day, to: 300 * day, count: 40 },
        page: { offset: turn % 4 ? 0 : Math.floor(next() * 200), limit: 50 },
      };
      expect(index.ask(question)).toEqual(openIndex(columns, index.buffer).ask(question));
    }
  });

  it('windows that leap over one cluster', () => {
    const columns = sets['events on a grid']!();
    const index = buildIndex(columns);
    const twin = slowTwin(columns);
    const next = random(6);
    for (let turn = 0; turn < 60; turn++) {
      const from = next() * 120 - 60;
      const question: Question = {
        window: [from * day, (turn % 5 ? from + next() * 20 : 9e4) * day],
        view: { bbox: [-180, -90, 180, 90], zoom: 0 },
      };
      expect(index.ask(question)).toEqual(twin.ask(question));
    }
  });

  it('stories of a few events anywhere', () => {
    const degrees = (limit: number) =>
      fc.oneof(
        fc.constantFrom(-limit, limit, 0, limit - 1e-9),
        fc.double({ min: -limit, max: limit, noNaN: true }),
      );
    const event = fc
      .tuple(degrees(180), degrees(90), fc.integer({ min: -3, max: 3 }), fc.nat(3), fc.nat(2))
      .map(([lng, lat, start, more, each]): Row => [lng, lat, start, start + more + 0.5, each]);
    const some = fc.array(event, { minLength: 1, maxLength: 12 }).map(columnsOf);
    fc.assert(
      fc.property(
        some.chain((columns) => fc.tuple(fc.constant(columns), questionsOn(columns))),
        ([columns, question]) => {
          const answer = buildIndex(columns).ask(question);
          expect(settled(answer)).toEqual(settled(slowTwin(columns).ask(question)));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('an index that travels', () => {
  const columns = seededColumns(800, 9);
  const built = buildIndex(columns);
  const question: Question = {
    window: [-50 * day, 20 * day],
    view: { bbox: [-180, -90, 180, 90], zoom: 4 },
    bins: { from: -400 * day, to: 400 * day, count: 40 },
    page: { offset: 3, limit: 30 },
  };

  it('answers alike from its buffer, and from its tree', () => {
    const answer = built.ask(question);
    expect(openIndex(columns, structuredClone(built.buffer)).ask(question)).toEqual(answer);
    expect(openIndex(columns, built.tree()).ask(question)).toEqual(answer);
  });

  it('refuses another magic, version, length or number of events', () => {
    const words = (at: number, value: number) => {
      const buffer = built.buffer.slice(0);
      new Uint32Array(buffer)[at] = value;
      return () => openIndex(columns, buffer);
    };
    expect(words(0, 7)).toThrow('its magic is 7, expected 58494c44');
    expect(words(1, 9)).toThrow('its version is 9, expected 3 or 6');
    expect(words(2, 5)).toThrow('its number of events is 5, expected 800');
    expect(words(3, 1)).toThrow(/its length is \d+ bytes, expected \d+/);
    expect(() => openIndex(columns, built.buffer.slice(0, -4))).toThrow('its length');
    expect(() => openIndex(columns, new ArrayBuffer(4))).toThrow('its length is 4 bytes');
  });

  it('takes at most 40 bytes an event, whatever has been asked', () => {
    const count = 200_000;
    const index = buildIndex(scattered(count));
    for (const zoom of [0, 2, 4, 6]) {
      index.ask({ ...question, view: { ...question.view, zoom } });
      index.askWorld({ window: [0, day] });
    }
    expect(index.bytes / count).toBeLessThan(40);
  });
});

/** Most of them at places of their own. */
function scattered(count: number): EventColumns {
  return made(count, (next, row) => [
    ((row * 7919) % 36_000) / 100 - 180 + next() / 100,
    ((row * 104_729) % 16_000) / 100 - 80 + next() / 100,
    ...times(next),
  ]);
}
