/** Where a story's events are, for what a page does with their places. */
import type { AnswerSource } from '../../story/source';
import { boundsOf, fit, type Size } from '../../map/camera/mercator';
import { openingCamera } from '../../map/camera/opening';
import type { extrasFor } from '../../map/shapes/extras';
import { shapesFor } from '../../map/shapes/shapes';
import type { MapMark, PlaceShape } from '../../map/types';
import type { Camera } from '../../view/camera';
import type { Box } from '../../world/types';
import { always } from '../../view/stretch';
import { type Range } from '../../model/time/calendar';
import type { ListedPlace, View } from '../../view/view.svelte';
import type { RelatedEvent } from '../../story';
import { isWide } from './pictures';
import type { DisplayContext } from './setting';

/** Rows a cluster is asked for when it opens. */
const most = 500;

/** Pixels kept free around what a map opens on: buttons at the right, chips below. */
const air = [48, 84, 64, 48] as const;
const phoneAir = [36, 60, 60, 36] as const;
/** Beside these: for discs that stand for many events, and for the events without a place. */
const discAir = [8, 26, 8, 8] as const;
const unplacedAir = 20;
/** Events on the map, or at one place of it, from which discs are large. */
const manyEvents = 9;
const manyAtOnePlace = 5;

/** So many events are asked for place by place; more of them by clusters, nearer and nearer. */
const few = 2000;
/** The zoom of a first look at many. */
const coarse = 2;
const looks = 6;
/** Positions that clusters stand for at most, shared out by how many events they hold. */
const mostPositions = 2000;

const world: Box = [-180, -90, 180, 90];

type Positions = (readonly [number, number])[];

/** Where the map opens: on the events of the window, far outliers left to the rim. */
export async function openingOf(source: AnswerSource, view: View, size: Size): Promise<Camera> {
  const room = size[0] > 500 && size[1] > 300 ? air : phoneAir;
  const below = view.table.lng.some(Number.isNaN) ? unplacedAir : 0;
  const fitted = (positions: Positions) => {
    const discs = hasLargeDiscs(positions) ? discAir : ([0, 0, 0, 0] as const);
    const [top, right, bottom, left] = room;
    return openingCamera(positions, size, [
      top + discs[0],
      right + discs[1],
      bottom + discs[2] + below,
      left + discs[3],
    ]);
  };
  return (
    (await cameraOver(source, view, view.window, size, fitted)) ??
    (await cameraOver(source, view, always, size, fitted)) ??
    fitted([])
  );
}

function hasLargeDiscs(positions: Positions): boolean {
  if (positions.length >= manyEvents) return true;
  const counts = new Map<string, number>();
  for (const place of positions.map(String)) counts.set(place, (counts.get(place) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= manyAtOnePlace;
}

/** All events of the window in view. */
export async function wholeOf(source: AnswerSource, view: View, size: Size): Promise<Camera> {
  const room = size[0] > 500 ? air : phoneAir;
  const fitted = (positions: Positions) => fit(positions, size, room, 8);
  return (await cameraOver(source, view, view.window, size, fitted)) ?? fitted([]);
}

/**
 * A camera over the places of a window's events; nothing where there are none. Clusters stand at
 * the middle of their events, so of many events the part that was found is looked at again as
 * closely as it would be shown: then the rim is off by less than the room left free around it.
 */
async function cameraOver(
  source: AnswerSource,
  view: View,
  window: Range,
  size: Size,
  fitted: (positions: Positions) => Camera,
): Promise<Camera | null> {
  let zoom = view.table.lng.length <= few ? 18 : coarse;
  let positions = await positionsIn(source, window, world, zoom);
  if (positions.length === 0) return null;
  let camera = fitted(positions);
  for (let look = 1; look < looks && camera.zoom > zoom; look++) {
    zoom = Math.min(18, Math.ceil(camera.zoom));
    const box = boundsOf({ ...camera, zoom: camera.zoom - 0.5 }, size);
    positions = await positionsIn(source, window, box, zoom);
    if (positions.length === 0) break;
    camera = fitted(positions);
  }
  return camera;
}

/** What opening a mark does: a nearer camera that takes its events apart; for events at one place, or
 * without one, the place whose events are listed; for a single event, its row. */
export async function openingMark(
  source: AnswerSource,
  mark: MapMark,
  view: View,
  unplaced: boolean,
  size: Size,
): Promise<{ camera?: Camera; place?: ListedPlace; row?: number }> {
  const { lng, lat } = view.table;
  const members = await membersOf(source, mark, view, unplaced);
  const isArea = (row: number) => isWide(view.details.get(row)?.where);
  const points = unplaced ? [] : members.map((row) => [lng[row]!, lat[row]!] as const);
  if (points.some(([x, y]) => x !== points[0]![0] || y !== points[0]![1])) {
    const near = fit(points, size, members.some(isArea) ? around(size) : 80, 17);
    return { camera: { ...near, zoom: Math.max(near.zoom, view.camera!.zoom + 1) } };
  }
  if (members.length < 2) return { row: members[0] };
  return { place: unplaced ? 'unplaced' : { lng: points[0]![0], lat: points[0]![1] } };
}

/** Pixels that marks of areas come apart by: closer by, an area would fill the map. */
const areasApart = 120;

function around([width, height]: Size): readonly [number, number, number, number] {
  const [across, down] = [width, height].map((pixels) => Math.max(0, (pixels - areasApart) / 2));
  return [down!, across!, down!, across!];
}

/** The rows a mark stands for: those of a view no larger than the mark's own point. */
async function membersOf(
  source: AnswerSource,
  mark: MapMark,
  view: View,
  unplaced: boolean,
): Promise<number[]> {
  const [lng, lat] = [mark.lng, mark.lat];
  const [reply] = await source.ask([
    {
      window: [...view.window],
      view: { bbox: [lng, lat, lng, lat], zoom: view.camera!.zoom },
      unplaced: unplaced ? 'only' : 'none',
      categories: view.categories,
      page: { offset: 0, limit: most },
    },
  ]);
  return Array.from(reply!.page ?? []);
}

/** Positions of the events with a place, each as often as it has events; of very many those of
 * their clusters, by their share. */
async function positionsIn(
  source: AnswerSource,
  [from, to]: Range,
  bbox: Box,
  zoom: number,
): Promise<Positions> {
  const [reply] = await source.ask([{ window: [from, to], view: { bbox: [...bbox], zoom } }]);
  const { marks } = reply!;
  const total = marks.reduce((sum, { count }) => sum + count, 0);
  const each = Math.min(1, mostPositions / total);
  return marks.flatMap(({ lng, lat, count }) =>
    new Array<readonly [number, number]>(Math.ceil(count * each)).fill([lng, lat]),
  );
}

/** Draws what only a selected event shows. */
export type Extras = typeof extrasFor;

/**
 * Shapes of the lone events on the map and of the selected one, which also shows its further places
 * and the places of events it names.
 *
 * @param extras `null` until its code has come.
 */
export function shownShapes(
  { table, details, shapes, glyphs }: DisplayContext,
  marks: readonly MapMark[],
  selected: number | null,
  leads: readonly RelatedEvent[],
  extras: Extras | null,
): PlaceShape[] {
  const rows = new Set(marks.flatMap(({ event }) => (event === undefined ? [] : [event])));
  if (selected !== null) rows.add(selected);
  const position = (row: number) =>
    Number.isNaN(table.lng[row]!) ? null : ([table.lng[row]!, table.lat[row]!] as const);
  return [...rows].flatMap((row) => {
    const event = details.get(row);
    if (!event) return [];
    const drawn = [event, row, glyphs[event.category]!.color, shapes, position(row)] as const;
    return row === selected && extras
      ? [...shapesFor(...drawn), ...extras(...drawn, linkedPoints(leads, position))]
      : shapesFor(...drawn);
  });
}

/** Whether two sets of shapes look the same; circles are made anew each time. */
export function sameShapes(a: readonly PlaceShape[], b: readonly PlaceShape[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ geometry, properties: { row, color, kind } }, at) => {
      const other = b[at]!;
      const { row: otherRow, color: otherColor, kind: otherKind } = other.properties;
      return (
        row === otherRow &&
        color === otherColor &&
        kind === otherKind &&
        (geometry === other.geometry || sameRing(geometry, other.geometry))
      );
    })
  );
}

function sameRing(a: PlaceShape['geometry'], b: PlaceShape['geometry']): boolean {
  if (a.type !== 'Polygon' || b.type !== 'Polygon') return false;
  const [ring, other] = [a.coordinates[0]!, b.coordinates[0]!];
  return (
    a.coordinates.length === 1 &&
    b.coordinates.length === 1 &&
    ring.length === other.length &&
    ring.every(([lng, lat], at) => lng === other[at]![0] && lat === other[at]![1])
  );
}

function linkedPoints(
  leads: readonly RelatedEvent[],
  position: (row: number) => readonly [number, number] | null,
): (readonly [number, number])[] {
  return leads.flatMap(({ row, named }) => {
    const at = named ? position(row) : null;
    return at ? [at] : [];
  });
}
