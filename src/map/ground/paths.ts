/** Shapes → SVG path data in Web Mercator, on a square world of a given width. Pure. */
import type { GeoJSON, Geometry, Position } from 'geojson';
import { mercatorX, mercatorY } from '../../engine/base/mercator';
import type { Ground } from '../../world/ground';
import { pause } from '../../world/pause';

/** What is drawn of a ground, each as path data. */
export interface GroundPaths {
  readonly land: string;
  /** `''` where the land's own outline is the coast. */
  readonly coast: string;
  readonly borders: string;
  readonly dashed: string;
  readonly lakes: string;
  readonly rivers: string;
}

/** Path data of a shape; lines and rings only, points draw nothing. Points stand on whole numbers, and
 * pairs that follow a move are lines: both are written several times as fast as other ways.
 * @param units The width of the world in the path's own units. */
export function flatPath(units: number): (shape: GeoJSON) => string {
  const line = (positions: readonly Position[], closed: boolean) => {
    const numbers: number[] = [];
    const last = positions.length - (closed ? 1 : 0);
    for (let at = 0; at < last; at++) {
      const [lng, lat] = positions[at]!;
      numbers.push(Math.round(mercatorX(lng!) * units), Math.round(mercatorY(lat!) * units));
    }
    return numbers.length === 0 ? '' : `M${numbers.join(',')}${closed ? 'Z' : ''}`;
  };
  const rings = (polygon: readonly Position[][]) =>
    polygon.map((ring) => line(ring, true)).join('');
  const draw = (geometry: Geometry | null): string => {
    switch (geometry?.type) {
      case 'LineString':
        return line(geometry.coordinates, false);
      case 'MultiLineString':
        return geometry.coordinates.map((part) => line(part, false)).join('');
      case 'Polygon':
        return rings(geometry.coordinates);
      case 'MultiPolygon':
        return geometry.coordinates.map(rings).join('');
      case 'GeometryCollection':
        return geometry.geometries.map(draw).join('');
      default:
        return '';
    }
  };
  return (shape) => {
    if (shape.type === 'FeatureCollection')
      return shape.features.map(({ geometry }) => draw(geometry)).join('');
    return draw(shape.type === 'Feature' ? shape.geometry : shape);
  };
}

/** The world's width in the units of a ground's paths; moving it is a transform. */
export const flatUnits = 2 ** 20;

/** What of a ground's paths does not change with the camera. */
export type FlatPaths = Pick<GroundPaths, 'land' | 'coast' | 'borders' | 'dashed'>;

type Lines = Pick<Ground, 'land' | 'coast' | 'borders' | 'dashed'>;

/** Milliseconds after which the rest is left for another task. */
const atOnce = 12;

/** A ground's flat paths, made in several tasks. */
export async function flatPathsOf(ground: Lines): Promise<FlatPaths> {
  const draw = flatPath(flatUnits);
  await pause();
  let began = performance.now();
  const drawAll = async (shapes: readonly Geometry[]) => {
    let path = '';
    for (const part of shapes.flatMap(partsOf)) {
      if (performance.now() - began > atOnce) {
        await pause();
        began = performance.now();
      }
      path += draw(part);
    }
    return path;
  };
  return {
    land: await drawAll(ground.land),
    coast: await drawAll(ground.coast),
    borders: await drawAll(ground.borders),
    dashed: await drawAll(ground.dashed),
  };
}

function partsOf(shape: Geometry): Geometry[] {
  if (shape.type === 'MultiPolygon')
    return shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  if (shape.type === 'MultiLineString')
    return shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
  return [shape];
}
