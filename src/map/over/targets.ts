/**
 * What belongs to each of the marks that stand close together when a pointer presses there. A mark that
 * others cover shares the room with them, and takes more where it is free. Pure.
 */
import { squareAround, overlap, type Rectangle } from './rectangle';
import type { Size } from '../camera/mercator';

/** Pixels that a target has each way, at least (WCAG 2.2, 2.5.8). */
export const leastTarget = 24;

/** Pixels between two marks within which their targets may meet: each grows by one at most. */
const reach = 2 * leastTarget;

/** A mark on the screen: its middle and its diameter. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The targets of those marks whose own square others cover too far; `undefined` for all others, which
 * keep their square. Where there is no room a target stays smaller.
 *
 * @param discs from the lowest to the one on top.
 * @param fixed what stands over the map.
 */
export function targetsFor(
  discs: readonly Disc[],
  fixed: readonly Rectangle[],
  [width, height]: Size,
): (Rectangle | undefined)[] {
  const squares = discs.map(({ x, y, size }) => squareAround(x, y, size / 2));
  const near = neighbours(squares);
  const edges = [
    ...fixed,
    { left: -Infinity, top: -Infinity, right: 0, bottom: Infinity },
    { left: width, top: -Infinity, right: Infinity, bottom: Infinity },
    { left: -Infinity, top: -Infinity, right: Infinity, bottom: 0 },
    { left: -Infinity, top: height, right: Infinity, bottom: Infinity },
  ];
  const walls = discs.map(({ x, y, size }) => {
    const wide = squareAround(x, y, size / 2 + leastTarget);
    return edges.filter((edge) => overlap(edge, wide));
  });
  const crowded = new Set<number>();
  let boxes: Rectangle[] = squares;
  for (let before = -1; crowded.size > before;) {
    before = crowded.size;
    boxes.forEach((box, at) => {
      const covers = near[at]!.filter((other) => other > at && overlap(boxes[other]!, box));
      const on = walls[at]!.filter((wall) => overlap(wall, box));
      if (covers.length + on.length === 0) return;
      if (hasRoom(box, [...on, ...covers.map((other) => boxes[other]!)])) return;
      // What hides the middle of a mark hides the mark.
      if (isHidden(discs[at]!, on)) return;
      for (const one of [at, ...covers]) crowded.add(one);
    });
    if (crowded.size > before) boxes = shared(discs, squares, near, crowded, walls);
  }
  return boxes.map((box, at) => (crowded.has(at) ? box : undefined));
}

/** By number, those so close that a target may reach them. */
function neighbours(squares: readonly Rectangle[]): number[][] {
  const near: number[][] = squares.map(() => []);
  const order = squares.map((_, at) => at).sort((a, b) => squares[a]!.left - squares[b]!.left);
  order.forEach((one, place) => {
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next]!;
      const [a, b] = [squares[one]!, squares[other]!];
      if (b.left >= a.right + reach) break;
      if (b.top >= a.bottom + reach || a.top >= b.bottom + reach) continue;
      near[one]!.push(other);
      near[other]!.push(one);
    }
  });
  return near;
}

function isHidden({ x, y }: Disc, over: readonly Rectangle[]): boolean {
  return over.some((box) => overlap(box, squareAround(x, y, 0.5)));
}

/** Whether a large enough part of a target is covered by nothing. */
function hasRoom(box: Rectangle, covers: readonly Rectangle[]): boolean {
  let free = [box];
  for (const cover of covers)
    free = free.flatMap((part) => besides(part, cover)).filter(isLargeEnough);
  return free.some(isLargeEnough);
}

/** What is left of a rectangle at each side of another. */
function besides(part: Rectangle, other: Rectangle): Rectangle[] {
  if (!overlap(part, other)) return [part];
  const { left, top, right, bottom } = other;
  return [
    { ...part, right: Math.min(part.right, left) },
    { ...part, left: Math.max(part.left, right) },
    { ...part, bottom: Math.min(part.bottom, top) },
    { ...part, top: Math.max(part.top, bottom) },
  ];
}

function isLargeEnough({ left, top, right, bottom }: Rectangle): boolean {
  // Positions are fractions of pixels.
  const least = leastTarget - 0.01;
  return right - left >= least && bottom - top >= least;
}

/** Squares cut where two of the crowded ones meet, each grown where it became too small. */
function shared(
  discs: readonly Disc[],
  squares: readonly Rectangle[],
  near: readonly (readonly number[])[],
  crowded: ReadonlySet<number>,
  walls: readonly (readonly Rectangle[])[],
): Rectangle[] {
  const boxes = squares.map((square, at) => {
    if (!crowded.has(at)) return square;
    const others = near[at]!.filter(
      (other) => crowded.has(other) && overlap(square, squares[other]!),
    );
    const cut = others.reduce((box, other) => cutBetween(box, discs, at, other), square);
    return walls[at]!.reduce(cutAt, cut);
  });
  for (const at of crowded) {
    const box = boxes[at]!;
    const others = near[at]!.map((other) => boxes[other]!);
    boxes[at] = grown(box, squares[at]!, [...others, ...walls[at]!]);
  }
  return boxes;
}

/** Between two marks the line lies where each has its share by its size. */
function cutBetween(box: Rectangle, discs: readonly Disc[], at: number, other: number): Rectangle {
  // Of two at one place the lower one has the left side. The line is the same for both, to the last bit.
  const isLower = at < other;
  const [a, b] = isLower ? [discs[at]!, discs[other]!] : [discs[other]!, discs[at]!];
  const share = a.size / (a.size + b.size);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (Math.abs(dx) >= Math.abs(dy)) {
    const line = a.x + dx * share;
    return isLower === dx >= 0
      ? { ...box, right: Math.min(box.right, line) }
      : { ...box, left: Math.max(box.left, line) };
  }
  const line = a.y + dy * share;
  return isLower === dy >= 0
    ? { ...box, bottom: Math.min(box.bottom, line) }
    : { ...box, top: Math.max(box.top, line) };
}

/** The largest part at one side of what stands over the map. */
function cutAt(box: Rectangle, wall: Rectangle): Rectangle {
  const area = ({ left, top, right, bottom }: Rectangle) =>
    Math.max(0, right - left) * Math.max(0, bottom - top);
  return besides(box, wall).reduce((best, side) => (area(side) > area(best) ? side : best));
}

/** Grown to the least size, away from where it was cut and no further than others leave room. */
function grown(box: Rectangle, square: Rectangle, others: readonly Rectangle[]): Rectangle {
  const beside = others.filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
  const [left, right] = stretched(
    [box.left, box.right],
    box.left > square.left,
    beside.map((other) => [other.left, other.right]),
  );
  const above = others.filter((other) => other.left < right && other.right > left);
  const [top, bottom] = stretched(
    [box.top, box.bottom],
    box.top > square.top,
    above.map((other) => [other.top, other.bottom]),
  );
  return { left, top, right, bottom };
}

type Stretch = readonly [low: number, high: number];

function stretched([low, high]: Stretch, upFirst: boolean, others: readonly Stretch[]): Stretch {
  const floor = Math.max(...others.map(([, to]) => to).filter((to) => to <= low), -Infinity);
  const ceiling = Math.min(
    ...others.map(([from]) => from).filter((from) => from >= high),
    Infinity,
  );
  if (upFirst) {
    const up = Math.max(high, Math.min(low + leastTarget, ceiling));
    return [Math.min(low, Math.max(up - leastTarget, floor)), up];
  }
  const down = Math.min(low, Math.max(high - leastTarget, floor));
  return [down, Math.max(high, Math.min(down + leastTarget, ceiling))];
}
