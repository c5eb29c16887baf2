/** Where a story's events are, for what a page does with their places. */
import type { EventTable } from '../engine/desk';
import type { Source } from '../engine/source';
import { extrasFor, shapesFor } from '../map/shapes';
import type { MapMark, PlaceShape, ResolvedShape } from '../map/types';
import type { Story } from '../model/event';
import type { Range } from '../view/stretch';
import type { View } from '../view/view.svelte';

/** Rows a cluster is asked for when it opens. */
const most = 500;

/** The rows a mark stands for: those of a view no larger than the mark's own point. */
export async function membersOf(
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
export function positionsIn(
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
