/** Where the names of countries and areas stand, and where their land lies. */
import type { Position } from 'geojson';
import { area, innerPoint, largest, polygonsOf, round } from './shapes';
import type { Unit } from './units';
import type { Piece } from './world';

/** `[piece, lng, lat, zoom]`: where a name stands and the zoom from which it has room. */
export type WrittenPiece = [string, number, number, number];

export function writtenPieces(pieces: readonly Piece[]): WrittenPiece[] {
  return pieces
    .filter(({ properties: { piece } }) => piece && piece !== 'AQ')
    .map(({ properties: { piece }, geometry }) => {
      const polygon = largest(geometry);
      const [lng, lat] = innerPoint({ type: 'Polygon', coordinates: [polygon[0]!] });
      // A name wants a square of about 66 pixels; the world is 512 · 2^zoom pixels for 360°.
      const degrees = Math.sqrt(area(polygon));
      const zoom = Math.log2((66 * 360) / (512 * degrees));
      return [piece, lng, lat, Math.min(12, round(zoom, 1))];
    });
}

/** `[west, south, east, north]`, degrees. */
export type Box = [number, number, number, number];

/** Degrees between polygons that still share a box. */
const together = 4;

/** Home → boxes that hold all its land, and the pieces it has a part of. Far islands have boxes of
 * their own. */
export function homesOf(
  units: readonly Unit[],
): Record<string, { boxes: Box[]; pieces: string[] }> {
  const homes = new Map<string, { boxes: Box[]; pieces: Set<string> }>();
  for (const { properties, geometry } of units) {
    const home = homes.get(properties.home) ?? { boxes: [], pieces: new Set<string>() };
    homes.set(properties.home, home);
    home.pieces.add(properties.piece);
    for (const polygon of polygonsOf(geometry)) home.boxes.push(boxOf(polygon[0]!));
  }
  return Object.fromEntries(
    [...homes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([home, { boxes, pieces }]) => [
        home,
        {
          boxes: joined(boxes)
            .map(rounded)
            .sort((a, b) => a[0] - b[0]),
          pieces: [...pieces].sort(),
        },
      ]),
  );
}

function joined(boxes: Box[]): Box[] {
  const done: Box[] = [];
  for (const box of boxes) {
    let grown = box;
    for (;;) {
      const at = done.findIndex((other) => isNear(grown, other));
      if (at < 0) break;
      const [other] = done.splice(at, 1);
      grown = [
        Math.min(grown[0], other![0]),
        Math.min(grown[1], other![1]),
        Math.max(grown[2], other![2]),
        Math.max(grown[3], other![3]),
      ];
    }
    done.push(grown);
  }
  return done;
}

function isNear(a: Box, b: Box): boolean {
  return (
    a[0] - together < b[2] &&
    b[0] - together < a[2] &&
    a[1] - together < b[3] &&
    b[1] - together < a[3]
  );
}

function rounded([west, south, east, north]: Box): Box {
  const down = (value: number) => Math.floor(value * 100) / 100;
  const up = (value: number) => Math.ceil(value * 100) / 100;
  return [down(west), down(south), up(east), up(north)];
}

function boxOf(ring: Position[]): Box {
  const [lngs, lats] = [ring.map(([lng]) => lng!), ring.map(([, lat]) => lat!)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
