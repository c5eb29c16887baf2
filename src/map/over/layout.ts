/** Everything that is laid out over the ground, for one camera: chips, labels and the corner. Pure. */
import { chipsFor, type Chip } from './edges';
import { placeLabels, type NameRequest, type PlacedEvent, type PlacedName } from './labels';
import { layerOf, markRadius, selectedRadius } from './mark-look';
import { project, type Size } from '../camera/mercator';
import { t } from '../../words/page';
import { cutToWidth } from '../../ui/text-width';
import { overlap, squareAround, rectangle, type Rectangle } from './rectangle';
import { targetsFor } from './targets';
import type { MapMark, Measure, Offscreen } from '../types';
import type { Camera } from '../../view/camera';

export interface LayoutRequest {
  readonly camera: Camera;
  readonly size: Size;
  readonly marks: readonly MapMark[];
  readonly offscreen: readonly Offscreen[];
  readonly selected: { readonly row: number; readonly lng: number; readonly lat: number } | null;
  readonly unplaced: MapMark | null;
  /** By importance; only those with room at this zoom. */
  readonly names: readonly NameRequest[];
  /** What the page has put over the map. */
  readonly obstacles: readonly Rectangle[];
  readonly measure: Measure;
  readonly language: string;
  readonly phone: boolean;
}

export interface OverlayLayout {
  readonly chips: Chip[];
  readonly events: PlacedEvent[];
  readonly names: PlacedName[];
  readonly unplaced: { mark: MapMark; text: string; box: Rectangle } | null;
  /** By key, where a press on a mark counts, in pixels from its place; of marks that others cover. */
  readonly targets: ReadonlyMap<string, Rectangle>;
}

/** The zoom buttons, in the lower right corner; as the stylesheet has them. */
export const buttonSize = 32;
const mostButtons = 4;
const margin = 12;

/** Pixels of the corner's height, and by which it moves along the rim. */
const cornerHeight = 34;
const cornerStep = 24;

export function layOutOverlay(request: LayoutRequest): OverlayLayout {
  const { camera, size, marks, selected, phone, measure, language } = request;
  const [width, height] = size;
  const buttons = rectangle(
    width - margin - buttonSize,
    height - margin - mostButtons * buttonSize,
    buttonSize,
    mostButtons * buttonSize,
  );
  const ring =
    selected &&
    squareAround(...project(selected.lng, selected.lat, camera, size), selectedRadius + 2);
  const boxes = marks.map((mark) =>
    squareAround(...project(mark.lng, mark.lat, camera, size), markRadius(mark)),
  );
  if (ring) boxes.push(ring);
  const covered = [...request.obstacles, buttons];
  const unplaced = request.unplaced && cornerFor(request.unplaced, request, covered, boxes);
  const fixed = [...covered, ...(unplaced ? [unplaced.box] : [])];
  const chips = chipsFor({
    camera,
    size,
    offscreen: request.offscreen,
    obstacles: fixed,
    avoid: boxes,
    measure,
    language,
    most: phone ? 2 : 4,
    narrow: width < 640,
  });

  const isSelected = (mark: MapMark) => mark.event !== undefined && mark.event === selected?.row;
  const ordered = [...marks].sort(
    (a, b) => Number(isSelected(b)) - Number(isSelected(a)) || b.count - a.count,
  );
  const { events, names } = placeLabels({
    camera,
    size,
    marks: ordered.map((mark) => ({
      key: mark.key,
      lng: mark.lng,
      lat: mark.lat,
      radius: isSelected(mark) ? selectedRadius + 2 : markRadius(mark),
      title: mark.label,
      date: mark.date,
    })),
    names: request.names,
    obstacles: [...fixed, ...chips.map(({ box }) => box), ...(ring ? [ring] : [])],
    measure,
    maxWidth: phone ? 150 : 220,
  });
  const over = [...fixed, ...chips.map(({ box }) => box)];
  return { chips, events, names, unplaced, targets: targetsOf(request, over) };
}

function targetsOf({ marks, camera, size }: LayoutRequest, over: readonly Rectangle[]) {
  const stacked = [...marks].sort((a, b) => layerOf(a) - layerOf(b));
  const discs = stacked.map((mark) => {
    const [x, y] = project(mark.lng, mark.lat, camera, size);
    return { x, y, size: mark.size };
  });
  const targets = new Map<string, Rectangle>();
  targetsFor(discs, over, size).forEach((box, at) => {
    const { x, y } = discs[at]!;
    if (!box) return;
    const target = rectangle(box.left - x, box.top - y, box.right - box.left, box.bottom - box.top);
    targets.set(stacked[at]!.key, target);
  });
  return targets;
}

/** Where the mark of the events without a place stands: beside the buttons, else further left at the
 * lower rim, else at the upper rim, where it covers no other mark. */
function cornerFor(
  mark: MapMark,
  { size, measure }: LayoutRequest,
  fixed: readonly Rectangle[],
  marks: readonly Rectangle[],
) {
  const whole = mark.label || t('map.unplaced', { count: mark.count });
  const width = Math.min(Math.ceil(measure(whole, 'chip')) + 28, size[0] - 3 * margin - buttonSize);
  const text = cutToWidth(whole, width - 28, (part) => measure(part, 'chip'));
  const right = size[0] - 2 * margin - buttonSize;
  const rows = [size[1] - margin - cornerHeight, margin];
  const spots = rows.flatMap((top) => {
    const steps = Math.max(0, Math.floor((right - width - margin) / cornerStep));
    return Array.from({ length: steps + 1 }, (_, step) =>
      rectangle(right - width - step * cornerStep, top, width, cornerHeight),
    );
  });
  const isFree = (box: Rectangle, others: readonly Rectangle[]) =>
    others.every((other) => !overlap(box, other));
  // Where all of both rims is taken, a mark under it is pressed through its own target.
  const box = spots.find((spot) => isFree(spot, fixed) && isFree(spot, marks)) ?? spots[0]!;
  return { mark, text, box };
}
