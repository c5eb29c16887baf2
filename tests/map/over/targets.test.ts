import { describe, expect, it } from 'vitest';
import { squareAround, overlap, rectangle, type Rectangle } from '../../../src/map/over/rectangle';
import { leastTarget, targetsFor, type Disc } from '../../../src/map/over/targets';
import { amount, randomFrom, seed } from '../../faults/amount';

const size = [800, 600] as const;

/** The targets as they are hit: a mark's own square where it has no other. */
function hit(discs: readonly Disc[], fixed: readonly Rectangle[] = []): Rectangle[] {
  const targets = targetsFor(discs, fixed, size);
  return discs.map(({ x, y, size: each }, at) => targets[at] ?? squareAround(x, y, each / 2));
}

/** The side of the largest square of a target that nothing above covers, by trying all of them. */
function largest(boxes: readonly Rectangle[], at: number, fixed: readonly Rectangle[]): number {
  const box = boxes[at]!;
  const covers = [...boxes.slice(at + 1), ...fixed].filter((other) => overlap(other, box));
  const from = (side: 'left' | 'top', other: 'right' | 'bottom') => [
    box[side],
    ...covers.map((cover) => cover[other]).filter((edge) => edge > box[side] && edge < box[other]),
  ];
  let most = 0;
  for (const left of from('left', 'right'))
    for (const top of from('top', 'bottom'))
      for (let side = Math.ceil(most); side <= 60; side++) {
        const square = rectangle(left, top, side, side);
        const isIn = square.right <= box.right + 0.01 && square.bottom <= box.bottom + 0.01;
        if (!isIn || covers.some((cover) => overlap(cover, square))) break;
        most = side;
      }
  return most;
}

const lone = (x: number, y: number): Disc => ({ x, y, size: 30 });

describe('targets of marks', () => {
  it('stay as they are where none covers another too far', () => {
    expect(targetsFor([lone(100, 100), lone(140, 100)], [], size)).toEqual([undefined, undefined]);
    const large = { x: 100, y: 100, size: 60 };
    expect(targetsFor([large, lone(140, 100)], [], size)).toEqual([undefined, undefined]);
  });

  it('share the room between two marks, and grow where they are too small', () => {
    const [left, right] = hit([lone(100, 100), lone(110, 100)]);
    expect(left!.right).toBe(105);
    expect(right!.left).toBe(105);
    expect(left!.right - left!.left).toBe(leastTarget);
    expect(right!.right - right!.left).toBe(leastTarget);
  });

  it('give way to what stands over the map', () => {
    const control = rectangle(110, 80, 40, 40);
    const [mark] = hit([lone(105, 100)], [control]);
    expect(mark!.right).toBe(110);
    expect(mark!.left).toBe(110 - leastTarget);
    // A mark whose middle is hidden is out of reach.
    expect(targetsFor([lone(115, 100)], [control], size)).toEqual([undefined]);
  });

  it('stay on the map', () => {
    const [one, other] = hit([lone(5, 300), lone(12, 300)]);
    expect(one!.left).toBeGreaterThanOrEqual(0);
    expect(other!.left).toBe(one!.right);
  });

  it('are 24 pixels of two marks with room around, however close', () => {
    const random = randomFrom(seed);
    let before = 0;
    for (let trial = 0; trial < amount(400, 20_000); trial++) {
      const discs: Disc[] = Array.from({ length: 2 }, () => ({
        x: 300 + random() * 30,
        y: 300 + random() * 30,
        size: random() < 0.6 ? 30 : 28 + random() * 32,
      })).sort((a, b) => b.size - a.size);
      const squares = discs.map((disc) => squareAround(disc.x, disc.y, disc.size / 2));
      const boxes = hit(discs);
      for (const at of discs.keys())
        expect(largest(boxes, at, []), JSON.stringify(discs)).toBeGreaterThanOrEqual(leastTarget);
      before += squares.filter((_, at) => largest(squares, at, []) < leastTarget).length;
    }
    // Without them many are smaller.
    expect(before).toBeGreaterThan(100);
  });

  it('never overlap where they were made for one another, and reach the middle of their marks', () => {
    const random = randomFrom(seed + 1);
    for (let trial = 0; trial < amount(200, 5000); trial++) {
      const discs: Disc[] = Array.from({ length: 30 }, () => ({
        x: random() * 200,
        y: random() * 200,
        size: random() < 0.5 ? 30 : 28 + random() * 32,
      })).sort((a, b) => b.size - a.size);
      const targets = targetsFor(discs, [], size);
      targets.forEach((target, at) => {
        if (!target) return;
        const { x, y } = discs[at]!;
        const reaches =
          target.left <= x && target.right >= x && target.top <= y && target.bottom >= y;
        expect(reaches).toBe(true);
        for (const other of targets.slice(at + 1))
          if (other) expect(overlap(target, other)).toBe(false);
      });
    }
  });
});
