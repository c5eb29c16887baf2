/**
 * Places → a hierarchy of clusters, made once for all windows.
 *
 * The bottom level (18) has one node for every distinct place. Each level above joins the nodes of
 * the level below that lie within a radius of 40 pixels at that zoom, greedily and heaviest first,
 * as supercluster does; a node stands at the mean of its events' positions. So a node's place
 * depends on the data and on the zoom, and scrubbing changes sizes, not places.
 */
import { latitude, longitude, mercatorX, mercatorY } from './mercator';

/** At this zoom every distinct place is its own mark. */
export const bottomZoom = 18;
/** Pixels, at the zoom of the level. */
const radius = 40;
const worldPixels = 512;

export interface Level {
  /** Degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Place number → node number of this level. */
  readonly nodeOfPlace: Uint32Array;
}

export interface Clusters {
  /** Row → place number. */
  readonly placeOfRow: Uint32Array;
  /** One row of each place, to read its position. */
  readonly rowOfPlace: Uint32Array;
  /** By zoom, 0 … 18. */
  readonly levels: readonly Level[];
}

/** The level that answers for a zoom as MapLibre counts it (fractions are rounded). */
export function levelOf(zoom: number): number {
  return Math.max(0, Math.min(bottomZoom, Math.round(zoom)));
}

export function buildClusters(
  lng: Float64Array,
  lat: Float64Array,
  onprogress: (done: number) => void = () => {},
): Clusters {
  const { placeOfRow, rowOfPlace } = distinctPlaces(lng, lat);
  const count = rowOfPlace.length;
  let x = new Float64Array(count);
  let y = new Float64Array(count);
  let weight = new Float64Array(count);
  const bottom: Level = {
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    nodeOfPlace: Uint32Array.from({ length: count }, (_, place) => place),
  };
  for (let place = 0; place < count; place++) {
    const row = rowOfPlace[place]!;
    bottom.lng[place] = lng[row]!;
    bottom.lat[place] = lat[row]!;
    x[place] = mercatorX(lng[row]!);
    y[place] = mercatorY(lat[row]!);
  }
  for (const place of placeOfRow) weight[place]!++;

  const levels: Level[] = [];
  levels[bottomZoom] = bottom;
  for (let zoom = bottomZoom - 1; zoom >= 0; zoom--) {
    const below = levels[zoom + 1]!;
    const joined = join(x, y, weight, radius / (worldPixels * 2 ** zoom));
    if (joined.x.length === x.length) {
      // Nothing met here: the level is the one below.
      levels[zoom] = below;
    } else {
      const alone = joined.alone;
      levels[zoom] = {
        // A node of one place keeps its digits instead of going through Mercator and back.
        lng: joined.x.map((value, node) =>
          alone[node]! >= 0 ? below.lng[alone[node]!]! : longitude(value),
        ),
        lat: joined.y.map((value, node) =>
          alone[node]! >= 0 ? below.lat[alone[node]!]! : latitude(value),
        ),
        nodeOfPlace: below.nodeOfPlace.map((node) => joined.parent[node]!),
      };
      ({ x, y, weight } = joined);
    }
    onprogress((bottomZoom - zoom) / bottomZoom);
  }
  return { placeOfRow, rowOfPlace, levels };
}

/** Rows at one position are one place; 180° and −180° are one meridian. */
function distinctPlaces(lng: Float64Array, lat: Float64Array) {
  const placeOfRow = new Uint32Array(lng.length);
  const rowOfPlace: number[] = [];
  const places = new Map<string, number>();
  for (let row = 0; row < lng.length; row++) {
    const key = `${lng[row] === 180 ? -180 : lng[row]! + 0} ${lat[row]! + 0}`;
    let place = places.get(key);
    if (place === undefined) {
      place = rowOfPlace.length;
      places.set(key, place);
      rowOfPlace.push(row);
    }
    placeOfRow[row] = place;
  }
  return { placeOfRow, rowOfPlace: Uint32Array.from(rowOfPlace) };
}

/** One step up: nodes within `reach` (in units of the world's width) of a heavier one join it. */
function join(x: Float64Array, y: Float64Array, weight: Float64Array, reach: number) {
  const count = x.length;
  const grid = gridOf(x, y, reach);
  const parent = new Int32Array(count).fill(-1);
  const joinedX: number[] = [];
  const joinedY: number[] = [];
  const joinedWeight: number[] = [];
  const alone: number[] = [];
  const heaviest = Uint32Array.from({ length: count }, (_, node) => node).sort(
    (a, b) => weight[b]! - weight[a]! || a - b,
  );
  for (const node of heaviest) {
    if (parent[node] !== -1) continue;
    const made = joinedX.length;
    let total = 0;
    let east = 0;
    let south = 0;
    let members = 0;
    grid.near(node, (other) => {
      if (parent[other] !== -1) return;
      // The short way round: the world is 1 wide.
      const away = x[other]! - x[node]! - Math.round(x[other]! - x[node]!);
      const down = y[other]! - y[node]!;
      if (away * away + down * down > reach * reach) return;
      parent[other] = made;
      total += weight[other]!;
      east += away * weight[other]!;
      south += down * weight[other]!;
      members++;
    });
    const centre = x[node]! + east / total;
    joinedX.push(members === 1 ? x[node]! : centre - Math.floor(centre));
    joinedY.push(y[node]! + south / total);
    joinedWeight.push(total);
    alone.push(members === 1 ? node : -1);
  }
  return {
    x: Float64Array.from(joinedX),
    y: Float64Array.from(joinedY),
    weight: Float64Array.from(joinedWeight),
    alone,
    parent,
  };
}

/** Nodes by square cells of `reach`, so that neighbours are found in nine cells. */
function gridOf(x: Float64Array, y: Float64Array, reach: number) {
  const across = Math.max(1, Math.floor(1 / reach));
  const column = (value: number) => Math.min(across - 1, Math.floor(value * across));
  const cells = new Map<number, number[]>();
  for (let node = 0; node < x.length; node++) {
    const key = column(y[node]!) * across + column(x[node]!);
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return {
    near(node: number, visit: (other: number) => void) {
      const row = column(y[node]!);
      const middle = column(x[node]!);
      const columns = new Set([-1, 0, 1].map((step) => (middle + step + across) % across));
      for (let r = Math.max(0, row - 1); r <= Math.min(across - 1, row + 1); r++)
        for (const c of columns) cells.get(r * across + c)?.forEach(visit);
    },
  };
}
