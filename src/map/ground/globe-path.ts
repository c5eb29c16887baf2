/** Shapes as paths on the globe. */
import { geoPath, geoProjection, type GeoRawProjection } from 'd3-geo';
import type { GeoJSON, Geometry, Polygon, Position } from 'geojson';
import { sphereOf } from '../camera/globe';
import type { Camera } from '../../view/camera';

/** Degrees of an edge that is drawn as one straight line. */
const longest = 2;

const prepared = new WeakMap<Geometry, Geometry>();

/** Gives a shape's path in pixels of the screen. */
export function globePath(
  camera: Camera,
  size: readonly [width: number, height: number],
): (shape: GeoJSON) => string {
  const { radius, distance, horizon } = sphereOf(camera, size);
  const raw: GeoRawProjection = (lng, lat) => {
    const cosine = Math.cos(lat);
    const scale = (distance - 1) / (distance - cosine * Math.cos(lng));
    return [scale * cosine * Math.sin(lng), scale * Math.sin(lat)];
  };
  const projection = geoProjection(raw)
    .rotate([-camera.lng, -camera.lat])
    .clipAngle(horizon - 1e-3)
    .translate([size[0] / 2, size[1] / 2])
    .scale(radius)
    .precision(0);
  const path = geoPath(projection).digits(1);
  return (shape) =>
    geometriesOf(shape)
      .map((geometry) => path(onSphere(geometry)) ?? '')
      .join('');
}

function geometriesOf(shape: GeoJSON): Geometry[] {
  if (shape.type === 'FeatureCollection') return shape.features.map(({ geometry }) => geometry);
  return [shape.type === 'Feature' ? shape.geometry : shape];
}

/** On a sphere an edge is the shortest way, so that long ones along a parallel must be cut; and
 * d3-geo takes for the inside what lies to the right of a ring. */
function onSphere(geometry: Geometry): Geometry {
  const known = prepared.get(geometry);
  if (known) return known;
  const made = madeFor(geometry);
  prepared.set(geometry, made);
  return made;
}

function madeFor(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { ...geometry, coordinates: turnedRings(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(turnedRings) };
    case 'LineString':
      return { ...geometry, coordinates: cut(geometry.coordinates) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(cut) };
    default:
      return geometry;
  }
}

function turnedRings(rings: Polygon['coordinates']): Position[][] {
  return rings.map((ring, number) => {
    const clockwise = twiceArea(ring) < 0;
    return cut(clockwise === (number === 0) ? ring : [...ring].reverse());
  });
}

function cut(line: Position[]): Position[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    if (!from) return [to];
    const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
    const parts = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / longest);
    return Array.from({ length: Math.max(1, parts) }, (_, part) => {
      const share = (part + 1) / Math.max(1, parts);
      return share === 1 ? to : [from[0]! + share * dx, from[1]! + share * dy];
    });
  });
}

function twiceArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++)
    sum += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  return sum;
}
