/**
 * A linear scale: values ↔ pixels. Called and named as d3-scale's `scaleLinear`, which stood here and
 * lost: it takes 8.7 kB gzipped of an embed's first script (4.1 kB of them mix colours), a tenth of
 * a second on a slow phone, for two multiplications.
 */
export interface LinearScale {
  (value: number): number;
  /** The value at a pixel. */
  invert(pixel: number): number;
}

/** @param domain Two values. @param range The pixels where they lie. */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): LinearScale {
  const pixels = end - start;
  const values = to - from;
  // An empty domain lies in the middle of its range, as D3 has it.
  const scale = (value: number) =>
    start + (values === 0 ? 1 / 2 : (value - from) / values) * pixels;
  scale.invert = (pixel: number) =>
    from + (pixels === 0 ? 1 / 2 : (pixel - start) / pixels) * values;
  return scale;
}
