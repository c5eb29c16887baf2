/** Shapes → SVG path data in Web Mercator, on a square world of a given width. Pure. */
import type { GeoJSON, Geometry, Position } from 'geojson';
import { mercatorX, mercatorY } from '../engine/mercator';

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

/** Path data of a shape; lines and rings only, points draw nothing.
 * @param units The width of the world in the path's own units. */
export function flatPath(units: number): (shape: GeoJSON) => string {
  const number = (value: number) => String(Math.round(value * units * 100) / 100);
  const line = (positions: readonly Position[], closed: boolean) => {
    let path = '';
    const last = positions.length - (closed ? 1 : 0);
    for (let at = 0; at < last; at++) {
      const [lng, lat] = positions[at]!;
      path += `${at === 0 ? 'M' : 'L'}${number(mercatorX(lng!))},${number(mercatorY(lat!))}`;
    }
    return closed && path !== '' ? `${path}Z` : path;
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
