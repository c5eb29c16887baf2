/**
 * Intervals → rows of bars with labels and soft ends. Pure; pixels from the track's left and rows
 * from its top.
 *
 * Bars go, by start, into the first row that is free; those that run through the whole track go
 * last, below what they surround. With labels to draw, rows are first kept free
 * for the labels too; where that takes more rows than there is room for, bars alone decide and
 * labels take what is left: right of the bar, in it, left of it, or shortened.
 */
import { lastInstant } from '../../model/time/calendar';
import { shorten } from '../scale/shorten';
import { timeScale, type TimeScale } from '../scale/scale';
import type { Bar } from '../types';
import type { Range } from '../../model/time/calendar';

export interface BarLabel {
  readonly text: string;
  /** Pixels to the text's left end. */
  readonly x: number;
  /** Pixels it takes. */
  readonly size: number;
  readonly inside: boolean;
}

export interface PlacedBar {
  readonly bar: Bar;
  /** What is to be drawn, in pixels; it may begin or end outside the track. */
  readonly x0: number;
  readonly x1: number;
  /** From the track's top, in rows; between two where lanes have room for their names. */
  readonly row: number;
  /** Too short for a bar: a glyph stands for it. */
  readonly short: boolean;
  readonly label: BarLabel | null;
  /** The bar has no known start or end: it runs off the edge. */
  readonly startOpen: boolean;
  readonly endOpen: boolean;
}

/** Rows `[first, first + rows)` belong to one category; packed bars have a single lane of all. */
export interface Lane {
  /** `null` where all categories are packed together. */
  readonly category: number | null;
  readonly first: number;
  readonly rows: number;
}

export interface LaneLayout {
  readonly lanes: readonly Lane[];
  readonly rows: number;
  readonly bars: readonly PlacedBar[];
}

export interface LaneStyle {
  readonly focus: Range;
  readonly width: number;
  /** One lane for each of this many categories; `null`: packed together. */
  readonly categories: number | null;
  /** Rows there is room for before labels are given up. */
  readonly room: number;
  /** The window's edges in pixels: labels in bars keep clear of the handles there. */
  readonly handles?: readonly [number, number];
  /** Pixels a label takes; `null`: no labels. */
  readonly measure: ((text: string) => number) | null;
}

/** Nothing is drawn narrower than this: it is as wide as a glyph. */
export const leastWidth = 12;

/** What is narrower than this is drawn as its category's glyph: as a bar it would be an oval. */
const leastBar = 20;

const gap = 4;
const labelGap = 6;
/** A label in a bar leaves the bar's beginning to be seen. */
const labelInset = 16;
const longestLabel = 190;
const shortestLabel = 42;

export function layOutLanes(bars: readonly Bar[], style: LaneStyle): LaneLayout {
  const scale = timeScale(style.focus, style.width);
  const boxes = bars
    .filter((bar) => bar.start < style.focus[1] && bar.end > style.focus[0])
    .map((bar) => boxOf(bar, scale, style))
    .sort(
      (a, b) =>
        Number(a.through) - Number(b.through) ||
        a.bar.start - b.bar.start ||
        b.bar.end - a.bar.end ||
        a.bar.row - b.bar.row,
    );
  const groups: { category: number | null; boxes: Box[] }[] =
    style.categories === null
      ? [{ category: null, boxes }]
      : Array.from({ length: style.categories }, (_, category) => ({
          category,
          boxes: boxes.filter((box) => box.bar.category === category),
        }));
  const generous = groups.map((group) => pack(group.boxes, (box) => box.reach));
  const tight = () => groups.map((group) => pack(group.boxes, (box) => box.x1));
  const rows = style.measure && count(generous) <= style.room ? generous : tight();
  let first = 0;
  const lanes = rows.map((group, index): Lane => {
    const lane = { category: groups[index]!.category, first, rows: Math.max(1, group.length) };
    first += lane.rows;
    return lane;
  });
  const placed = rows.flatMap((group, index) =>
    group.flatMap((row, at) => label(row, lanes[index]!.first + at, style)),
  );
  return { lanes, rows: first, bars: placed };
}

/** A piece of a bar and how strongly it is filled, to be laid over the pieces before it. */
export interface Segment {
  readonly x0: number;
  readonly x1: number;
  readonly opacity: number;
}

/** Soft ends as steps of opacity: pieces from the whole bar inwards, each nearer to solid; a bar
 * soft on both sides stays light, because none of it is certain. */
export function segments(x0: number, x1: number, startSoft: boolean, endSoft: boolean): Segment[] {
  if (!startSoft && !endSoft) return [{ x0, x1, opacity: 1 }];
  const opacities = startSoft && endSoft ? [0.16, 0.14, 0.14, 0.14] : [0.25, 0.3, 0.5, 1];
  const zone = Math.min(36, (x1 - x0) * (startSoft && endSoft ? 0.36 : 0.5));
  return opacities.map((opacity, index) => ({
    x0: startSoft ? x0 + (zone * index) / 3 : x0,
    x1: endSoft ? x1 - (zone * index) / 3 : x1,
    opacity,
  }));
}

/** Pixels that a label's letters take in height, and a bar at least. */
const labelHeight = 11;
const barHeight = 4;

/**
 * Where rows are thinner than a line of text, labels that would run into a label or a bar of a row
 * above or below are left out, later ones first.
 *
 * @param pitch Pixels from one row to the next.
 */
export function thinned(bars: readonly PlacedBar[], pitch: number): readonly PlacedBar[] {
  if (pitch >= labelHeight) return bars;
  const rows = new Map<number, PlacedBar[]>();
  for (const bar of bars) rows.set(bar.row, [...(rows.get(bar.row) ?? []), bar]);
  const near = (row: number, height: number, visit: (other: PlacedBar) => boolean) => {
    for (const [other, bars] of rows)
      if (other !== row && Math.abs(other - row) * pitch < height && bars.some(visit)) return true;
    return false;
  };
  const kept = new Set<PlacedBar>();
  for (const bar of bars) {
    const { label, row } = bar;
    if (!label) continue;
    const from = label.x - gap;
    const to = label.x + label.size + gap;
    const onLabel = near(row, labelHeight, (other) => {
      const theirs = kept.has(other) && other.label;
      return Boolean(theirs && theirs.x < to && theirs.x + theirs.size > from);
    });
    const onBar = near(row, (labelHeight + barHeight) / 2, ({ x0, x1 }) => x0 < to && x1 > from);
    if (!onLabel && !onBar) kept.add(bar);
  }
  return bars.map((bar) => (bar.label && !kept.has(bar) ? { ...bar, label: null } : bar));
}

/** Pixels from a handle's middle, across and down, that it covers. */
const handleReach = [9, 24] as const;

/**
 * The bars with labels that no handle covers: shortened before it or moved behind it, else left out.
 *
 * @param handles The window's edges in pixels; handles stand in the middle of the rows.
 * @param pitch Pixels from one row to the next.
 */
export function clearOfHandles(
  bars: readonly PlacedBar[],
  handles: readonly number[],
  pitch: number,
  height: number,
  measure: (text: string) => number,
): readonly PlacedBar[] {
  const [across, down] = handleReach;
  return bars.map((placed) => {
    const { label, row, bar } = placed;
    if (!label || Math.abs((row + 0.5) * pitch - height / 2) > down) return placed;
    const end = label.x + label.size;
    const handle = handles.find((x) => label.x < x + across && end > x - across);
    if (handle === undefined) return placed;
    const before = handle - across - label.x;
    const after = end - handle - across;
    const text = shorten(bar.label, Math.max(before, after), measure);
    const size = measure(text);
    const x = before >= after ? label.x : end - size;
    return { ...placed, label: text.length > 3 ? { ...label, text, x, size } : null };
  });
}

interface Box {
  readonly bar: Bar;
  readonly x0: number;
  readonly x1: number;
  /** Where the bar and a label right of it would end. */
  readonly reach: number;
  readonly size: number;
  readonly startOpen: boolean;
  readonly endOpen: boolean;
  readonly through: boolean;
  readonly short: boolean;
}

function boxOf(bar: Bar, scale: TimeScale, { focus, width, measure }: LaneStyle): Box {
  const startOpen = bar.start <= -lastInstant;
  const endOpen = bar.end >= lastInstant;
  // Far outside the track nothing is seen, and huge coordinates break drawing.
  const left = Math.max(-100, startOpen ? 2 : scale(bar.start));
  const right = Math.min(width + 100, endOpen ? width - 2 : scale(bar.end));
  const middle = (left + right) / 2;
  const open = startOpen || endOpen;
  const narrow = right - left < (open ? leastWidth : leastBar);
  const x0 = narrow ? Math.min(Math.max(middle - leastWidth / 2, 0), width - leastWidth) : left;
  const x1 = narrow ? x0 + leastWidth : right;
  const size = measure ? Math.min(measure(bar.label), longestLabel) : 0;
  const beside = x1 + labelGap + size <= width;
  const reach = beside ? x1 + labelGap + size : x1;
  const through = bar.start <= focus[0] && bar.end >= focus[1];
  return { bar, x0, x1, reach, size, startOpen, endOpen, through, short: narrow && !open };
}

function pack(boxes: readonly Box[], end: (box: Box) => number): Box[][] {
  const rows: Box[][] = [];
  for (const box of boxes) {
    const free = rows.find((row) => end(row.at(-1)!) + gap <= box.x0);
    if (free) free.push(box);
    else rows.push([box]);
  }
  return rows;
}

function count(groups: readonly Box[][][]): number {
  return groups.reduce((sum, group) => sum + Math.max(1, group.length), 0);
}

function label(row: readonly Box[], number: number, style: LaneStyle): PlacedBar[] {
  const { width, measure } = style;
  let taken = 0;
  return row.map((box, index) => {
    const until = (row[index + 1]?.x0 ?? width + gap) - gap;
    const spot = measure ? spotFor(box, taken, until, style, measure) : null;
    const onRight = spot !== null && !spot.inside && spot.x > box.x0;
    taken = (onRight ? box.x1 + labelGap + measure!(spot.text) : box.x1) + gap;
    const { bar, x0, x1, short, startOpen, endOpen } = box;
    return { bar, x0, x1, row: number, short, label: spot, startOpen, endOpen };
  });
}

/** Right of the bar, inside or left of it where it fits whole; else where most of it fits. */
function spotFor(
  box: Box,
  taken: number,
  until: number,
  { width, handles }: LaneStyle,
  measure: (text: string) => number,
): BarLabel | null {
  const from = Math.max(0, box.x0);
  const to = Math.min(width, box.x1);
  const right = { room: until - box.x1 - labelGap, inside: false, left: false };
  const inside = { room: to - from - labelInset - labelGap, inside: true, left: false };
  const left = { room: from - labelGap - taken, inside: false, left: true };
  const places = [right, inside, left];
  const whole = places.find((place) => place.room >= box.size);
  const place = whole ?? places.reduce((best, each) => (each.room > best.room ? each : best));
  if (place.room < Math.min(shortestLabel, box.size)) return null;
  const text = shorten(box.bar.label, Math.min(place.room, longestLabel), measure);
  if (!text) return null;
  const size = measure(text);
  if (place.left) return { text, x: from - labelGap - size, size, inside: false };
  if (!place.inside) return { text, x: box.x1 + labelGap, size, inside: false };
  const x = clearOf(handles ?? [], from + labelInset, size);
  return { text, x: x + size + labelGap <= to ? x : from + labelInset, size, inside: true };
}

/** The first place from `x` on where `size` pixels touch no handle. */
function clearOf(handles: readonly number[], x: number, size: number): number {
  return handles.reduce(
    (at, handle) => (at < handle + 14 && at + size > handle - 14 ? handle + 18 : at),
    x,
  );
}
