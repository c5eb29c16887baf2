/** Projected coordinates → degrees of WGS 84. proj4 is fetched with this module, when the first file
 * needs it. */
import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import { FormatError } from '../format';
import { codeOfCrs } from './crs-code';
import { definitionOf } from './definitions';
import { t } from '../../words/reading';

export interface Projection {
  /** As it is said to the user. */
  readonly name: string;
  /** Nothing where the coordinates lie outside of what the projection covers. */
  toDegrees(x: number, y: number): readonly [lng: number, lat: number] | undefined;
}

/** About a centimetre. */
const decimals = 7;

/**
 * @param crs An EPSG code in any common writing, a PROJ string or WKT.
 * @throws FormatError Where it is not known.
 */
export function projectionOf(crs: string): Projection {
  const text = crs.trim();
  const code = codeOfCrs(text);
  const definition = code === undefined ? text : definitionOf(code);
  if (definition === undefined) throw new FormatError(t('crs.unknown', { crs: `EPSG:${code}` }));
  if (code === undefined && !/^\+proj=|^[A-Z_]+\s*\[/.test(text))
    throw new FormatError(t('crs.unreadable', { crs: text.slice(0, 80) }));
  let converter: proj4.Converter;
  try {
    converter = proj4(definition, 'EPSG:4326');
  } catch {
    throw new FormatError(t('crs.unreadable', { crs: text.slice(0, 80) }));
  }
  return {
    name: code === undefined ? nameOf(text) : `EPSG:${code}`,
    toDegrees(x, y) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
      let point: number[];
      try {
        point = converter.forward([x, y]);
      } catch {
        return undefined;
      }
      const [lng, lat] = point.map((value) => Number(value.toFixed(decimals)));
      const fits = Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90;
      return fits ? [lng!, lat!] : undefined;
    },
  };
}

/** The name in a WKT, or the text itself where it has none. */
function nameOf(text: string): string {
  return /^[A-Z_]+\s*\[\s*"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 80);
}

/** A geometry in degrees. Where one of its positions can't be, it stays as it is, for the model to
 * name. */
export function projectedGeometry(geometry: Geometry, projection: Projection): Geometry {
  let failed = false;
  const point = ([x, y, ...rest]: Position): Position => {
    const degrees = projection.toDegrees(x!, y!);
    if (!degrees) failed = true;
    return degrees ? [...degrees, ...rest] : [x!, y!, ...rest];
  };
  const walk = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return typeof value[0] === 'number' ? point(value as Position) : (value as unknown[]).map(walk);
  };
  const turned = (one: Geometry): Geometry =>
    one.type === 'GeometryCollection'
      ? { ...one, geometries: one.geometries.map(turned) }
      : ({ ...one, coordinates: walk(one.coordinates) } as Geometry);
  const result = turned(geometry);
  return failed ? geometry : result;
}
