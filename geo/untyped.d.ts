declare module 'polylabel' {
  /** The point inside a polygon that is farthest from its edges. */
  export default function polylabel(polygon: number[][][], precision?: number): [number, number];
}
