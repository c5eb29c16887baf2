/**
 * Shapes → short SVG path data for a page that is sent with its map drawn. Pure.
 *
 * Points stand on a whole-number grid, fine enough for the views it is drawn for, and are written as
 * steps from one to the next; those that a straight line misses by little are left out. What lies
 * outside the box is cut off, straight along its edge.
 */
import { geoIdentity, geoPath } from 'd3-geo';
import type { GeoJSON, Geometry, Position } from 'geojson';
import simplify from 'simplify-js';
import { mercatorX, mercatorY } from '../../engine/base/mercator';

/** Left, top, right, bottom in units of the grid. */
export type Extent = readonly [number, number, number, number];

/** Steps of the grid by which a line may miss the points that it leaves out. */
const tolerance = 0.6;

/** @param units The width of the world in steps of the grid. */
export function shortPath(units: number, extent: Extent): (shape: GeoJSON) => string {
  const clipped = geoIdentity().clipExtent([
    [extent[0], extent[1]],
    [extent[2], extent[3]],
  ]);
  return (shape) => {
    const pen = new Pen();
    geoPath(clipped, pen)(flat(shape, units));
    return pen.finish();
  };
}

/** A canvas's context as d3-geo draws on it, that writes steps between whole numbers. */
class Pen {
  #data = '';
  #x = 0;
  #y = 0;
  #line: [number, number][] = [];

  moveTo(x: number, y: number): void {
    this.#end(false);
    this.#line = [[Math.round(x), Math.round(y)]];
  }

  lineTo(x: number, y: number): void {
    const [lastX, lastY] = this.#line.at(-1)!;
    const next: [number, number] = [Math.round(x), Math.round(y)];
    if (next[0] !== lastX || next[1] !== lastY) this.#line.push(next);
  }

  closePath(): void {
    this.#end(true);
  }

  finish(): string {
    this.#end(false);
    return this.#data;
  }

  beginPath(): void {}
  /** Points are not drawn. */
  arc(): void {}

  /** Writes the line; what came down to a point, and a ring without an inside, is left out. */
  #end(closed: boolean): void {
    const points = this.#line.map(([x, y]) => ({ x, y }));
    // A ring is opened at its start, which stays.
    const around = closed ? [...points, ...points.slice(0, 1)] : points;
    const line = simplify(around, tolerance, true).map(({ x, y }) => [x, y] as const);
    if (closed) line.pop();
    this.#line = [];
    if (line.length < (closed ? 3 : 2)) return;
    const [startX, startY] = line[0]!;
    this.#data += `m${startX - this.#x}${signed(startY - this.#y)}`;
    [this.#x, this.#y] = [startX, startY];
    // Pairs that follow a move are lines.
    for (const [x, y] of line.slice(1)) {
      this.#data += `${signed(x - this.#x)}${signed(y - this.#y)}`;
      [this.#x, this.#y] = [x, y];
    }
    if (!closed) return;
    this.#data += 'z';
    [this.#x, this.#y] = [startX, startY];
  }
}

/** A minus sign parts two numbers, else a space does. */
function signed(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}

function flat(shape: GeoJSON, units: number): GeoJSON {
  if (shape.type === 'FeatureCollection')
    return {
      ...shape,
      features: shape.features.map((feature) => flat(feature, units) as typeof feature),
    };
  if (shape.type === 'Feature')
    return { ...shape, geometry: flat(shape.geometry, units) as Geometry };
  if (shape.type === 'GeometryCollection')
    return {
      ...shape,
      geometries: shape.geometries.map((geometry) => flat(geometry, units) as Geometry),
    };
  return { ...shape, coordinates: scaled(shape.coordinates, units) } as Geometry;
}

type Nested = Position | Nested[];

function scaled(coordinates: Nested, units: number): Nested {
  if (typeof coordinates[0] === 'number') {
    const [lng, lat] = coordinates as Position;
    return [mercatorX(lng!) * units, mercatorY(lat!) * units];
  }
  return (coordinates as Nested[]).map((part) => scaled(part, units));
}
