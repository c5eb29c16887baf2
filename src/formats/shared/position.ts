/** Longitude and latitude of a foreign record → a point. */
import type { Point } from 'geojson';
import { readAngle } from '../table/angles';
import { isSentinel, standsForNothing } from '../table/nothing';
import type { RowProblems } from '../table/row-problems';
import { within180 } from '../table/where';
import { t } from '../../words/reading';

/** A column or member and its text. */
export interface PlacePart {
  readonly field: string;
  readonly text: string;
}

/** Coordinates by the columns they came from, as `keptCells` takes them. */
export function placedBy(
  point: Point | null,
  lng: string,
  lat: string,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  addPlaced(placed, point, lng, lat);
  return placed;
}

/** Adds those of one point more. */
export function addPlaced(
  placed: Map<string, number>,
  point: Point | null,
  lng: string,
  lat: string,
): void {
  if (!point) return;
  const [x, y] = point.coordinates as [number, number];
  placed.set(lng, x);
  placed.set(lat, y);
}

/** What to do with coordinates that can't be a place: reject the record, or keep it without them. */
export type Severity = 'error' | 'warn';

/**
 * `null` where both are empty, or where one can't be read or is out of range, which is a problem
 * that names the part; the record is then rejected or kept, as `severity` says. A longitude beyond
 * 180 degrees is counted on around the globe, with a warning.
 */
export function pointOf(
  lng: PlacePart,
  lat: PlacePart,
  problems: RowProblems,
  severity: Severity = 'error',
): Point | null {
  const [noLng, noLat] = [isNone(lng), isNone(lat)];
  if (lng.text === '' && lat.text === '') return null;
  if ((noLng || isSentinel(lng.text)) && (noLat || isSentinel(lat.text))) {
    problems.warn(lat.field, lat.text, 'missing-place', t('expected.positionNone'));
    return null;
  }
  if (noLng || noLat) {
    const [empty, other] = noLng ? [lng, lat] : [lat, lng];
    const expected = t('expected.numberBeside', { field: other.field, text: other.text });
    problems[severity](empty.field, empty.text, 'half-position', expected);
    return null;
  }
  const [x, y] = [readAngle(lng.text, 'lng'), readAngle(lat.text, 'lat')];
  const lngFits = x !== undefined && Math.abs(x) <= 180;
  const latFits = y !== undefined && Math.abs(y) <= 90;
  if (lngFits && latFits) return { type: 'Point', coordinates: [x, y] };
  if (latFits && x !== undefined && x > 0 && x <= 360) {
    const wrapped = within180(x);
    const expected = t('expected.longitudeWrapped', { wrapped: String(wrapped) });
    problems.warn(lng.field, lng.text, 'wrapped-longitude', expected);
    return { type: 'Point', coordinates: [wrapped, y] };
  }
  const swapped = x !== undefined && y !== undefined && Math.abs(y) <= 180 && Math.abs(x) <= 90;
  const say = (part: PlacePart, value: number | undefined, axis: 'lng' | 'lat') => {
    const code = value === undefined ? 'bad-position' : 'coordinate-range';
    const expected = swapped
      ? t('expected.coordinateSwapped', { axis, field: lng.field, text: lng.text })
      : t('expected.coordinate', { axis });
    problems[severity](part.field, part.text, code, expected);
  };
  if (!latFits) say(lat, y, 'lat');
  if (!lngFits) say(lng, x, 'lng');
  return null;
}

function isNone({ text }: PlacePart): boolean {
  return standsForNothing(text);
}
