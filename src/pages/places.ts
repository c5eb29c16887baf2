/** Where a story's events are, for what a page does with their places. */
import type { Source } from '../engine/source';
import { boundsOf, fit, type Size } from '../map/mercator';
import { openingCamera } from '../map/opening';
import { extrasFor, shapesFor } from '../map/shapes';
import type { MapMark, PlaceShape } from '../map/types';
import type { Box, Camera } from '../view/camera';
import type { Range } from '../view/stretch';
import type { View } from '../view/view.svelte';
import type { Lead } from './story';
import type { Setting } from './setting';

/** Rows a cluster is asked for when it opens. */
const most = 500;

/** Pixels kept free around what a map opens on: filters above, buttons at the right, chips below. */
const air = [64, 84, 64, 48] as const;
const phoneAir = [36, 60, 60, 36] as const;

/** So many events are asked for place by place; more of them by clusters. */
const few = 2000;
/** A zoom at which clusters tell where things are in the world. */
const coarse = 5;
/** Positions that clusters stand for at most, shared out by how many events they hold. */
const mostPositions = 4000;

const world: Box = [-180, -90, 180, 90];
const always: Range = [-8.64e15 - 1, 8.64e15 + 1];

/** Where the map opens: on the events of the window, far outliers left to the rim. */
export async function openingOf(source: Source, view: View, size: Size): Promise<Camera> {
  const room = size[0] > 500 && size[1] > 300 ? air : phoneAir;
  const find = async (window: Range) => {
    const seen = await positionsIn(source, view, window);
    return seen.length ? seen : null;
  };
  const positions = (await find(view.window)) ?? (await find(always)) ?? [];
  return openingCamera(positions, size, room);
}

/** All events of the window in view. */
export async function wholeOf(source: Source, view: View, size: Size): Promise<Camera> {
  const room = size[0] > 500 ? air : phoneAir;
  const positions = await positionsIn(source, view, view.window);
  const camera = fit(positions, size, room, 8);
  if (view.table.lng.length <= few || camera.zoom <= coarse) return camera;
  // Clusters stand at the middle of their events: a nearer look at that part moves the rim to
  // within less than the room left free around it.
  const zoom = Math.ceil(camera.zoom);
  const nearer = await positionsIn(source, view, view.window, boundsOf(camera, size), zoom);
  return fit(nearer, size, room, 8);
}

/** What opening a mark does: a nearer camera that takes its events apart, or, for events at one
 * place, the next of them to select. */
export async function openingMark(
  source: Source,
  mark: MapMark,
  view: View,
  unplaced: boolean,
  size: Size,
): Promise<{ camera?: Camera; row?: number }> {
  const { lng, lat } = view.table;
  const members = await membersOf(source, mark, view, unplaced);
  const points = unplaced ? [] : members.map((row) => [lng[row]!, lat[row]!] as const);
  if (points.some(([x, y]) => x !== points[0]![0] || y !== points[0]![1])) {
    const near = fit(points, size, 80, 17);
    return { camera: { ...near, zoom: Math.max(near.zoom, view.camera!.zoom + 1) } };
  }
  return { row: members[(members.indexOf(view.selected ?? -1) + 1) % members.length] };
}

/** The rows a mark stands for: those of a view no larger than the mark's own point. */
async function membersOf(
  source: Source,
  mark: MapMark,
  view: View,
  unplaced: boolean,
): Promise<number[]> {
  const [lng, lat] = [mark.lng, mark.lat];
  const [reply] = await source.ask([
    {
      window: [...view.window],
      // No cluster stands at the pole, so that view leaves just the events without a place.
      view: { bbox: unplaced ? [0, 90, 0, 90] : [lng, lat, lng, lat], zoom: view.camera!.zoom },
      categories: view.categories,
      page: { offset: 0, limit: most },
    },
  ]);
  const rows = Array.from(reply!.page ?? []);
  return rows.filter((row) => Number.isNaN(view.table.lng[row]!) === unplaced);
}

/** Positions of the events with a place, each as often as it has events; of a large story those of
 * its clusters, by their share. */
async function positionsIn(
  source: Source,
  { table }: View,
  [from, to]: Range,
  bbox: Box = world,
  zoom = table.lng.length <= few ? 18 : coarse,
): Promise<(readonly [number, number])[]> {
  const [reply] = await source.ask([{ window: [from, to], view: { bbox: [...bbox], zoom } }]);
  const { marks } = reply!;
  const total = marks.reduce((sum, { count }) => sum + count, 0);
  const each = Math.min(1, mostPositions / total);
  return marks.flatMap(({ lng, lat, count }) =>
    new Array<readonly [number, number]>(Math.ceil(count * each)).fill([lng, lat]),
  );
}

/** Shapes of the lone events on the map and of the selected one, which also shows its further
 * places and the places of events it names. */
export function placeShapes(
  { table, details, found, glyphs }: Setting,
  marks: readonly MapMark[],
  selected: number | null,
  leads: readonly Lead[],
): PlaceShape[] {
  const rows = new Set(marks.flatMap(({ event }) => (event === undefined ? [] : [event])));
  if (selected !== null) rows.add(selected);
  const position = (row: number) =>
    Number.isNaN(table.lng[row]!) ? null : ([table.lng[row]!, table.lat[row]!] as const);
  return [...rows].flatMap((row) => {
    const event = details.get(row);
    if (!event) return [];
    const drawn = [event, row, glyphs[event.category]!.color, found, position(row)] as const;
    return row === selected
      ? [...shapesFor(...drawn), ...extrasFor(...drawn, linkedPoints(leads, position))]
      : shapesFor(...drawn);
  });
}

function linkedPoints(
  leads: readonly Lead[],
  position: (row: number) => readonly [number, number] | null,
): (readonly [number, number])[] {
  return leads.flatMap(({ row, named }) => {
    const at = named ? position(row) : null;
    return at ? [at] : [];
  });
}
