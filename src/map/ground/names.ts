/**
 * Names of countries, disputed areas and cities that a view shows, and where. Pure.
 *
 * A country whose own point lies outside the view is named inside the part of it that is in view.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { NameRequest } from '../over/labels';
import { isHidden, project, unproject, type Size } from '../camera/mercator';
import type { Territory } from '../../world/land-file';
import type { Camera } from '../../view/camera';
import type { Worldview } from '../../world/worldview';
import type { LabelData } from './label-data';

export interface NamesRequest {
  readonly camera: Camera;
  readonly size: Size;
  readonly written: LabelData;
  /** To find the part of a country that is in view. */
  readonly pieces: readonly Territory[];
  readonly view: Worldview;
  readonly language: string;
  /** Of the pieces that events are in, as `piecesWithEvents` has them. */
  readonly events: string;
  nameOf(country: string, language: string): string;
}

/** Of the events on a map, the share from which a country is what the map is about. */
const mainShare = 0.2;

/** Pieces under marks, as text, so that it can be compared: `UA! RU`, those that the map is about with
 * an exclamation mark. */
export function piecesWithEvents(
  marks: readonly { readonly lng: number; readonly lat: number; readonly count: number }[],
  pieces: readonly Territory[],
): string {
  const counts = new Map<string, number>();
  let total = 0;
  let known = under.get(pieces);
  if (!known) under.set(pieces, (known = new Map()));
  for (const { lng, lat, count } of marks) {
    const place = `${lng} ${lat}`;
    let piece = known.get(place);
    if (piece === undefined) known.set(place, (piece = pieceAt(lng, lat, pieces) ?? ''));
    total += count;
    if (piece) counts.set(piece, (counts.get(piece) ?? 0) + count);
  }
  const entries = [...counts].map(
    ([piece, count]) => piece + (count >= total * mainShare ? '!' : ''),
  );
  return entries.sort().join(' ');
}

/** Marks keep their places while a window is dragged. */
const under = new WeakMap<readonly Territory[], Map<string, string>>();

/** Countries, then areas, then cities. Of countries and areas those with events first; else each by
 * importance. */
export function namesFor(request: NamesRequest): NameRequest[] {
  const { camera, view, language } = request;
  const { pieces, cities } = request.written;
  const countries: NameRequest[] = [];
  const areas: NameRequest[] = [];
  const done = new Set<string>();
  const cells = cellsOf(request);
  const eventful = new Set(request.events.split(' '));
  const isMain = (piece: string) => eventful.has(`${piece}!`);
  const hasEvents = (piece: string) => isMain(piece) || eventful.has(piece);
  const ranked = [pieces.filter(({ piece }) => hasEvents(piece)), pieces].flat();
  for (const { piece, lng, lat, zoom } of ranked) {
    const area = view.areas[piece];
    const country = view.countryOf(piece);
    const isOwn = !area || (country !== null && country === area.code);
    const key = isOwn ? country! : (area.group ?? piece);
    if (done.has(key) || (!isOwn && view.isDashed(piece) === false)) continue;
    // An area's name is shorter of room than a country's: it waits a little longer.
    const from = isOwn ? zoom - (hasEvents(piece) ? 1 : 0) : Math.max(3.5, zoom + 0.3);
    const isAbout = isOwn && isMain(piece);
    const shown = (isAbout || zoom <= camera.zoom) && isInView(lng, lat, request);
    const spot = shown ? { lng, lat } : spotOf(piece, cells, request);
    if (!(isAbout || from <= camera.zoom) || !spot) continue;
    done.add(key);
    if (isOwn)
      countries.push({
        code: country!,
        ...spot,
        kind: 'country',
        ...(isAbout && { spots: spotsIn(piece, cells, request) }),
        text: request.nameOf(country!, language).toLocaleUpperCase(language),
      });
    else
      areas.push({
        code: piece,
        ...spot,
        kind: 'area',
        text: nameInLanguage(area.names, language),
      });
  }
  const towns = cities
    .filter(({ zoom, lng, lat }) => {
      return zoom <= camera.zoom + 0.5 && isInView(lng, lat, request);
    })
    .slice(0, mostCities)
    .map(({ id, lng, lat, name }): NameRequest => ({
      code: id,
      lng,
      lat,
      kind: 'city',
      text: name,
    }));
  return [...countries, ...areas, ...towns];
}

/** Cities considered for one view. */
const mostCities = 150;

/** A text in a language of the table, else in English. */
export function nameInLanguage(names: Readonly<Record<string, string>>, language: string): string {
  return names[language.split('-')[0]!.toLowerCase()] ?? names.en!;
}

/** A grid over the view, with the piece that lies under each cell's middle. */
interface Cells {
  readonly across: number;
  readonly down: number;
  readonly pieces: readonly (string | null)[];
}

/** Pixels of a cell: as wide as a short name, as high as two lines. */
const [cellWidth, cellHeight] = [72, 48] as const;

function cellsOf({ camera, size, pieces }: NamesRequest): Cells {
  const across = Math.max(1, Math.floor(size[0] / cellWidth));
  const down = Math.max(1, Math.floor(size[1] / cellHeight));
  const found = Array.from({ length: across * down }, (_, i) => {
    const [x, y] = cellMiddle(i, across, down, size);
    const [lng, lat] = unproject(x, y, camera, size);
    // Beside a globe there is nothing.
    const [foundX, foundY] = project(lng, lat, camera, size);
    if (Math.hypot(foundX - x, foundY - y) > 2) return null;
    return pieceAt(lng, lat, pieces);
  });
  return { across, down, pieces: found };
}

function pieceAt(lng: number, lat: number, pieces: readonly Territory[]): string | null {
  const at = pieces.find(
    ({ box, shape }) =>
      lng >= box[0] &&
      lng <= box[2] &&
      lat >= box[1] &&
      lat <= box[3] &&
      booleanPointInPolygon([lng, lat], shape),
  );
  return at?.piece ?? null;
}

/** The middles of all cells of a piece, those nearest to the middle of them first. */
function spotsIn(
  piece: string,
  { across, down, pieces }: Cells,
  { camera, size }: NamesRequest,
): (readonly [lng: number, lat: number])[] {
  const own = pieces.flatMap((each, i) =>
    each === piece ? [cellMiddle(i, across, down, size)] : [],
  );
  const middle = [0, 1].map((axis) => own.reduce((sum, at) => sum + at[axis]!, 0) / own.length);
  const away = ([x, y]: [number, number]) => Math.hypot(x - middle[0]!, y - middle[1]!);
  return own.sort((a, b) => away(a) - away(b)).map(([x, y]) => unproject(x, y, camera, size));
}

function cellMiddle(i: number, across: number, down: number, size: Size): [number, number] {
  return [
    (((i % across) + 0.5) * size[0]) / across,
    ((Math.floor(i / across) + 0.5) * size[1]) / down,
  ];
}

/** The middle of the cell of a piece that lies deepest in it; of equal ones the nearest to the
 * view's middle. `null` where the piece has fewer than three cells beside each other. */
function spotOf(
  piece: string,
  { across, down, pieces }: Cells,
  { camera, size }: NamesRequest,
): { lng: number; lat: number } | null {
  const is = (x: number, y: number) =>
    x >= 0 && x < across && y >= 0 && y < down && pieces[y * across + x] === piece;
  let best: { x: number; y: number; depth: number; off: number } | null = null;
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      if (!is(x - 1, y) || !is(x, y) || !is(x + 1, y)) continue;
      let depth = 1;
      while (depth < 4 && [-depth, depth].every((d) => is(x + d, y) && is(x, y + d))) depth++;
      const off = Math.hypot(x - across / 2, y - down / 2);
      if (!best || depth > best.depth || (depth === best.depth && off < best.off))
        best = { x, y, depth, off };
    }
  if (!best) return null;
  const middle = cellMiddle(best.y * across + best.x, across, down, size);
  const [lng, lat] = unproject(...middle, camera, size);
  return { lng, lat };
}

function isInView(lng: number, lat: number, { camera, size }: NamesRequest): boolean {
  const [x, y] = project(lng, lat, camera, size);
  const inside = x > 0 && x < size[0] && y > 0 && y < size[1];
  return inside && !isHidden(lng, lat, camera, size);
}
