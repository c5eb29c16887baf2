/** Where a story's events are, for what a page does with their places. */
import type { EventTable } from '../engine/desk';
import type { Source } from '../engine/source';
import { fit, type Size } from '../map/mercator';
import { openingCamera } from '../map/opening';
import { extrasFor, shapesFor } from '../map/shapes';
import type { MapMark, PlaceShape, ResolvedShape } from '../map/types';
import type { Story } from '../model/event';
import type { Camera } from '../view/camera';
import type { Range } from '../view/stretch';
import type { View } from '../view/view.svelte';
import type { Setting } from './setting';

/** Rows a cluster is asked for when it opens. */
const most = 500;

/** Pixels kept free around what a map opens on: filters above, buttons at the right, chips below. */
const air = [64, 84, 64, 48] as const;
const phoneAir = [36, 60, 60, 36] as const;

/** Where the map opens: on the events of the window, far outliers left to the rim. */
export function openingOf({ story, table }: Setting, window: Range, size: Size): Camera {
  const seen = positionsIn(story, table, window);
  const room = size[0] > 500 && size[1] > 300;
  return openingCamera(seen.length ? seen : positionsIn(story, table), size, room ? air : phoneAir);
}

/** All events of the window in view. */
export function wholeOf({ story, table }: Setting, window: Range, size: Size): Camera {
  return fit(positionsIn(story, table, window), size, size[0] > 500 ? air : phoneAir, 8);
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

/** Positions of the events with a place, of all or of those in a window. */
function positionsIn(
  story: Story,
  table: EventTable,
  window?: Range,
): (readonly [number, number])[] {
  return story.events.flatMap(({ time }, row) =>
    Number.isNaN(table.lng[row]!) || (window && !(time.start < window[1] && time.end > window[0]))
      ? []
      : [[table.lng[row]!, table.lat[row]!] as const],
  );
}

/** Shapes of the lone events on the map and of the selected one, which also shows its further
 * places and what it is linked to. */
export function placeShapes(
  story: Story,
  table: EventTable,
  found: ReadonlyMap<string, ResolvedShape>,
  marks: readonly MapMark[],
  selected: number | null,
  glyphs: readonly { color: string }[],
): PlaceShape[] {
  const rows = new Set(marks.flatMap(({ event }) => (event === undefined ? [] : [event])));
  if (selected !== null) rows.add(selected);
  const position = (row: number) =>
    row < 0 || Number.isNaN(table.lng[row]!) ? null : ([table.lng[row]!, table.lat[row]!] as const);
  const linked = (row: number) =>
    story.events[row]!.links.flatMap((link) => {
      const at = position(story.events.findIndex(({ id }) => id === link.event));
      return at ? [at] : [];
    });
  return [...rows].flatMap((row) => {
    const event = story.events[row]!;
    const drawn = [event, row, glyphs[event.category]!.color, found, position(row)] as const;
    return row === selected
      ? [...shapesFor(...drawn), ...extrasFor(...drawn, linked(row))]
      : shapesFor(...drawn);
  });
}
