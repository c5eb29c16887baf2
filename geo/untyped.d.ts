declare module 'd3-geo-projection' {
  import type { GeoPermissibleObjects, GeoStreamWrapper } from 'd3-geo';
  /** Projects a GeoJSON object; spherical input comes out cut at the antimeridian. */
  export function geoProject<T extends GeoPermissibleObjects>(
    object: T,
    projection: GeoStreamWrapper,
  ): T;
}
declare module 'polylabel' {
  /** The point inside a polygon that is farthest from its edges. */
  export default function polylabel(polygon: number[][][], precision?: number): [number, number];
}
