/** Numbers of XML formats → positions and geometries. What can't be read is never left out. */
import type { Geometry, Position } from 'geojson';
import type { RowProblems } from '../table/row-problems';
import { t } from '../../words/reading';

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Longitude, latitude and, where there is one, height. An error, named by the field, where one is no
 * number or out of range. */
export function positionFrom(
  parts: readonly string[],
  field: string,
  problems: RowProblems,
): Position | undefined {
  const [lng = '', lat = '', height = '', ...more] = parts;
  const numbers = (height === '' ? [lng, lat] : [lng, lat, height]).map((text) =>
    numberPattern.test(text) ? Number(text) : NaN,
  );
  const came = parts.join(',');
  if (more.length > 0 || !numbers.every(Number.isFinite)) {
    problems.error(field, came, 'bad-position', t('xml.expectedPosition'));
    return undefined;
  }
  const [x, y] = numbers as [number, number];
  // What lies beyond 180 degrees is counted on around the globe where all of it does.
  if (x >= -180 && x <= 360 && Math.abs(y) <= 90) return numbers;
  const expected = t('xml.expectedPositionRange');
  problems.error(field, came, 'coordinate-range', expected);
  return undefined;
}

/** One position is a point, several are a line; nothing for none. */
export function lineOrPoint(positions: readonly Position[]): Geometry | undefined {
  if (positions.length === 0) return undefined;
  if (positions.length === 1) return { type: 'Point', coordinates: positions[0]! };
  return { type: 'LineString', coordinates: [...positions] };
}

/** Several geometries as one: of the kind they share, or a collection. Nothing for none. */
export function combined(parts: readonly Geometry[]): Geometry | undefined {
  if (parts.length <= 1) return parts[0];
  const [{ type }] = parts as [Geometry];
  const shared = parts.every((part) => part.type === type);
  if (shared && (type === 'Point' || type === 'LineString' || type === 'Polygon')) {
    const coordinates = parts.map((part) => (part as { coordinates: unknown }).coordinates);
    return { type: `Multi${type}`, coordinates } as Geometry;
  }
  return { type: 'GeometryCollection', geometries: [...parts] };
}
