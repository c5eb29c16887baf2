/**
 * Events in the window but outside the view → chips on the map's rim that name them and point at
 * them. Pure and deterministic.
 */
import { project, type Size } from '../camera/mercator';
import { t } from '../../words/page';
import { cutToWidth } from '../../ui/text-width';
import { fitsInside, overlap, rectangle, type Rectangle } from './rectangle';
import type { Measure, Offscreen } from '../types';
import type { Camera } from '../../view/camera';

export interface Chip {
  readonly key: string;
  /** One event to select, or several to bring into view. */
  readonly events: readonly Offscreen[];
  /** `null` where the chip stands for events all round. */
  readonly direction: Direction | null;
  /** As it is written: cut where it is too long. */
  readonly text: string;
  /** The arrow, and the distance where there is room for it. */
  readonly tail: string;
  /** Accessible name. */
  readonly name: string;
  readonly box: Rectangle;
}

export interface ChipRequest {
  readonly camera: Camera;
  readonly size: Size;
  /** By importance. */
  readonly offscreen: readonly Offscreen[];
  /** Never covered. */
  readonly obstacles: readonly Rectangle[];
  /** Marks: never covered either. */
  readonly avoid: readonly Rectangle[];
  readonly measure: Measure;
  readonly language: string;
  /** Chips at most; more events than that are gathered by direction. */
  readonly most: number;
  /** Narrow maps leave the distance out of the text; the name keeps it. */
  readonly narrow: boolean;
}

export const chipHeight = 34;
const margin = 12;
const gap = 6;
/** Paddings and the gap between text and tail, then glyph and its gap; as the stylesheet has them. */
const chipFrame = 36;
const chipGlyph = 24;
const widest = 380;
/** Of a chip that has little room. */
const tight = 170;
/** The key of the chip for all that have none of their own. */
const restKey = 'rest';
/** Pixels from one place that is tried for a chip to the next. */
const stride = 24;

/** Eight winds. */
export type Direction = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

const arrows: Readonly<Record<Direction, string>> = {
  n: '↑',
  ne: '↗',
  e: '→',
  se: '↘',
  s: '↓',
  sw: '↙',
  w: '←',
  nw: '↖',
};

export function chipsFor(request: ChipRequest): Chip[] {
  const placed: Chip[] = [];
  const rest: Offscreen[] = [];
  for (const group of grouped(request)) {
    const chip = group.key === restKey ? null : placeChip(group, request, placed);
    if (chip) placed.push(chip);
    else rest.push(...group.events);
  }
  const last = { key: restKey, direction: null, events: rest };
  const chip = rest.length > 0 && placeChip(last, request, placed);
  return chip ? [...placed, chip] : placed;
}

/** Where there is no room for all of its words, the distance goes, then the end of the title; nothing
 * where there is no room at all. */
function placeChip(group: Group, request: ChipRequest, placed: readonly Chip[]): Chip | null {
  const widthOf = (text: string) => request.measure(text, 'chip');
  const frame = chipFrame + (group.events.length === 1 ? chipGlyph : 0);
  const most = Math.min(widest, request.size[0] - 2 * margin);
  for (const [narrow, limit] of [[request.narrow, most], [true, most], [true, tight]] as const) {
    const words = chipWords(group, narrow);
    const whole = Math.ceil(widthOf(words.text) + widthOf(words.tail)) + frame;
    const width = Math.min(whole, limit);
    const box = roomFor(group.direction ?? 's', width, request, placed);
    if (!box) continue;
    const room = width - frame - widthOf(words.tail);
    // What became of a date says nothing without its end: where there is no room, the name has it.
    const { title = words.text, tail, cutName = words.name } = words;
    const fits = widthOf(words.text) <= room;
    const text = fits ? words.text : cutToWidth(title, room, widthOf);
    return { ...group, text, tail, name: fits ? words.name : cutName, box };
  }
  return null;
} // prettier-ignore

/**
 * Which way to go: a place beyond the left edge is to the west, one beyond the left and the lower
 * edge to the south-west, unless one of the two is a quarter of the other or less.
 */
export function directionOf(lng: number, lat: number, camera: Camera, size: Size): Direction {
  const [x, y] = project(lng, lat, camera, size);
  const right = beyond(x, size[0]) / size[0];
  const down = beyond(y, size[1]) / size[1];
  const vertical = Math.abs(down) * 4 <= Math.abs(right) ? '' : down < 0 ? 'n' : 's';
  const horizontal = Math.abs(right) * 4 <= Math.abs(down) ? '' : right < 0 ? 'w' : 'e';
  if (vertical + horizontal !== '') return (vertical + horizontal) as Direction;
  // Inside the view after all, as while the map is still moving: by the nearer side.
  return x < size[0] / 2 ? 'w' : 'e';
}

interface Group {
  readonly key: string;
  readonly direction: Direction | null;
  readonly events: readonly Offscreen[];
}

/** One chip an event while there is room; then the fullest directions are gathered first. */
function grouped({ offscreen, camera, size, most }: ChipRequest): Group[] {
  const byDirection = new Map<Direction, Offscreen[]>();
  for (const event of offscreen) {
    const direction = directionOf(event.lng, event.lat, camera, size);
    const list = byDirection.get(direction);
    if (list) list.push(event);
    else byDirection.set(direction, [event]);
  }
  const sides = [...byDirection].sort((a, b) => b[1].length - a[1].length);
  let chips = offscreen.length;
  const groups = sides.flatMap(([direction, events]): Group[] => {
    if (events.length === 1 || chips <= most)
      return events.map((event) => ({ key: `event-${event.row}`, direction, events: [event] }));
    chips -= events.length - 1;
    return [{ key: `side-${direction}`, direction, events }];
  });
  if (groups.length <= most) return groups;
  const rest = groups.slice(most - 1).flatMap((group) => group.events);
  return [...groups.slice(0, most - 1), { key: restKey, direction: null, events: rest }];
}

interface ChipWords {
  readonly text: string;
  readonly tail: string;
  readonly name: string;
  /** What is left of the text where there is no room for it, and the name then. */
  readonly title?: string;
  readonly cutName?: string;
}

function chipWords({ key, direction, events }: Group, narrow: boolean): ChipWords {
  const tail = direction ? arrows[direction] : '';
  const towards = direction ? t(`map.towards.${direction}`) : '';
  const count = events.length;
  if (count > 1 || key === restKey)
    return direction
      ? { text: t('events.count', { count }), tail, name: t('map.outsideSide', { count, towards }) }
      : { text: t('map.elsewhere', { count }), tail, name: t('map.outsideRest', { count }) };
  const { label: title, date, distance } = events[0]!;
  return {
    title,
    ...(date && { cutName: t('map.outsideCut', { title, date, distance, towards }) }),
    text: [title, date].filter(Boolean).join(' · '),
    tail: narrow ? tail : `${tail} ${distance}`,
    name: date
      ? t('map.outside', { title, date, distance, towards })
      : t('map.outsideUndated', { title, distance, towards }),
  };
}

/** The first box that covers nothing: from the rim's anchor of that direction along the rim, then
 * inwards. */
function roomFor(
  direction: Direction,
  width: number,
  { size, obstacles, avoid }: ChipRequest,
  placed: readonly Chip[],
): Rectangle | null {
  const columns = columnsFor(direction, width, size);
  const rows = rowsFor(direction, size);
  const taken = [...obstacles, ...placed.map((chip) => chip.box), ...avoid];
  const free = (left: number, top: number) => {
    const box = rectangle(left, top, width, chipHeight);
    const inside = fitsInside(box, size, margin);
    return inside && !taken.some((other) => overlap(box, other)) ? box : null;
  };
  const upright = /[ew]/.test(direction);
  for (const outer of upright ? columns : rows)
    for (const inner of upright ? rows : columns) {
      const box = upright ? free(outer, inner) : free(inner, outer);
      if (box) return box;
    }
  return null;
}

/** The anchor, then away from it. */
function columnsFor(direction: Direction, width: number, size: Size): number[] {
  const right = size[0] - margin - width;
  const middle = Math.max(margin, Math.round((size[0] - width) / 2));
  const anchor = direction.includes('w') ? margin : direction.includes('e') ? right : middle;
  const count = Math.max(0, Math.floor((right - margin) / stride));
  const steps = Array.from({ length: count }, (_, i) => (i + 1) * stride);
  const columns = [anchor, ...steps.flatMap((step) => [anchor - step, anchor + step])];
  return columns.filter((left) => left >= margin && left <= right);
}

function rowsFor(direction: Direction, size: Size): number[] {
  const step = chipHeight + gap;
  const count = Math.max(1, Math.floor((size[1] - 2 * margin + gap) / step));
  const fromTop = Array.from({ length: count }, (_, i) => margin + i * step);
  const fromBottom = fromTop.map((top) => size[1] - top - chipHeight);
  // East and west too begin below: the middle of the map is where its own marks are.
  return direction.startsWith('n') ? fromTop : fromBottom;
}

function beyond(value: number, length: number): number {
  return value < 0 ? value : value > length ? value - length : 0;
}
