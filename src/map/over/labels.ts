/**
 * Boxes and priorities → placed labels. Pure and deterministic.
 *
 * A label stands beside its mark where it covers no other label, no mark and no control, and lies
 * wholly inside the view; one that can't is left out. The countries that a map is about are named
 * first; names of other countries, areas and cities come last, in what is free. A city that a mark
 * stands on is named beside the mark.
 */
import { project, type Size } from '../camera/mercator';
import { cutToWidth } from '../../ui/text-width';
import { squareAround, fitsInside, overlap, rectangle, type Rectangle } from './rectangle';
import type { Measure } from '../types';
import type { Camera } from '../../view/camera';

export interface LabelledMark {
  readonly key: string;
  readonly lng: number;
  readonly lat: number;
  /** Pixels from the mark's centre that no label may cover. */
  readonly radius: number;
  /** `''` for a mark without a label. */
  readonly title: string;
  readonly date: string;
}

export type NameKind = 'country' | 'area' | 'city';

export interface NameRequest {
  /** Tells it from the others. */
  readonly code: string;
  readonly kind: NameKind;
  readonly lng: number;
  readonly lat: number;
  readonly text: string;
  /** Where else it may stand, the best first; only of a country that the map is about. */
  readonly spots?: readonly (readonly [lng: number, lat: number])[];
}

/** A text's box as an offset in pixels from where its position is projected. */
export interface PlacedLabel {
  readonly key: string;
  readonly lng: number;
  readonly lat: number;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEvent extends PlacedLabel {
  /** As it is written: cut where it is too long. */
  readonly title: string;
  /** `''` where there was room for the title only. */
  readonly date: string;
  /** The date stands under the title. */
  readonly stacked: boolean;
}

export interface PlacedName extends PlacedLabel {
  readonly kind: NameKind;
  readonly text: string;
}

export interface LabelRequest {
  readonly camera: Camera;
  readonly size: Size;
  /** By importance, the most important first. */
  readonly marks: readonly LabelledMark[];
  /** By importance. */
  readonly names: readonly NameRequest[];
  /** Controls, chips and cards: never covered. */
  readonly obstacles: readonly Rectangle[];
  readonly measure: Measure;
  /** Longer titles are cut there, in pixels; longer dates are left out. */
  readonly maxWidth: number;
}

export const lineHeight = 18;
const nameHeight = 16;
/** Between title and date on one line. */
export const dateGap = 6;
/** Pixels from a city's position that its dot takes. */
export const cityDot = 3;
const besideMark = 5;
const viewMargin = 4;

export function placeLabels(request: LabelRequest): {
  events: PlacedEvent[];
  names: PlacedName[];
} {
  const { camera, size, measure, maxWidth } = request;
  const at = request.marks.map((mark) => project(mark.lng, mark.lat, camera, size));
  const taken: Rectangle[] = [...request.obstacles];
  request.marks.forEach((mark, i) => taken.push(squareAround(at[i]![0], at[i]![1], mark.radius)));
  const free = (box: Rectangle) =>
    fitsInside(box, size, viewMargin) && !taken.some((other) => overlap(box, other));

  const names: PlacedName[] = [];
  /** By the number of the mark. */
  const labels = new Map<number, string>();
  const named = new Set<number>();
  const markAt = (x: number, y: number) =>
    request.marks.findIndex(
      ({ radius }, i) => Math.hypot(at[i]![0] - x, at[i]![1] - y) < radius + cityDot,
    );
  const placeName = (name: NameRequest) => {
    const spots = [[name.lng, name.lat] as const, ...(name.spots ?? [])];
    const form = { width: Math.ceil(measure(name.text, styles[name.kind])), height: nameHeight };
    const { code: key, kind, text } = name;
    for (const [lng, lat] of spots) {
      const [x, y] = project(lng, lat, camera, size);
      const dot = kind === 'city' ? squareAround(x, y, cityDot) : null;
      const mark = dot && !free(dot) ? markAt(x, y) : -1;
      if (dot && mark < 0 && !free(dot)) return;
      // One name a mark, and none that its label has already.
      if (labels.get(mark)?.includes(text)) named.add(mark);
      if (named.has(mark)) return;
      const around =
        mark < 0
          ? placesOf(kind, x, y, form, size)
          : beside(...at[mark]!, request.marks[mark]!.radius + besideMark, form, size);
      const box = around.find(free);
      if (!box) continue;
      taken.push(box);
      if (mark >= 0) named.add(mark);
      else if (dot) taken.push(dot);
      names.push({ lng, lat, key, kind, text, ...form, ...offset(box, x, y) });
      return;
    }
  };
  for (const name of request.names) if (name.spots) placeName(name);

  const events: PlacedEvent[] = [];
  request.marks.forEach((mark, i) => {
    if (mark.title === '') return;
    const [x, y] = at[i]!;
    for (const form of formsOf(mark, measure, maxWidth)) {
      const box = beside(x, y, mark.radius + besideMark, form, size).find(free);
      if (!box) continue;
      taken.push(box);
      labels.set(i, form.title);
      events.push({ ...identity(mark), key: mark.key, ...form, ...offset(box, x, y) });
      return;
    }
  });
  for (const name of request.names) if (!name.spots) placeName(name);
  return { events, names };
}

const styles = { country: 'name', area: 'area', city: 'city' } as const;

/** Around its point, a little above or below it; a city's beside its dot. */
function placesOf(
  kind: NameKind,
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
  size: Size,
): Rectangle[] {
  if (kind === 'city') return beside(x, y, cityDot + 2, { width, height }, size).slice(0, 4);
  return [0, -22, 22].map((down) => rectangle(x - width / 2, y + down - height / 2, width, height));
}

interface Form {
  readonly title: string;
  readonly date: string;
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
}

/** One line; the date under the title; the title alone. A part of a date would be another date. */
function formsOf(mark: LabelledMark, measure: Measure, maxWidth: number): Form[] {
  const title = Math.ceil(measure(mark.title, 'title'));
  const date = mark.date === '' ? 0 : Math.ceil(measure(mark.date, 'date'));
  const text = cutToWidth(mark.title, maxWidth, (part) => Math.ceil(measure(part, 'title')));
  const line = { title: text, date: mark.date, stacked: false, height: lineHeight };
  const alone = { ...line, date: '', width: Math.min(title, maxWidth) };
  if (date === 0 || date > maxWidth) return [alone];
  const stacked = {
    ...line,
    stacked: true,
    height: 2 * lineHeight,
    width: Math.min(Math.max(title, date), maxWidth),
  };
  const across = title + dateGap + date;
  return across <= maxWidth ? [{ ...line, width: across }, stacked, alone] : [stacked, alone];
}

/** Right, left, above and below, the last two shifted into the view; then the four corners. */
function beside(
  x: number,
  y: number,
  gap: number,
  { width, height }: Pick<Form, 'width' | 'height'>,
  size: Size,
): Rectangle[] {
  const right = x + gap;
  const left = x - gap - width;
  const across = Math.min(
    Math.max(x - width / 2, viewMargin, left),
    Math.max(size[0] - viewMargin - width, left),
  );
  const boxAt = (atLeft: number, atTop: number) => rectangle(atLeft, atTop, width, height);
  return [
    boxAt(right, y - height / 2),
    boxAt(left, y - height / 2),
    boxAt(across, y - gap - height),
    boxAt(across, y + gap),
    boxAt(right, y),
    boxAt(right, y - height),
    boxAt(left, y),
    boxAt(left, y - height),
  ];
}

function offset(box: Rectangle, x: number, y: number) {
  return { dx: box.left - x, dy: box.top - y };
}

function identity({ lng, lat }: { lng: number; lat: number }) {
  return { lng, lat };
}
