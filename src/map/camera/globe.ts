/**
 * The world as a globe seen from above, as MapLibre's vertical perspective has it: the camera stands
 * one and a half heights of the screen above the middle of the view, and a degree is there as many
 * pixels as on the flat map. Pure.
 */
import { worldSize, wrapLongitude } from '../../world/mercator';
import type { Box } from '../../world/types';
import type { Camera } from '../../view/camera';

type Size = readonly [width: number, height: number];

/** From here on the flat map is drawn: the two differ by a few pixels at the edge of a screen. */
const flatZoom = 7;

export function isGlobe({ globe, zoom }: Camera): boolean {
  return globe === true && zoom < flatZoom;
}

/** The same in a style: MapLibre's own projection by zoom. */
export const globeProjection = ['step', ['zoom'], 'vertical-perspective', flatZoom, 'mercator'];

/** Heights of the screen between the camera and the ground: half of one over the tangent of half
 * MapLibre's field of view, 36.87°. */
const heights = 1.5;
const degree = Math.PI / 180;

export interface Sphere {
  /** Pixels. */
  readonly radius: number;
  /** Of the camera from the sphere's middle, in radii. */
  readonly distance: number;
  /** Pixels from the screen's middle to the globe's edge. */
  readonly rim: number;
  /** Degrees from the middle of the view to what is just in sight. */
  readonly horizon: number;
}

export function sphereOf({ lat, zoom }: Camera, size: Size): Sphere {
  const radius = worldSize(zoom) / (2 * Math.PI * Math.cos(lat * degree));
  const distance = 1 + (heights * size[1]) / radius;
  const sine = Math.sqrt(1 - 1 / distance ** 2);
  return {
    radius,
    distance,
    rim: (radius * (distance - 1) * sine) / (distance - 1 / distance),
    horizon: Math.acos(1 / distance) / degree,
  };
}

/** The pixel of a position; one beyond the horizon stands on the globe's edge. */
export function projectOnGlobe(
  lng: number,
  lat: number,
  camera: Camera,
  size: Size,
): [number, number] {
  const { radius, distance, rim } = sphereOf(camera, size);
  const [x, y, z] = turned(lng, lat, camera);
  const across = Math.hypot(x, y);
  const [middleX, middleY] = [size[0] / 2, size[1] / 2];
  if (z * distance < 1) {
    const scale = across > 0 ? rim / across : 0;
    return [middleX + x * scale, middleY - y * scale];
  }
  const scale = (radius * (distance - 1)) / (distance - z);
  return [middleX + x * scale, middleY - y * scale];
}

/** Is a position beyond the globe's edge? */
export function isBeyond(lng: number, lat: number, camera: Camera, size: Size): boolean {
  return turned(lng, lat, camera)[2] * sphereOf(camera, size).distance < 1;
}

/** The position of a pixel; of the globe's edge where it lies beside the globe. */
export function unprojectOnGlobe(
  x: number,
  y: number,
  camera: Camera,
  size: Size,
): [number, number] {
  const { radius, distance, rim } = sphereOf(camera, size);
  let [right, up] = [x - size[0] / 2, size[1] / 2 - y];
  const out = Math.hypot(right, up);
  if (out > rim * 0.999)
    [right, up] = [right, up].map((part) => (part * rim * 0.999) / out) as [number, number];
  // Where the ray from the camera through the pixel first meets the sphere of radius 1.
  const slope = Math.hypot(right, up) / (radius * (distance - 1));
  const a = 1 + slope ** 2;
  const z = (slope ** 2 * distance + Math.sqrt(Math.max(0, a - slope ** 2 * distance ** 2))) / a;
  const scale = (distance - z) / (radius * (distance - 1));
  const [px, py] = [right * scale, up * scale];
  const [sine, cosine] = [Math.sin(camera.lat * degree), Math.cos(camera.lat * degree)];
  const lat = Math.asin(Math.max(-1, Math.min(1, z * sine + py * cosine))) / degree;
  const lng = camera.lng + Math.atan2(px, z * cosine - py * sine) / degree;
  return [wrapLongitude(lng), lat];
}

/** A box around all that is in sight. */
export function boundsOnGlobe(camera: Camera, size: Size): Box {
  const { horizon, rim } = sphereOf(camera, size);
  const whole = rim <= Math.min(size[0], size[1]) / 2;
  const edge = Array.from({ length: 48 }, (_, i) => {
    const angle = (i / 48) * 2 * Math.PI;
    const toSide = Math.min(
      size[0] / 2 / Math.max(1e-9, Math.abs(Math.cos(angle))),
      size[1] / 2 / Math.max(1e-9, Math.abs(Math.sin(angle))),
    );
    const reach = Math.min(whole ? rim : toSide, toSide);
    return unprojectOnGlobe(
      size[0] / 2 + reach * Math.cos(angle),
      size[1] / 2 + reach * Math.sin(angle),
      camera,
      size,
    );
  });
  const lats = edge.map(([, lat]) => lat);
  const sees = (pole: number) => {
    if (Math.abs(pole - camera.lat) >= horizon) return false;
    const [x, y] = projectOnGlobe(camera.lng, pole, camera, size);
    return x >= 0 && x <= size[0] && y >= 0 && y <= size[1];
  };
  const [north, south] = [sees(90) ? 90 : Math.max(...lats), sees(-90) ? -90 : Math.min(...lats)];
  if (north === 90 || south === -90) return [-180, south, 180, north];
  const offs = edge.map(([lng]) => wrapLongitude(lng - camera.lng));
  const [least, most] = [Math.min(...offs), Math.max(...offs)];
  if (most - least >= 359) return [-180, south, 180, north];
  return [wrapLongitude(camera.lng + least), south, wrapLongitude(camera.lng + most), north];
}

/** A position as a vector: x to the right, y up, z towards the camera, of length 1. */
function turned(lng: number, lat: number, camera: Camera): [number, number, number] {
  const [sine, cosine] = [Math.sin(lat * degree), Math.cos(lat * degree)];
  const [sine0, cosine0] = [Math.sin(camera.lat * degree), Math.cos(camera.lat * degree)];
  const off = (lng - camera.lng) * degree;
  return [
    cosine * Math.sin(off),
    cosine0 * sine - sine0 * cosine * Math.cos(off),
    sine0 * sine + cosine0 * cosine * Math.cos(off),
  ];
}
