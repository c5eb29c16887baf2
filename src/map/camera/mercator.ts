/**
 * Where things stand on the screen: Web Mercator of a camera, in CSS pixels from the top left. Pure.
 *
 * The world is `512 · 2^zoom` pixels wide, as MapLibre counts, and repeats sideways. Marks and
 * labels are placed by this alone, so they stand right with MapLibre, before it and without it.
 */
import {
  edgeLatitude,
  latitude,
  longitude,
  mercatorX,
  mercatorY,
} from '../../engine/base/mercator';
import { nodesInside } from '../../engine/screen/view-box';
import { boundsOnGlobe, isBeyond, isGlobe, projectOnGlobe, unprojectOnGlobe } from './globe';
import { worldSize, wrapLongitude, zoomOfWorld } from '../../world/mercator';
import type { Box } from '../../world/types';
import type { Camera } from '../../view/camera';

/** `[width, height]` in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** `[lng, lat]` in degrees. */
export type Position = readonly [lng: number, lat: number];

/** Pixels kept free at `[top, right, bottom, left]`, or the same at every side. */
export type Padding = number | readonly [number, number, number, number];

/** From here on every distinct place is a mark of its own. */
export const maxZoom = 18;

/** The pixel of a position, on the copy of the world nearest to the camera's centre. On a globe a
 * position beyond the horizon stands on the globe's edge. */
export function project(lng: number, lat: number, camera: Camera, size: Size): [number, number] {
  if (isGlobe(camera)) return projectOnGlobe(lng, lat, camera, size);
  const world = worldSize(camera.zoom);
  const across = mercatorX(lng) - mercatorX(camera.lng);
  return [
    size[0] / 2 + (across - Math.round(across)) * world,
    size[1] / 2 + (mercatorY(lat) - mercatorY(camera.lat)) * world,
  ];
}

/** Is a position on the far side of a globe? */
export function isHidden(lng: number, lat: number, camera: Camera, size: Size): boolean {
  return isGlobe(camera) && isBeyond(lng, lat, camera, size);
}

/** The position of a pixel; longitude in −180 … 180. Beside a globe that of its edge. */
export function unproject(x: number, y: number, camera: Camera, size: Size): [number, number] {
  if (isGlobe(camera)) return unprojectOnGlobe(x, y, camera, size);
  const world = worldSize(camera.zoom);
  return [
    wrapLongitude(longitude(mercatorX(camera.lng) + (x - size[0] / 2) / world)),
    latitude(clamped(mercatorY(camera.lat) + (y - size[1] / 2) / world, 0, 1)),
  ];
}

/** What a view shows: latitudes end at ±85.0511°, a view as wide as the world holds all of it. Of a
 * globe a box around what is in sight. */
export function boundsOf(camera: Camera, size: Size): Box {
  if (isGlobe(camera)) return boundsOnGlobe(camera, size);
  const [west, north] = unproject(0, 0, camera, size);
  const [east, south] = unproject(size[0], size[1], camera, size);
  return size[0] >= worldSize(camera.zoom) ? [-180, south, 180, north] : [west, south, east, north];
}

/** Is a position inside a box? By the same test as the engine's, so that the two can't disagree. */
export function contains(box: Box, lng: number, lat: number): boolean {
  return nodesInside(box)(lng, lat);
}

/** The nearest camera that shows nothing beyond the world's upper and lower edge, and a globe not
 * too small. */
export function constrain(camera: Camera, size: Size): Camera {
  if (isGlobe(camera)) return constrainedGlobe(camera, size);
  const least = Math.max(0, zoomOfWorld(size[1]));
  const zoom = clamped(camera.zoom, least, Math.max(least, maxZoom));
  const half = size[1] / 2 / worldSize(zoom);
  const y = mercatorY(camera.lat);
  const held = half >= 0.5 ? 0.5 : clamped(y, half, 1 - half);
  const lat = held === y ? clamped(camera.lat, -edgeLatitude, edgeLatitude) : latitude(held);
  return { ...camera, lng: wrapLongitude(camera.lng), lat, zoom };
}

function constrainedGlobe(camera: Camera, size: Size): Camera {
  const lat = clamped(camera.lat, -edgeLatitude, edgeLatitude);
  const width = 0.6 * Math.min(size[0], size[1]) * Math.PI * Math.cos((lat * Math.PI) / 180);
  const zoom = Math.max(0, camera.zoom, zoomOfWorld(width));
  return { ...camera, lng: wrapLongitude(camera.lng), lat, zoom };
}

/** The camera after the view moved `right` and `down` pixels over the ground. */
export function panned(camera: Camera, right: number, down: number, size: Size): Camera {
  const world = worldSize(camera.zoom);
  const lat = latitude(mercatorY(camera.lat) + down / world);
  // A globe keeps its size, which depends on the latitude too.
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const grown = isGlobe(camera) ? Math.log2(cosine(lat) / cosine(camera.lat)) : 0;
  return constrain(
    {
      ...camera,
      lng: longitude(mercatorX(camera.lng) + right / world),
      lat,
      zoom: camera.zoom + grown,
    },
    size,
  );
}

/** The camera after zooming by `levels` with the ground under the pixel `[x, y]` staying there. */
export function zoomedAbout(
  camera: Camera,
  levels: number,
  [x, y]: readonly [number, number],
  size: Size,
): Camera {
  const { zoom } = constrain({ ...camera, zoom: camera.zoom + levels }, size);
  const kept = 1 - 2 ** (camera.zoom - zoom);
  const world = worldSize(camera.zoom);
  return constrain(
    {
      ...camera,
      lng: longitude(mercatorX(camera.lng) + ((x - size[0] / 2) * kept) / world),
      lat: latitude(mercatorY(camera.lat) + ((y - size[1] / 2) * kept) / world),
      zoom,
    },
    size,
  );
}

/**
 * The closest camera that shows all the positions, or the whole box, inside the padding. Positions
 * either side of 180° are shown across it. No position at all gives the world.
 */
export function fit(
  target: readonly Position[] | Box,
  size: Size,
  padding: Padding = 40,
  most: number = maxZoom,
): Camera {
  const [[x0, x1], [y0, y1]] = isBox(target) ? spanOfBox(target) : spanOfPositions(target);
  const sides =
    typeof padding === 'number' ? ([padding, padding, padding, padding] as const) : padding;
  const [top, right, bottom, left] = sides;
  const width = Math.max(1, size[0] - left - right);
  const height = Math.max(1, size[1] - top - bottom);
  const zoom = clamped(
    zoomOfWorld(Math.min(width / (x1 - x0), height / (y1 - y0))),
    0,
    Math.min(most, maxZoom),
  );
  const world = worldSize(zoom);
  const x = (x0 + x1) / 2 + (right - left) / 2 / world;
  const y = (y0 + y1) / 2 + (bottom - top) / 2 / world;
  return constrain({ lng: longitude(x), lat: latitude(y), zoom }, size);
}

/** Do two cameras look the same? Less than a tenth of a pixel and a thousandth of a level apart. */
export function same(a: Camera | null, b: Camera | null): boolean {
  if (!a || !b) return a === b;
  if (Math.abs(a.zoom - b.zoom) > 1e-3) return false;
  const [x, y] = project(a.lng, a.lat, b, [0, 0]);
  return Math.abs(x) < 0.1 && Math.abs(y) < 0.1;
}

/**
 * Longitudes as Mercator x, in their order, cut at the widest gap of the circle so that neighbours
 * across 180° stay neighbours; the first after the gap is in 0 … 1, others may exceed 1.
 */
export function unwrappedX(lngs: readonly number[]): number[] {
  const xs = lngs.map((lng) => mercatorX(wrapLongitude(lng)) % 1);
  const sorted = [...xs].sort((a, b) => a - b);
  let widest = sorted.length ? sorted[0]! + 1 - sorted[sorted.length - 1]! : 0;
  let first = sorted[0] ?? 0;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]! - sorted[i - 1]! > widest) {
      widest = sorted[i]! - sorted[i - 1]!;
      first = sorted[i]!;
    }
  }
  return xs.map((x) => (x < first ? x + 1 : x));
}

type Span = [number, number];

function spanOfPositions(positions: readonly Position[]): [Span, Span] {
  if (positions.length === 0) return spanOfBox([-180, -60, 180, 78]);
  const xs = unwrappedX(positions.map(([lng]) => lng));
  const ys = positions.map(([, lat]) => mercatorY(lat));
  return [extent(xs), extent(ys)];
}

function spanOfBox([west, south, east, north]: Box): [Span, Span] {
  const x = mercatorX(west);
  const across = west > east ? mercatorX(east) + 1 : mercatorX(east);
  return [
    [x, across],
    [mercatorY(north), mercatorY(south)],
  ];
}

function isBox(target: readonly Position[] | Box): target is Box {
  return target.length === 4 && typeof target[0] === 'number';
}

function extent(values: readonly number[]): Span {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
