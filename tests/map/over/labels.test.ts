import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type LabelRequest, type PlacedLabel } from '../../../src/map/over/labels';
import { project, type Size } from '../../../src/map/camera/mercator';
import { squareAround, fitsInside, overlap, rectangle } from '../../../src/map/over/rectangle';
import type { Camera } from '../../../src/view/camera';

const camera: Camera = { lng: 20, lat: 50, zoom: 4 };
const size: Size = [680, 340];
const measure = (text: string) => text.length * 7;
const mark = (key: string, lng: number, lat: number, title = key, date = '18 Dec') => ({
  key,
  lng,
  lat,
  radius: 13,
  title,
  date,
});
const request = (parts: Partial<LabelRequest>): LabelRequest => ({
  camera,
  size,
  marks: [],
  names: [],
  obstacles: [],
  measure,
  maxWidth: 220,
  ...parts,
});
const boxOf = ({ lng, lat, dx, dy, width, height }: PlacedLabel) => {
  const [x, y] = project(lng, lat, camera, size);
  return rectangle(x + dx, y + dy, width, height);
};

describe('placeLabels', () => {
  it('names a city that a mark stands on beside the mark, once, and not where the label has its name', () => {
    const city = (text: string, lng: number, lat: number) =>
      ({ code: text, kind: 'city', lng, lat, text }) as const;
    const names = [city('Moscow', 20, 50), city('Khimki', 20.1, 50.1)];
    const [first, ...more] = placeLabels(request({ marks: [mark('a', 20, 50, '')], names })).names;
    expect(first).toMatchObject({ text: 'Moscow', dx: 18 });
    expect(more).toEqual([]);
    const labelled = request({ marks: [mark('a', 20, 50, 'Moscow · 2', '')], names });
    expect(placeLabels(labelled).names).toEqual([]);
  });

  it('names what the map is about before events, where there is room', () => {
    const name = { code: 'UA', kind: 'country', lng: 20, lat: 50, text: 'UKRAINE' } as const;
    const marks = [mark('a', 20, 50), mark('b', 20, 51), mark('c', 20, 49)];
    expect(placeLabels(request({ marks, names: [name] })).names).toEqual([]);
    const about = {
      ...name,
      spots: [
        [20, 50.2],
        [14, 50],
      ] as const,
    };
    expect(placeLabels(request({ marks, names: [about] })).names).toMatchObject([
      { text: 'UKRAINE', lng: 14 },
    ]);
  });

  it('prefers the right, then the left, title and date on one line', () => {
    const [label] = placeLabels(request({ marks: [mark('Berlin talks', 20, 50)] })).events;
    expect(label).toMatchObject({ dx: 18, dy: -9, stacked: false, date: '18 Dec' });
    const [x, y] = project(20, 50, camera, size);
    const wall = rectangle(x + 20, y - 40, 10, 80);
    const moved = placeLabels(
      request({ marks: [mark('Berlin talks', 20, 50)], obstacles: [wall] }),
    ).events;
    expect(moved[0]!.dx).toBeLessThan(-18);
  });

  it('puts the date under the title or leaves it out where there is less room', () => {
    const long = mark('A title of some thirty letters', 20, 50);
    const [label] = placeLabels(request({ marks: [long] })).events;
    expect(label).toMatchObject({ stacked: true, width: 210, date: '18 Dec' });
    const [cut] = placeLabels(request({ marks: [long], maxWidth: 150 })).events;
    expect(cut!.width).toBe(150);
    expect(cut!.title).toBe('A title of some thir…');
    expect(measure(cut!.title)).toBeLessThanOrEqual(150);
    expect(label!.title).toBe(long.title);
  });

  it('leaves out a date that would be cut', () => {
    const date = '4 Apr 2022, 07:36 – 14 Apr 2022, 07:51';
    const [label] = placeLabels(
      request({ marks: [mark('Strikes', 20, 50, 'Strikes', date)] }),
    ).events;
    expect(label).toMatchObject({ title: 'Strikes', date: '', width: 49 });
  });

  it('gives the first mark the place', () => {
    const marks = [mark('first', 20, 50), mark('second', 20, 50)];
    const { events } = placeLabels(request({ marks }));
    expect(events[0]).toMatchObject({ key: 'first', dx: 18, dy: -9 });
  });

  it('moves a country name off a mark at its centre, and leaves it out where all is taken', () => {
    const names = [{ code: 'UA', kind: 'country' as const, lng: 20, lat: 50, text: 'UKRAINE' }];
    const dot = { ...mark('dot', 20, 50), title: '' };
    expect(placeLabels(request({ names })).names[0]!.dy).toBe(-8);
    expect(placeLabels(request({ names, marks: [dot] })).names[0]!.dy).toBe(-30);
    const all = [rectangle(0, 0, 680, 340)];
    expect(placeLabels(request({ names, obstacles: all })).names).toEqual([]);
  });

  it('never overlaps a label, a mark or an obstacle, and never leaves the view', () => {
    const lng = fc.double({ min: -20, max: 60, noNaN: true });
    const lat = fc.double({ min: 38, max: 62, noNaN: true });
    const word = fc.string({ maxLength: 40 });
    const marks = fc.array(
      fc.record({
        key: fc.uuid(),
        lng,
        lat,
        radius: fc.integer({ min: 8, max: 30 }),
        title: word,
        date: word,
      }),
      { maxLength: 30 },
    );
    const kind = fc.constantFrom('country' as const, 'area' as const, 'city' as const);
    const names = fc.array(fc.record({ code: fc.uuid(), kind, lng, lat, text: word }), {
      maxLength: 20,
    });
    const pixel = fc.integer({ min: 0, max: 600 });
    const obstacles = fc.array(
      fc.tuple(pixel, pixel, pixel, pixel).map(([x, y, w, h]) => rectangle(x, y, w / 3, h / 3)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(marks, names, obstacles, (marks, names, obstacles) => {
        const asked = request({ marks, names, obstacles, maxWidth: 150 });
        const placed = placeLabels(asked);
        const boxes = [...placed.events, ...placed.names].map(boxOf);
        const fixed = marks.map((one) =>
          squareAround(...project(one.lng, one.lat, camera, size), one.radius),
        );
        boxes.forEach((box, i) => {
          const others = [...fixed, ...obstacles, ...boxes.slice(0, i)];
          // What rounding of an offset may cost.
          const core = {
            left: box.left + 1e-6,
            top: box.top + 1e-6,
            right: box.right - 1e-6,
            bottom: box.bottom - 1e-6,
          };
          expect(others.some((other) => overlap(core, other))).toBe(false);
          expect(fitsInside(core, size, 0)).toBe(true);
        });
        for (const { width } of placed.events) expect(width).toBeLessThanOrEqual(150);
        expect(placeLabels(asked)).toEqual(placed);
      }),
    );
  });
});
