/** The rules of RFC 7946 for geometries. Winding is not judged: §3.1.6 asks readers not to. */
import type { Geometry } from 'geojson';
import { checkObject } from './object-rules';
import { shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { t } from '../../words/reading';

/** How deep collections may lie within collections; RFC 7946 §3.1.8 advises against any. */
const deepest = 8;

/**
 * The geometry as it came; `null` where there is none or it is empty (§3.1); nothing where it
 * breaks a rule, which is reported as an error, once per geometry.
 */
export function readGeometry(
  value: unknown,
  field: string,
  report: Reporter,
): Geometry | null | undefined {
  if (value === undefined || value === null) return null;
  const fault = geometryFault(value, field, 0);
  if (fault) {
    report.error(fault.field, fault.value, fault.code, fault.message);
    return undefined;
  }
  const geometry = value as unknown as Geometry;
  const before = report.errors;
  checkObject(geometry as unknown as Members, 'geometry', field, report);
  if (report.errors > before) return undefined;
  advise(geometry, field, report);
  if (isEmpty(geometry)) {
    const message = t('geometry.empty', { field });
    report.warn(field, value, 'empty-geometry', message);
    return null;
  }
  if (isNullIsland(geometry)) {
    const message = t('geometry.nullIsland', { field });
    report.warn(`${field}.coordinates`, geometry.coordinates, 'null-island', message);
  }
  return geometry;
}

/** What RFC 7946 advises against and readers may leave unread. */
function advise(geometry: Geometry, field: string, report: Reporter): void {
  if (geometry.type === 'GeometryCollection') {
    const { geometries } = geometry;
    const nested = geometries.some(({ type }) => type === 'GeometryCollection');
    if (nested)
      report.warn(
        field,
        geometry.type,
        'nested-collection',
        t('geometry.nestedCollection', { field }),
      );
    else if (geometries.length === 1)
      report.warn(
        field,
        geometry.type,
        'single-collection',
        t('geometry.singleCollection', { field }),
      );
    for (const [at, part] of geometries.entries())
      if (part.type !== 'GeometryCollection') advise(part, `${field}.geometries[${at}]`, report);
    return;
  }
  const long = longPosition(geometry.coordinates);
  if (!long) return;
  const message = t('geometry.extraNumbers', { field, count: long.length });
  report.warn(`${field}.coordinates`, long, 'extra-numbers', message);
}

function longPosition(coordinates: readonly unknown[]): readonly unknown[] | undefined {
  if (!Array.isArray(coordinates[0])) return coordinates.length > 3 ? coordinates : undefined;
  for (const part of coordinates) {
    const found = longPosition(part as readonly unknown[]);
    if (found) return found;
  }
  return undefined;
}

interface Fault {
  field: string;
  value: unknown;
  code: string;
  message: string;
}

/** How deep lists lie around a position, and the rule for the innermost list. */
const types: ReadonlyMap<unknown, [depth: number, rule: 'any' | 'line' | 'ring']> = new Map([
  ['Point', [0, 'any']],
  ['MultiPoint', [1, 'any']],
  ['LineString', [1, 'line']],
  ['MultiLineString', [2, 'line']],
  ['Polygon', [2, 'ring']],
  ['MultiPolygon', [3, 'ring']],
]);

function geometryFault(value: unknown, field: string, depth: number): Fault | undefined {
  if (!isObject(value)) {
    return fault(field, value, 'bad-geometry', t('expected.geometry'));
  }
  const type = member(value, 'type');
  if (type === 'GeometryCollection') {
    const members = member(value, 'geometries');
    if (!Array.isArray(members)) {
      return fault(`${field}.geometries`, members, 'bad-geometry', t('expected.geometries'));
    }
    if (depth === deepest) {
      return fault(field, type, 'bad-geometry', t('expected.shallowCollections'));
    }
    return firstFault(members, (entry, at) =>
      geometryFault(entry, `${field}.geometries[${at}]`, depth + 1),
    );
  }
  const known = types.get(type);
  if (!known) {
    const names = [...types.keys(), 'GeometryCollection'].join(', ');
    return fault(`${field}.type`, type, 'geometry-type', t('expected.oneOf', { names }));
  }
  const coordinates = member(value, 'coordinates');
  return listFault(coordinates, `${field}.coordinates`, ...known, true);
}

function listFault(
  value: unknown,
  field: string,
  depth: number,
  rule: 'any' | 'line' | 'ring',
  outermost: boolean,
): Fault | undefined {
  if (depth === 0) return positionFault(value, field);
  if (!Array.isArray(value)) {
    const expected = t(depth === 1 ? 'expected.positions' : 'expected.listsOfPositions');
    return fault(field, value, 'bad-coordinates', expected);
  }
  if (outermost && value.length === 0) return undefined;
  const found = firstFault(value, (entry, at) =>
    listFault(entry, `${field}[${at}]`, depth - 1, rule, false),
  );
  if (found || depth > 1 || rule === 'any') return found;
  if (rule === 'line') {
    return value.length < 2 ? fault(field, value, 'short-line', t('expected.line')) : undefined;
  }
  if (value.length < 4) return fault(field, value, 'short-ring', t('expected.ringLength'));
  return same(value[0], value[value.length - 1])
    ? undefined
    : fault(field, value[value.length - 1], 'open-ring', t('expected.closedRing'));
}

function positionFault(value: unknown, field: string): Fault | undefined {
  const numbers = Array.isArray(value) && value.every((entry) => Number.isFinite(entry));
  if (!numbers || value.length < 2) {
    return fault(field, value, 'bad-position', t('expected.position'));
  }
  const [lng, lat] = value as [number, number];
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return undefined;
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
  return fault(
    field,
    value,
    'coordinate-range',
    t(swapped ? 'expected.positionSwapped' : 'expected.positionRange'),
  );
}

function fault(field: string, value: unknown, code: string, expected: string): Fault {
  const came = value === undefined ? t('value.missing') : shown(value);
  return { field, value, code, message: t('problem.expected', { field, value: came, expected }) };
}

function firstFault(
  entries: readonly unknown[],
  check: (entry: unknown, at: number) => Fault | undefined,
): Fault | undefined {
  for (let at = 0; at < entries.length; at++) {
    const found = check(entries[at], at);
    if (found) return found;
  }
  return undefined;
}

function same(first: unknown, last: unknown): boolean {
  const [a, b] = [first as number[], last as number[]];
  return a.length === b.length && a.every((number, at) => number === b[at]);
}

function isEmpty(geometry: Geometry): boolean {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.every(isEmpty)
    : geometry.coordinates.length === 0;
}

function isNullIsland(geometry: Geometry): geometry is Extract<Geometry, { coordinates: unknown }> {
  return (
    geometry.type === 'Point' && geometry.coordinates[0] === 0 && geometry.coordinates[1] === 0
  );
}
