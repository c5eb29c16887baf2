/** The measures of a track, and what of it fits. Pure; pixels. */
import { layOutLanes, type LaneLayout, type LaneStyle } from './lanes';
import { shorten } from '../scale/shorten';
import type { Bar, TimelineCategory } from '../types';

/** What holds for a track whatever its width. */
export interface TrackFrame {
  /** Each category has a lane of its own, named in the gutter. */
  readonly laned: boolean;
  /** Pixels of the names' column; 0 without lanes. */
  readonly gutter: number;
  readonly height: number;
}

/** Pixels around the rows of bars, for the ring of a selected one. */
export const ringRoom = 5;

/** Pixels of a name, from middle to middle. */
const nameHeight = 17;
/** Pixels of the gutter that a name's glyph and the space around both take. */
const besideName = 40;
/** Names are set in 13 pixels, and everything else on a track in 12. */
const nameScale = 13 / 12;
/** Pixels from row to row at least; where bars need more rows, counts are drawn in their place. */
const leastPitch = 7;
/** At most, where each category has a lane. */
const lanePitch = 26;

/**
 * @param lanes Whether there is room for lanes with labels.
 * @param measure Pixels of a text of 12 pixels.
 */
export function frameOf(
  categories: readonly TimelineCategory[],
  lanes: boolean,
  measure: (text: string) => number,
): TrackFrame {
  const laned = lanes && categories.length <= 10;
  const widest = Math.max(...categories.map(({ label }) => measure(label) * 1.1), 0);
  return {
    laned,
    gutter: laned ? Math.min(160, Math.ceil(widest) + besideName) : 0,
    height: laned ? Math.max(124, categories.length * 18) : lanes ? 124 : 72,
  };
}

/** The bars in their rows; `null` where there are none, or where they need more rows than can be seen
 * and pressed. */
export function fittingLanes(
  bars: readonly Bar[] | null,
  { laned, height }: TrackFrame,
  style: Pick<LaneStyle, 'focus' | 'width' | 'handles' | 'measure'>,
  categories: readonly TimelineCategory[],
): LaneLayout | null {
  if (!bars) return null;
  const layout = layOutLanes(bars, {
    ...style,
    categories: laned ? categories.length : null,
    room: Math.floor(height / 15),
  });
  if (layout.rows * leastPitch > height) return null;
  return laned ? besideNames(layout, height) : layout;
}

/** The same rows with room in each lane for its name, so that names stand beside what they name; where
 * rows would become too thin for that, lanes have as much room as rows leave them. */
function besideNames(layout: LaneLayout, height: number): LaneLayout {
  const rows = layout.lanes.map((lane) => lane.rows);
  const total = (pitch: number, lane: number) =>
    rows.reduce((sum, each) => sum + Math.max(each * pitch, lane), 0);
  const fits = (pitch: number, lane: number) => total(pitch, lane) <= height;
  const pitch = fits(leastPitch, nameHeight)
    ? greatest(leastPitch, lanePitch, (each) => fits(each, nameHeight))
    : leastPitch;
  const lane = greatest(0, nameHeight, (each) => fits(pitch, each));
  let first = 0;
  const lanes = layout.lanes.map((each) => {
    const placed = { ...each, first };
    first += Math.max(each.rows, lane / pitch);
    return placed;
  });
  const bars = layout.bars.map((bar) => {
    const at = layout.lanes.findIndex((each) => bar.row < each.first + each.rows);
    return { ...bar, row: bar.row - layout.lanes[at]!.first + lanes[at]!.first };
  });
  return { lanes, rows: first, bars };
}

/** The greatest number up to `high` that fits, to a thousandth; `low` where none does. */
function greatest(low: number, high: number, fits: (number: number) => boolean): number {
  if (fits(high)) return high;
  let [least, most] = [low, high];
  while (most - least > 1e-3) {
    const middle = (least + most) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return least;
}

/** Pixels from row to row. */
export function pitchOf({ rows }: LaneLayout, { laned, height }: TrackFrame): number {
  return Math.min(laned ? lanePitch : 18, height / Math.max(1, rows));
}

/** A category's name in the gutter. */
export interface GutterName extends TimelineCategory {
  /** Pixels from the top of the rows to the middle of the name. */
  readonly y: number;
}

/** The names beside their lanes, or evenly beside counts (`layout` is `null`). */
export function placeNames(
  categories: readonly TimelineCategory[],
  layout: LaneLayout | null,
  frame: TrackFrame,
  measure: (text: string) => number,
): GutterName[] {
  const pitch = layout ? pitchOf(layout, frame) : 0;
  const wished = categories.map((_, index) => {
    const lane = layout?.lanes[index];
    return lane
      ? (lane.first + Math.min(lane.rows, 1) / 2) * pitch
      : ((index + 0.5) * frame.height) / categories.length;
  });
  const places = spread(wished, nameHeight, frame.height);
  const room = (frame.gutter - besideName + 7) / nameScale;
  return categories.map((category, index) => ({
    ...category,
    label: shorten(category.label, room, measure),
    y: places[index]!,
  }));
}

/**
 * The places nearest to those wished for (rising) that are `apart` from each other and inside
 * `[0, height]` by half of it; evenly squeezed where there is no room for that.
 */
export function spread(wished: readonly number[], apart: number, height: number): number[] {
  const each = Math.min(apart, height / Math.max(1, wished.length));
  const places: number[] = [];
  for (const [index, place] of wished.entries())
    places.push(Math.max(place, index === 0 ? each / 2 : places[index - 1]! + each));
  let limit = height - each / 2;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - each;
  }
  return places;
}
