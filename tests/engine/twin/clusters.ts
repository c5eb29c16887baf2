/**
 * Clusters by their definition, with maps and lists, for every level.
 *
 * The bottom level (18) has one node for every distinct place. Each level above joins the nodes of
 * the level below within 50 pixels at that zoom: heaviest first, equal ones by cell. A node stands
 * where its taker stood.
 */
import { bottomZoom, cellsAcross, clusterReach } from '../../../src/engine/tree/levels';
import { mercatorX, mercatorY } from '../../../src/engine/base/mercator';
import { orderZoom } from '../../../src/engine/tree/places';

export interface Level {
  /** Row → the row at whose position its node stands. */
  readonly seedOfRow: Uint32Array;
}

interface Node {
  x: number;
  y: number;
  rows: number[];
}

/** By zoom, 0 … 18. */
export function buildClusters(lng: Float64Array, lat: Float64Array): Level[] {
  const levels: Level[] = [];
  let nodes = distinctPlaces(lng, lat);
  levels[bottomZoom] = levelOf(nodes, lng.length);
  for (let zoom = bottomZoom - 1; zoom >= 0; zoom--) {
    const inOrder = byCell(nodes, zoom);
    // Below the level that orders the places they keep that order.
    const joined = join(inOrder, clusterReach(zoom));
    nodes = (zoom < orderZoom ? inOrder : nodes).filter((node) => joined.has(node));
    nodes.forEach((node) => (node.rows = joined.get(node)!));
    levels[zoom] = levelOf(nodes, lng.length);
  }
  return levels;
}

function levelOf(nodes: readonly Node[], count: number): Level {
  const seedOfRow = new Uint32Array(count);
  for (const { rows } of nodes) for (const row of rows) seedOfRow[row] = rows[0]!;
  return { seedOfRow };
}

/** Rows at one position are one place; 180° and −180° are one meridian. */
function distinctPlaces(lng: Float64Array, lat: Float64Array): Node[] {
  const places = new Map<string, Node & { lng: number; lat: number }>();
  for (let row = 0; row < lng.length; row++) {
    const east = lng[row] === 180 ? -180 : lng[row]! + 0;
    const key = `${east} ${lat[row]! + 0}`;
    const place = places.get(key);
    if (place) place.rows.push(row);
    else
      places.set(key, {
        lng: east,
        lat: lat[row]!,
        x: mercatorX(east),
        y: mercatorY(lat[row]!),
        rows: [row],
      });
  }
  const sorted = [...places.values()].sort((a, b) => a.lng - b.lng || a.lat - b.lat);
  return byCell(sorted, orderZoom);
}

function byCell<Some extends Node>(nodes: readonly Some[], zoom: number): Some[] {
  const across = cellsAcross(zoom);
  const cell = (value: number) => Math.min(across - 1, Math.floor(value * across));
  return [...nodes].sort((a, b) => cell(a.y) - cell(b.y) || cell(a.x) - cell(b.x));
}

/** Takers, with the rows of all they took, their own first. */
function join(nodes: readonly Node[], reach: number): Map<Node, number[]> {
  const joined = new Map<Node, number[]>();
  const left = new Set(nodes);
  for (const taker of [...nodes].sort((a, b) => b.rows.length - a.rows.length)) {
    if (!left.delete(taker)) continue;
    const rows = [...taker.rows];
    for (const other of left) {
      // The short way round: the world is 1 wide.
      let away = other.x - taker.x;
      away -= Math.round(away);
      const down = other.y - taker.y;
      if (away * away + down * down > reach * reach) continue;
      rows.push(...other.rows);
      left.delete(other);
    }
    joined.set(taker, rows);
  }
  return joined;
}
