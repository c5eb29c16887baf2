/**
 * Outlines of breakaway and disputed areas of Natural Earth 1:50m, read from the file that KDE's
 * Marble carries (`inputs/*.pn2`, format at
 * https://invent.kde.org/education/marble, `tools/pn2-tool`): no other pinned source has them.
 *
 * A byte of version, the number of polygons (uint32), a byte; then for each polygon a byte of kind,
 * its number (uint32) and its count of nodes (uint32), where kind 4 heads a group and has a byte
 * instead of the count. A node is latitude and longitude in half minutes (int16) and how many
 * points (uint16) follow as distances from it (int8). Big-endian.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';

const file = join(import.meta.dirname, 'inputs/ne_50m_admin_0_breakaway_disputed_areas.pn2');
const groupKind = 4;
const perDegree = 120;

/** The outer rings by number. */
export function outlinesByNumber(bytes: Buffer = readFileSync(file)): Map<number, Position[][]> {
  const rings = new Map<number, Position[][]>();
  let at = 6;
  while (at < bytes.length) {
    const kind = bytes.readUInt8(at);
    const number = bytes.readUInt32BE(at + 1);
    if (kind === groupKind) {
      at += 6;
      continue;
    }
    const ring: Position[] = [];
    let nodes = bytes.readUInt32BE(at + 5);
    for (at += 9; nodes > 0; nodes--) {
      const [lat, lng] = [bytes.readInt16BE(at), bytes.readInt16BE(at + 2)];
      const follow = bytes.readUInt16BE(at + 4);
      ring.push([lng / perDegree, lat / perDegree]);
      at += 6;
      for (let i = 0; i < follow; i++, at += 2)
        ring.push([
          (lng + bytes.readInt8(at + 1)) / perDegree,
          (lat + bytes.readInt8(at)) / perDegree,
        ]);
    }
    rings.set(number, [...(rings.get(number) ?? []), ring]);
  }
  return rings;
}
