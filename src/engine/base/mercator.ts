/** Web Mercator on the unit square (EPSG:3857 scaled to 0 … 1, y down), as map tiles use it. */

/** The latitude at which the square ends. */
export const edgeLatitude = 85.0511287798066;

export function mercatorX(lng: number): number {
  return (lng + 180) / 360;
}

/** Latitudes beyond the square's edge stand on the edge. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-edgeLatitude, Math.min(edgeLatitude, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  // At the edge rounding may lead out of the square.
  return y < 0 ? 0 : y > 1 ? 1 : y;
}

export function longitude(x: number): number {
  return x * 360 - 180;
}

export function latitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
