/** The cells of a row that say where → a point. */
import { isSentinel, readAngle, readPair, standsForNothing } from './numbers';
import type { Cell, Mapping } from './roles';
import type { RowProblems } from './row-problems';
import type { Findings } from './survey';
import { t } from '../../words/reading';

export interface PointGeometry {
  readonly type: 'Point';
  readonly coordinates: readonly [number, number];
}

/** `null` where the row has no coordinates, which is a warning where others have; nothing where
 * they can't be read, which is an error. */
export function readPoint(
  cell: Cell,
  mapping: Mapping,
  findings: Findings,
  problems: RowProblems,
): PointGeometry | null | undefined {
  const [lng, lat] = [mapping.get('lng'), mapping.get('lat')];
  if (lng !== undefined && lat !== undefined)
    return pointOf({ field: lng, text: cell(lng) }, { field: lat, text: cell(lat) }, problems);
  for (const order of ['lnglat', 'latlng', 'pair'] as const) {
    const column = mapping.get(order);
    if (column !== undefined) return fromPair(column, cell(column), order, findings, problems);
  }
  return null;
}

function fromPair(
  column: string,
  text: string,
  order: 'lnglat' | 'latlng' | 'pair',
  { pair: evidence }: Findings,
  problems: RowProblems,
): PointGeometry | null | undefined {
  if (standsForNothing(text)) {
    problems.warn(column, text, 'missing-place', t('expected.positionNone'));
    return null;
  }
  const pair = readPair(text);
  if (!pair) {
    problems.error(column, text, 'bad-position', t('table.expectedPair'));
    return undefined;
  }
  const [first, second] = pair.parts;
  const named = /lat.*lo?ng?/i.test(column)
    ? true
    : /lo?ng?.*lat/i.test(column)
      ? false
      : undefined;
  const told =
    evidence.lngFirst && evidence.latFirst
      ? undefined
      : evidence.latFirst
        ? true
        : evidence.lngFirst
          ? false
          : named;
  const latFirst = pair.wkt || order === 'lnglat' ? false : order === 'latlng' ? true : told;
  if (latFirst === undefined) {
    const expected = t('table.expectedPairOrder');
    problems.error(column, text, 'coordinate-order', expected);
    return undefined;
  }
  const [lng, lat] = latFirst ? [second, first] : [first, second];
  return pointOf({ field: column, text: lng }, { field: column, text: lat }, problems, text);
}

interface Part {
  readonly field: string;
  readonly text: string;
}

function pointOf(lng: Part, lat: Part, problems: RowProblems, whole?: string) {
  if (isEmpty(lng) && isEmpty(lat)) {
    problems.warn(lat.field, lat.text, 'missing-place', t('expected.positionNone'));
    return null;
  }
  const x = angle(lng, 'lng', 180, problems, whole);
  const y = angle(lat, 'lat', 90, problems, whole);
  return x === undefined || y === undefined
    ? undefined
    : ({ type: 'Point', coordinates: [x, y] } as const);
}

function isEmpty({ text }: Part): boolean {
  return standsForNothing(text) || isSentinel(text);
}

function angle(
  { field, text }: Part,
  axis: 'lng' | 'lat',
  most: number,
  problems: RowProblems,
  whole?: string,
): number | undefined {
  const value = readAngle(text, axis);
  if (value === undefined)
    problems.error(field, whole ?? text, 'bad-position', t('table.expectedAngle', { axis }));
  else if (Math.abs(value) > most)
    problems.error(
      field,
      whole ?? text,
      'coordinate-range',
      t('table.expectedAngleRange', { axis }),
    );
  else return value;
  return undefined;
}
