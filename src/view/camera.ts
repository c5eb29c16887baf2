/** Where a map looks. Types only. */

/** Centre in degrees WGS 84; zoom as MapLibre counts it: the world is `512 · 2^zoom` pixels wide. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** Seen as a globe, while the zoom is low enough to see that it is one. */
  readonly globe?: boolean;
}
