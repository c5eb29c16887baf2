/** Props of the cases, in the one place that knows their shape. */
import type { ComponentProps } from 'svelte';
import { loadGround, type GeoFile } from '../../src/world/atlas';
import { worldSize } from '../../src/world/mercator';
import type { Box } from '../../src/world/types';
import { mercatorX, mercatorY } from '../../src/engine/base/mercator';
import { boundsOf } from '../../src/map/camera/mercator';
import { shortPath } from '../../src/map/ground/pen';
import { layOutOverlay, type LayoutRequest } from '../../src/map/over/layout';
import { sizeScale } from '../../src/map/over/mark-look';
import type Overlay from '../../src/map/over/Overlay.svelte';
import type StaticMap from '../../src/map/StaticMap.svelte';
import type { MapCategory, MapMark, Offscreen } from '../../src/map/types';
import { barsOf } from '../../src/pages/app/pictures';
import century from '../fixtures/century.geojson?raw';
import fortyMinutes from '../fixtures/forty-minutes.geojson?raw';
import type { Story } from '../../src/model/event';
import type { WorldviewId } from '../../src/model/worldviews';
import { displayContext, type DisplayContext } from '../../src/pages/app/setting';
import { entryOf, type ListEntry } from '../../src/panel/entry';
import { Details } from '../../src/story/details.svelte';
import { tableOf } from '../../src/story/event-table';
import { openStoryIndex } from '../../src/story/story-index';
import { densestStretch, storySpan } from '../../src/story/story-span';
import type StaticTimeline from '../../src/timeline/StaticTimeline.svelte';
import type Timeline from '../../src/timeline/Timeline.svelte';
import type { Bar, Bins, TimelineCategory } from '../../src/timeline/types';
import type { Camera } from '../../src/view/camera';
import { paletteColor } from '../../src/ui/glyphs';
import { wordsFor } from '../../src/view/dates-in-words';
import { View } from '../../src/view/view.svelte';
import { storyOf } from '../view/stories';

const fixtures = { 'forty-minutes': fortyMinutes, century };

export const nothing = () => {};
export const words = wordsFor('en', 'UTC');

/** Milliseconds of a UTC date or timestamp. */
export function at(date: string): number {
  return Date.parse(date.length > 10 ? `${date}Z` : date);
}

export const range = (from: string, to: string) => [at(from), at(to)] as const;

const shapes = ['circle', 'diamond', 'square', 'triangle', 'hexagon', 'star', 'cross'] as const;

export function categories(...labels: string[]): TimelineCategory[] & MapCategory[] {
  return labels.map((label, number) => ({
    label,
    color: paletteColor(number),
    shape: shapes[number % shapes.length]!,
  }));
}

// Timeline.

export function bar(row: number, from: string, to: string, more: Partial<Bar> = {}): Bar {
  return {
    row,
    start: at(from),
    end: at(to),
    startSoft: false,
    endSoft: false,
    category: row % 3,
    status: 'happened',
    label: `Event ${row}`,
    date: 'some day',
    ...more,
  };
}

/** Counts of equal bins. */
export function bins(
  [from, to]: readonly [number, number],
  count: number,
  categories: number,
  value: (bin: number, category: number) => number,
): Bins {
  const values = Uint32Array.from({ length: count * categories }, (_, at) =>
    value(Math.floor(at / categories), at % categories),
  );
  return { from, to, count, categories, values };
}

const layouts = {
  wide: { name: 'wide', room: 1248, lanes: true, compact: false },
  medium: { name: 'medium', room: 648, lanes: false, compact: false },
  phone: { name: 'phone', room: 358, lanes: false, compact: true },
} as const;

const december = {
  span: range('2025-12-01', '2025-12-25'),
  focus: range('2025-12-13', '2025-12-22'),
  window: range('2025-12-14', '2025-12-21'),
  outside: [],
  bins: null,
  overview: null,
  asOf: null,
  zone: 'UTC',
  words,
  categories: categories('Talks', 'Strike', 'Summit'),
  summary: '',
};

type StaticTimelineProps = ComponentProps<typeof StaticTimeline>;

/** A week of December, drawn before any script runs. */
export function staticTimeline(
  layout: keyof typeof layouts,
  bars: readonly Bar[] | null,
  more: Partial<StaticTimelineProps> = {},
): StaticTimelineProps {
  return { ...december, strip: false, tracks: [layouts[layout]], bars, ...more };
}

/** A story of `tests/fixtures/` as it opens, on a wide page. */
export function fixtureTimeline(name: keyof typeof fixtures): StaticTimelineProps {
  const { features, ...members } = JSON.parse(fixtures[name]) as Properties & {
    features: { properties: Properties }[];
  };
  const { setting, view } = storyCase(
    features.map(({ properties }) => properties),
    { ...members, asOf: '2030-01-01' },
  );
  return staticTimeline('wide', barsOf(view.picture!, setting), {
    span: view.span!,
    focus: view.focus,
    window: view.window,
    categories: [...setting.glyphs],
    strip: true,
  });
}

type TimelineProps = ComponentProps<typeof Timeline>;

/** The same with its controls. */
export function liveTimeline(
  bars: readonly Bar[],
  more: Partial<TimelineProps> = {},
): TimelineProps {
  return {
    ...december,
    bars,
    reach: december.span,
    landmarks: [],
    lanes: true,
    compact: false,
    strip: true,
    framed: false,
    selected: null,
    playing: false,
    playback: { step: null, speed: 1, cumulative: true },
    nearest: (ms: number) => ms,
    onwindow: nothing,
    onfocus: nothing,
    onselect: nothing,
    onplay: nothing,
    onplayback: nothing,
    ...more,
  };
}

// Map.

export function mark(row: number, lng: number, lat: number, more: Partial<MapMark> = {}): MapMark {
  return {
    key: `event ${row}`,
    lng,
    lat,
    count: 1,
    size: 30,
    byCategory: [0, 0, 0].map((_, category) => Number(category === row % 3)),
    event: row,
    category: row % 3,
    hollow: false,
    struck: false,
    name: `Event ${row}, 18 Dec, somewhere`,
    label: `Event ${row}`,
    date: '18 Dec',
    ...more,
  };
}

export function cluster(lng: number, lat: number, byCategory: readonly number[]): MapMark {
  const count = byCategory.reduce((sum, each) => sum + each, 0);
  return {
    key: `cluster ${lng} ${lat}`,
    lng,
    lat,
    count,
    size: sizeScale(14_400)(count),
    byCategory,
    hollow: false,
    struck: false,
    name: `${count} events, near somewhere`,
    label: '',
    date: '',
  };
}

export function offscreen(row: number, lng: number, lat: number, distance: string): Offscreen {
  const label = `Far event ${row}`;
  return { row, lng, lat, category: row % 3, hollow: false, label, date: '18 Dec', distance };
}

const mapSize = [640, 360] as const;
export const europe: Camera = { lng: 20, lat: 50, zoom: 3.2 };
export const mapCategories = categories('Talks', 'Strike', 'Summit');
const letter = 7;

function overlayLayout(request: Partial<LayoutRequest>) {
  return layOutOverlay({
    camera: europe,
    size: mapSize,
    marks: [],
    offscreen: [],
    selected: null,
    unplaced: null,
    names: [],
    obstacles: [],
    measure: (text) => text.length * letter,
    language: 'en',
    phone: false,
    ...request,
  });
}

type Shape = ComponentProps<typeof StaticMap>['pictures'][number]['shapes'][number];

/** Steps of the paths' grid across the world: three a pixel. */
const unitsOf = (camera: Camera) => Math.round(worldSize(camera.zoom) * 3);

/** The map as a page is sent with it. */
export function staticMap(
  request: Partial<LayoutRequest>,
  { ground = block, shapes = [] }: { ground?: Ground; shapes?: readonly Shape[] } = {},
): ComponentProps<typeof StaticMap> {
  const { camera = europe, marks = [] } = request;
  const layout = overlayLayout(request);
  return {
    pictures: [{ name: 'wide', size: mapSize, camera, marks, layout, shapes }],
    ground,
    units: unitsOf(camera),
    categories: mapCategories,
    language: 'en',
    label: 'Map',
    linkTo: (row) => `#event-${row}`,
  };
}

type Ground = ComponentProps<typeof StaticMap>['ground'];

/** A block of land with a lake, for what is not about land. */
const block: Ground = (() => {
  const draw = around(europe);
  const box = ([west, south, east, north]: Box) =>
    draw({
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    });
  const line = (coordinates: [number, number][]) => draw({ type: 'LineString', coordinates });
  return {
    land: box([0, 42, 45, 58]),
    coast: '',
    borders: line([
      [24, 42],
      [24, 58],
    ]),
    dashed: line([
      [34, 44],
      [34, 47],
    ]),
    lakes: box([28, 53, 31, 55]),
    rivers: line([
      [10, 44],
      [16, 55],
    ]),
  };
})();

/** Draws on the grid of a camera's map. */
export function around(camera: Camera) {
  const units = unitsOf(camera);
  const world = worldSize(camera.zoom);
  const [x, y] = [mercatorX(camera.lng) * units, mercatorY(camera.lat) * units];
  const [across, down] = mapSize.map((pixels) => (pixels / world / 2) * units) as [number, number];
  return shortPath(units, [x - across, y - down, x + across, y + down]);
}

/** The drawn world around a place, as a worldview has it. */
export async function worldviewMap(camera: Camera, borders: WorldviewId, geo: GeoFile) {
  const ground = await loadGround(camera.zoom, boundsOf(camera, mapSize), borders, geo);
  const draw = around(camera);
  const all = (list: readonly Parameters<typeof draw>[0][]) =>
    list.map((shape) => draw(shape)).join('');
  return staticMap(
    { camera },
    {
      ground: {
        land: all(ground.land),
        coast: '',
        borders: all(ground.borders),
        dashed: all(ground.dashed),
        lakes: '',
        rivers: '',
      },
    },
  );
}

/** What stands over a running map. */
export function overlay(request: Partial<LayoutRequest>): ComponentProps<typeof Overlay> {
  const { camera = europe, marks = [], selected = null } = request;
  return {
    scene: { marks, selected },
    look: { categories: mapCategories, language: 'en' },
    layout: overlayLayout(request),
    shown: camera,
    goal: camera,
    size: mapSize,
    ongo: nothing,
    onselect: nothing,
    onopen: nothing,
    onchip: nothing,
  };
}

// Stories, for lists, articles and dialogs.

export type Properties = Readonly<Record<string, unknown>>;

const storyMembers = {
  asOf: '2025-12-19',
  categories: [
    { id: 'talks', label: 'Talks', color: '#1b64ac' },
    { id: 'strike', label: 'Strike' },
  ],
  sources: {
    paper: {
      title: 'Report of the day',
      publisher: 'The Paper',
      url: 'https://example.org/report',
      archiveUrl: 'https://archive.example.org/report',
      published: '2025-12-18',
    },
  },
};

export interface StoryCase {
  readonly story: Story;
  readonly setting: DisplayContext;
  /** All events, in their order. */
  readonly entries: readonly ListEntry[];
  /** Looked at as the story opens. */
  readonly view: View;
}

/** A story of records like those of a file; each is a talk unless it says otherwise. */
export function storyCase(records: readonly Properties[], members: Properties = {}): StoryCase {
  const story = storyOf(
    records.map((record) => ({
      category: 'talks',
      when: '2025-12-18',
      at: [13.4, 52.5],
      ...record,
    })),
    { ...storyMembers, ...members },
  );
  const table = tableOf(
    story.events,
    story.events.map(({ geometry }) =>
      geometry?.type === 'Point'
        ? ([geometry.coordinates[0]!, geometry.coordinates[1]!] as const)
        : null,
    ),
  );
  const span = storySpan(table, story.timeZone);
  const opening = densestStretch(table, story.timeZone, story.asOf?.end);
  const details = new Details(async () => [], story.events);
  const setting = displayContext({ story, table, details, span, opening, shapes: new Map() });
  const view = new View(setting);
  const index = openStoryIndex(table);
  view.look(europe, [-30, 30, 60, 65]);
  view.receive(
    view.questions!,
    view.questions!.map((question) => index.ask(question)),
  );
  return {
    story,
    setting,
    entries: story.events.map((event, row) => entryOf(event, row, setting)),
    view,
  };
}
