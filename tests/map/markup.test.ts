/** A page as it is sent and a running page draw the same things by the same markup; and scripts read
 * back from the one what they need for the other. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Backdrop } from '../../src/map/ground/backdrop';
import Drawn from '../../src/map/ground/Drawn.svelte';
import { project, type Size } from '../../src/map/camera/mercator';
import { layOutOverlay } from '../../src/map/over/layout';
import Overlay from '../../src/map/over/Overlay.svelte';
import {
  backdropOf,
  elementIds,
  staticMapData,
  type StaticMapData,
  type StaticPicture,
} from '../../src/map/static-map';
import StaticMap from '../../src/map/StaticMap.svelte';
import type { MapCategory, MapMark } from '../../src/map/types';

const size: Size = [680, 340];
const camera = { lng: 20, lat: 50, zoom: 4 };
const units = 10_000;
const categories: MapCategory[] = [
  { label: 'Talks', color: 'var(--dl-category-1)', shape: 'circle' },
  { label: 'Strikes', color: 'teal', shape: 'diamond' },
];
const ground = {
  land: 'm1 1 9 0 0 9z',
  coast: 'm1 1 9 0',
  borders: 'm2 2 3 3',
  dashed: 'm4 4 1 1',
  lakes: 'm5 5 1 0 0 1z',
  rivers: 'm6 6 2 2',
};
const mark = (row: number, lng: number, lat: number, more: Partial<MapMark> = {}): MapMark => ({
  key: `event ${row}`,
  lng,
  lat,
  count: 1,
  size: 30,
  byCategory: [1, 0],
  event: row,
  category: row % 2,
  hollow: false,
  struck: false,
  name: `Event ${row}, 18 Dec, Berlin`,
  label: `Event ${row} & <more>`,
  date: '18 Dec',
  ...more,
});
const marks = [
  mark(1, 13.4, 52.5),
  mark(2, 30.5, 50.4, { hollow: true }),
  mark(3, 21, 47, { struck: true }),
];
const layout = layOutOverlay({
  camera,
  size,
  marks,
  offscreen: [],
  selected: null,
  unplaced: null,
  names: [
    { code: 'PL', kind: 'country', lng: 19.3, lat: 51.9, text: 'POLAND' },
    { code: 'crimea', kind: 'area', lng: 28, lat: 48, text: 'Crimea' },
    { code: 'Vienna', kind: 'city', lng: 16.4, lat: 48.2, text: 'Vienna' },
  ],
  obstacles: [],
  measure: (text) => text.length * 7,
  language: 'en',
  phone: false,
});
const shapes = [
  { row: 1, d: 'm7 7 1 0 0 1z', color: 'var(--dl-category-1)', kind: 'area' },
  { row: 2, d: 'm8 8 1 1', color: 'teal', kind: 'route' },
] as const;
const picture: StaticPicture = { name: 'wide', size, camera, marks, layout, shapes };
const backdrop: Backdrop = {
  units,
  extent: [0, 2000, 9000, 8000],
  paths: ground,
  shapes: new Map(shapes.map((shape) => [shape.row, [shape]])),
  names: [],
};
const nothing = () => {};

const still = render(StaticMap, {
  props: {
    pictures: [picture, { ...picture, name: 'phone' }],
    ground,
    units,
    categories,
    language: 'en',
    label: 'Map',
    linkTo: (row) => `#event-${row}`,
  },
}).body;
const drawn = render(Drawn, {
  props: { ground: null, flat: null, backdrop, scene: { marks, shapes: [] }, camera, size },
}).body;
const overlay = render(Overlay, {
  props: {
    scene: { marks, selected: null },
    look: { categories, language: 'en' },
    layout,
    shown: camera,
    goal: camera,
    size,
    ongo: nothing,
    onselect: nothing,
    onopen: nothing,
    onchip: nothing,
  },
}).body;

/** Elements of some names as they are written, less what is not drawn: comments, ids, classes that
 * style by scope. */
function elements(markup: string, pattern: RegExp): string[] {
  const plain = markup
    .replace(/<!--[^]*?-->/g, '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/ svelte-\w+/g, '');
  return [...plain.matchAll(pattern)].map(([element]) => element);
}

describe('a map as it is sent and one that runs', () => {
  const part = (markup: string, from: string, to: string) =>
    markup.slice(markup.indexOf(from), markup.indexOf(to, markup.indexOf(from)));

  it('have the same paths of ground and shapes, in the same layers', () => {
    const path = /<path class="(?:land|river|lake|coast|border|dashed|shade|line)[^>]*>/g;
    const running = elements(drawn, path);
    expect(running).toHaveLength(6 + 1 + 2);
    const [land, lines] = [
      elements(part(still, `id="${elementIds.layer('land')}"`, '</g>'), path),
      elements(part(still, `id="${elementIds.layer('lines')}"`, '</g>'), path),
    ];
    const around = elements(part(still, `id="${elementIds.picture('wide')}"`, '<text'), path);
    expect([...land, around[0], ...lines, ...around.slice(1)]).toEqual(running);
  });

  it('have the same texts at the same places', () => {
    const text = /<g [^>]*><text class="(?:label|country|area|city)"[^]*?<\/g>/g;
    const running = elements(overlay, text);
    expect(running).toHaveLength(3 + 3);
    expect(running.join()).toContain('Event 1 &amp; &lt;more>');
    const sent = elements(still, text);
    expect(sent).toEqual([...running, ...running]);
  });

  it('have the same glyphs at the same places', () => {
    const glyph = /<path class="(?:halo|glyph|strike|strike-halo)[^>]*>/g;
    const running = elements(overlay, glyph);
    expect(running).toHaveLength(3 + 3 + 2);
    expect(elements(still, glyph)).toEqual([...running, ...running]);
    const places = [...still.matchAll(/class="dl-glyph" transform="translate\(([\d. ]+)\)/g)];
    places.slice(0, 3).forEach(([, place], number) => {
      const { lng, lat } = marks[number]!;
      const [x, y] = place!.split(' ').map(Number);
      const [atX, atY] = project(lng, lat, camera, size);
      expect(Math.hypot(x! - atX, y! - atY)).toBeLessThan(0.1);
    });
  });
});

describe('what scripts read of a map as it is sent', () => {
  const text = JSON.stringify(staticMapData([picture, { ...picture, name: 'phone' }], backdrop));
  const data = JSON.parse(text) as StaticMapData;
  const pathData = (id: string) =>
    new RegExp(`id="${id}"(?: class="[^"]*")? d="([^"]*)"`).exec(still)?.[1] ?? '';

  it('is the ground, the shapes by row and the names of a picture', () => {
    for (const name of ['wide', 'phone']) {
      const one = data.pictures.find((each) => each.name === name)!;
      expect(one.camera).toEqual(camera);
      expect(one.size).toEqual(size);
      const read = backdropOf(data, one, pathData);
      expect(read.units).toBe(units);
      expect(read.extent).toEqual(backdrop.extent);
      expect(read.paths).toEqual(ground);
      expect(read.shapes).toEqual(
        new Map(shapes.map(({ row, d, color, kind }) => [row, [{ d, color, kind }]])),
      );
      expect(new Set(read.names.map(({ code }) => code)).size).toBe(3);
      expect(read.names.map(({ kind, lng, lat, text }) => [kind, lng, lat, text])).toEqual([
        ['country', 19.3, 51.9, 'POLAND'],
        ['area', 28, 48, 'Crimea'],
        ['city', 16.4, 48.2, 'Vienna'],
      ]);
    }
  });

  it('has path data once, in the markup, and each name once', () => {
    for (const d of [...Object.values(ground), ...shapes.map((shape) => shape.d)])
      expect(text).not.toContain(d);
    expect(text.match(/POLAND/g)).toHaveLength(1);
  });
});
