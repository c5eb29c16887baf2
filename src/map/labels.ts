/**
 * Boxes and priorities → placed labels. Pure and deterministic.
 *
 * A label stands beside its mark where it covers no other label, no mark and no control, and lies
 * wholly inside the view; one that can't is left out. Country names come last, in what is free.
 */
import { project, type Size } from './mercator';
import { around, fitsInside, overlap, rectangle, type Rectangle } from './rectangle';
import type { Camera, Measure } from './types';

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

export interface NameRequest {
  readonly code: string;
  readonly lng: number;
  readonly lat: number;
  readonly text: string;
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
  readonly title: string;
  /** `''` where there was room for the title only. */
  readonly date: string;
  /** The date stands under the title. */
  readonly stacked: boolean;
}

export interface PlacedName extends PlacedLabel {
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
  /** Longer labels are cut off there, in pixels. */
  readonly maxWidth: number;
}

export const lineHeight = 18;
const nameHeight = 16;
/** Between title and date on one line. */
export const dateGap = 6;
const besideMark = 5;
const viewMargin = 4;

export function placeLabels(request: LabelRequest): {
  events: PlacedEvent[];
  names: PlacedName[];
} {
  const { camera, size, measure, maxWidth } = request;
  const at = request.marks.map((mark) => project(mark.lng, mark.lat, camera, size));
  const taken: Rectangle[] = [...request.obstacles];
  request.marks.forEach((mark, i) => taken.push(around(at[i]![0], at[i]![1], mark.radius)));
  const free = (box: Rectangle) =>
    fitsInside(box, size, viewMargin) && !taken.some((other) => overlap(box, other));

  const events: PlacedEvent[] = [];
  request.marks.forEach((mark, i) => {
    if (mark.title === '') return;
    const [x, y] = at[i]!;
    for (const form of formsOf(mark, measure, maxWidth)) {
      const box = beside(x, y, mark.radius + besideMark, form, size).find(free);
      if (!box) continue;
      taken.push(box);
      events.push({ ...identity(mark), key: mark.key, ...form, ...offset(box, x, y) });
      return;
    }
  });

  const names: PlacedName[] = [];
  for (const name of request.names) {
    const [x, y] = project(name.lng, name.lat, camera, size);
    const width = Math.ceil(measure(name.text, 'name'));
    const form = { width, height: nameHeight };
    const box = [0, -22, 22]
      .map((down) => rectangle(x - width / 2, y + down - nameHeight / 2, width, nameHeight))
      .find(free);
    if (!box) continue;
    taken.push(box);
    names.push({
      ...identity(name),
      key: name.code,
      text: name.text,
      ...form,
      ...offset(box, x, y),
    });
  }
  return { events, names };
}

interface Form {
  readonly title: string;
  readonly date: string;
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
}

/** One line; the date under the title; the title alone. */
function formsOf(mark: LabelledMark, measure: Measure, maxWidth: number): Form[] {
  const title = Math.ceil(measure(mark.title, 'title'));
  const date = mark.date === '' ? 0 : Math.ceil(measure(mark.date, 'date'));
  const line = { title: mark.title, date: mark.date, stacked: false, height: lineHeight };
  const alone = { ...line, date: '', width: Math.min(title, maxWidth) };
  if (date === 0) return [alone];
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
  { width, height }: Form,
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
