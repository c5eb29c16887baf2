/** Rectangles on the screen, in CSS pixels from the map's top left. Pure. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Do they share any area? Touching edges do not count. */
export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Does `inner` lie wholly inside a screen of that size, `margin` pixels from its edges? */
export function fitsInside(
  inner: Rectangle,
  [width, height]: readonly [number, number],
  margin: number,
): boolean {
  return (
    inner.left >= margin &&
    inner.top >= margin &&
    inner.right <= width - margin &&
    inner.bottom <= height - margin
  );
}

/** A square around a point. */
export function squareAround(x: number, y: number, radius: number): Rectangle {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** From its top left corner. */
export function rectangle(left: number, top: number, width: number, height: number): Rectangle {
  return { left, top, right: left + width, bottom: top + height };
}
