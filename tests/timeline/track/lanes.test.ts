import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layOutLanes,
  clearOfHandles,
  leastWidth,
  segments,
  thinned,
  type LaneStyle,
  type PlacedBar,
} from '../../../src/timeline/track/lanes';
import type { Bar } from '../../../src/timeline/types';

const measure = (text: string) => text.length * 6;
const style: LaneStyle = { focus: [0, 1000], width: 1000, categories: 3, room: 12, measure };

function bar(row: number, start: number, end: number, category = 0, label = `Event ${row}`): Bar {
  const soft = { startSoft: false, endSoft: false };
  return { row, start, end, ...soft, category, status: 'happened', label, date: 'today' };
}

describe('lanes', () => {
  it('give each category its rows, also an empty one', () => {
    const { lanes, rows } = layOutLanes(
      [bar(0, 10, 50, 0), bar(1, 20, 60, 0), bar(2, 0, 9, 2)],
      style,
    );
    expect(lanes).toEqual([
      { category: 0, first: 0, rows: 2 },
      { category: 1, first: 2, rows: 1 },
      { category: 2, first: 3, rows: 1 },
    ]);
    expect(rows).toBe(4);
  });

  it('pack all together where no lanes are wanted', () => {
    const packed = layOutLanes([bar(0, 10, 50, 0), bar(1, 100, 150, 2)], {
      ...style,
      categories: null,
      measure: null,
    });
    expect(packed.lanes).toEqual([{ category: null, first: 0, rows: 1 }]);
  });

  it('leave out what is not in the focus', () => {
    expect(layOutLanes([bar(0, -50, 0), bar(1, 1000, 1100)], style).bars).toEqual([]);
  });

  it('draw nothing narrower than can be hit', () => {
    const [placed] = layOutLanes([bar(0, 500, 500.1)], style).bars;
    expect(placed!.x1 - placed!.x0).toBe(leastWidth);
  });

  it('give a row of its own to a bar that a label would touch, while there is room', () => {
    const two = [bar(0, 10, 50), bar(1, 70, 90)];
    expect(layOutLanes(two, style).lanes[0]!.rows).toBe(2);
    const tight = layOutLanes(two, { ...style, room: 3 });
    expect(tight.lanes[0]!.rows).toBe(1);
    expect(tight.bars[0]!.label).toBeNull();
    expect(layOutLanes(two, { ...style, measure: null }).bars.every((each) => !each.label)).toBe(
      true,
    );
  });

  it('put a label left of a bar at the right edge, inside one without ends', () => {
    const atEdge = layOutLanes([bar(0, 960, 990)], style).bars[0]!;
    expect(atEdge.label!.x).toBeLessThan(960);
    expect(atEdge.label!.inside).toBe(false);
    const through = layOutLanes([bar(0, -8.64e15, 8.64e15)], style).bars[0]!;
    expect(through).toMatchObject({ startOpen: true, endOpen: true, label: { inside: true } });
  });

  it('draws as a glyph what would be an oval, and never what has no end', () => {
    const short = (end: number) => layOutLanes([bar(0, 100, end)], style).bars[0]!.short;
    expect([short(101), short(119), short(121), short(8.64e15)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps labels beside bars clear of the handles in the middle rows', () => {
    const [placed] = layOutLanes([bar(0, 100, 200)], style).bars;
    const { x, size } = placed!.label!;
    const clear = (handle: number, height: number) =>
      clearOfHandles([placed!], [handle], 20, height, style.measure!)[0]!.label;
    expect(clear(x + size / 2, 200)).toEqual(placed!.label);
    expect(clear(x + size + 20, 20)).toEqual(placed!.label);
    const cut = clear(x + size - 2, 20)!;
    expect(cut.text).toMatch(/…$/);
    expect(cut.x + cut.size).toBeLessThanOrEqual(x + size - 2 - 9);
    const moved = clear(x + 2, 20)!;
    expect(moved.x).toBeGreaterThanOrEqual(x + 2 + 9);
    expect(moved.x + moved.size).toBe(x + size);
  });

  it('keeps a label in a bar clear of the handles', () => {
    const { label } = layOutLanes([bar(0, -10, 1010)], { ...style, handles: [30, 700] }).bars[0]!;
    expect(label!.x).toBeGreaterThan(44);
  });

  it('lets neither bars nor labels of a row meet, whatever comes', () => {
    const bars = fc.array(
      fc.record({
        start: fc.integer({ min: -200, max: 1100 }),
        length: fc.integer({ min: 1, max: 600 }),
        category: fc.integer({ min: 0, max: 2 }),
        label: fc.string({ minLength: 1, maxLength: 40 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(bars, fc.boolean(), (list, laned) => {
        const made = list.map((each, row) =>
          bar(row, each.start, each.start + each.length, each.category, each.label),
        );
        const layout = layOutLanes(made, { ...style, categories: laned ? 3 : null });
        for (let row = 0; row < layout.rows; row++)
          apart(layout.bars.filter((each) => each.row === row));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

/** Boxes of one row, bars with their labels, do not overlap; no label leaves the track. */
function apart(row: readonly PlacedBar[]): void {
  const boxes = row
    .flatMap(({ x0, x1, label }) => {
      if (!label || label.inside) return [[x0, x1] as const];
      expect(label.x).toBeGreaterThanOrEqual(0);
      expect(label.x + label.size).toBeLessThanOrEqual(1000);
      return [[x0, x1] as const, [label.x, label.x + label.size] as const];
    })
    .sort((a, b) => a[0] - b[0]);
  for (const [index, box] of boxes.slice(1).entries())
    expect(box[0]).toBeGreaterThanOrEqual(boxes[index]![1]);
}

describe('soft ends', () => {
  it('are steps from the whole bar inwards', () => {
    expect(segments(0, 100, false, false)).toEqual([{ x0: 0, x1: 100, opacity: 1 }]);
    const soft = segments(0, 100, false, true);
    expect(soft[0]).toMatchObject({ x0: 0, x1: 100 });
    expect(soft.at(-1)).toMatchObject({ x0: 0, x1: 64, opacity: 1 });
    const both = segments(0, 10, true, true);
    for (const piece of both) expect(piece.x1).toBeGreaterThan(piece.x0);
    expect(both.every((piece) => piece.opacity < 0.5)).toBe(true);
  });
});

describe('labels of thin rows', () => {
  const placed = (row: number, x0: number, x1: number, x: number): PlacedBar => ({
    bar: bar(row, x0, x1),
    x0,
    x1,
    row,
    short: false,
    label: { text: 'Label', x, size: 30, inside: false },
    startOpen: false,
    endOpen: false,
  });
  const labelled = (bars: readonly PlacedBar[]) =>
    bars.flatMap(({ row, label }) => (label ? [row] : []));

  it('all stay where rows are as high as a line', () => {
    const bars = [placed(0, 0, 10, 14), placed(1, 0, 10, 14)];
    expect(thinned(bars, 11)).toBe(bars);
  });

  it('are left out where they would run into one of a row near by', () => {
    const bars = [0, 1, 2, 3].map((row) => placed(row, 0, 10, 14));
    expect(labelled(thinned(bars, 8))).toEqual([0, 2]);
    expect(labelled(thinned(bars, 4))).toEqual([0, 3]);
    const apart = [placed(0, 0, 10, 14), placed(1, 100, 110, 114)];
    expect(labelled(thinned(apart, 4))).toEqual([0, 1]);
  });

  it('are left out where they would cover a bar of the row beside', () => {
    const bars = [placed(0, 0, 10, 14), placed(1, 20, 60, 200)];
    expect(labelled(thinned(bars, 6))).toEqual([1]);
    expect(labelled(thinned(bars, 10))).toEqual([0, 1]);
  });
});
