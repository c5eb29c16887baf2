/** Other ways to answer the same questions, each as its makers would have it used. */
import crossfilter from 'crossfilter2';
import Supercluster from 'supercluster';
import type { EventColumns, Mark } from '../../src/engine';
import { clusterRadius, worldPixels } from '../../src/engine/tree/levels';
import { latitude, longitude, mercatorX, mercatorY } from '../../src/engine/base/mercator';
import { categories } from './events';

/** Cells of a radius's width around the world, at zoom 0. */
const cellsAcross = worldPixels / clusterRadius;

export interface Bins {
  from: number;
  to: number;
  count: number;
}
export type Bbox = readonly [number, number, number, number];

interface Counts {
  total: number;
  byCategory: number[];
}

/**
 * crossfilter2: a dimension each for start, end, longitude and latitude. An event overlaps a window
 * when it starts before its end and ends after its beginning, which takes two of them.
 */
export function crossfilterOf({ start, end, lng, lat, category }: EventColumns) {
  const filter = crossfilter(Array.from(start.keys()));
  const starts = filter.dimension((row) => start[row]!);
  const ends = filter.dimension((row) => end[row]!);
  const lngs = filter.dimension((row) => lng[row]!);
  const lats = filter.dimension((row) => lat[row]!);

  return {
    look([west, south, east, north]: Bbox): void {
      // A filter has one range: the views measured do not cross 180°, or are cut there.
      lngs.filterRange(west <= east ? [west, east + 1e-9] : [west, 181]);
      lats.filterRange([south, north + 1e-9]);
    },
    lookEverywhere(): void {
      lngs.filterAll();
      lats.filterAll();
    },
    window(from: number, to: number): void {
      starts.filterRange([-Infinity, to]);
      ends.filterRange([from + 1e-3, Infinity]);
    },
    total: (): number => filter.groupAll().value() as number,
    /** Counts by category of square cells as wide as our radius; gives a reader of the marks on the
     * screen, as ours gives them: where each stands, its count, and its counts by category. */
    marks(zoom: number) {
      const across = cellsAcross * 2 ** zoom;
      const cells = Float64Array.from(
        lng,
        (east, row) =>
          Math.floor(mercatorY(lat[row]!) * across) * across + Math.floor(mercatorX(east) * across),
      );
      const dimension = filter.dimension((row) => cells[row]!);
      const group = dimension.group<number, Counts>().reduce(
        (counts, row) => {
          counts.total++;
          counts.byCategory[category[row]!]!++;
          return counts;
        },
        (counts, row) => {
          counts.total--;
          counts.byCategory[category[row]!]!--;
          return counts;
        },
        () => ({ total: 0, byCategory: new Array<number>(categories).fill(0) }),
      );
      return {
        read() {
          const marks: Mark[] = [];
          for (const { key, value } of group.all()) {
            if (value.total === 0) continue;
            marks.push({
              lng: longitude(((key % across) + 0.5) / across),
              lat: latitude((Math.floor(key / across) + 0.5) / across),
              count: value.total,
              byCategory: value.byCategory.slice(),
            });
          }
          return marks;
        },
        dispose: () => dimension.dispose(),
      };
    },
    /** Counts by bin and category; an event is in the bin of its start only, since a group holds a
     * record once. */
    bins({ from, to, count }: Bins) {
      const numbers = Float64Array.from(start, (time, row) => {
        const bin = Math.floor(((time - from) / (to - from)) * count);
        return Math.max(0, Math.min(count - 1, bin)) * categories + category[row]!;
      });
      const dimension = filter.dimension((row) => numbers[row]!);
      const group = dimension.group<number, number>();
      return {
        read() {
          const values = new Uint32Array(count * categories);
          for (const { key, value } of group.all()) values[key] = value;
          return values;
        },
        dispose: () => dimension.dispose(),
      };
    },
  };
}

/** supercluster: clusters built anew from the events of a window. */
export function superclusterOf({ lng, lat, start, end }: EventColumns) {
  const points = Array.from(lng, (east, row) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Point' as const, coordinates: [east, lat[row]!] },
  }));
  return (from: number, to: number, [west, south, east, north]: Bbox, zoom: number): number => {
    const inWindow = points.filter((_, row) => start[row]! < to && end[row]! > from);
    const index = new Supercluster({
      radius: clusterRadius,
      extent: worldPixels,
      maxZoom: 17,
    }).load(inWindow);
    return index.getClusters([west, south, east, north], zoom).length;
  };
}

/** A plain scan over typed arrays: marks by cell and category, bins, the first rows. */
export function scanOf({ lng, lat, start, end, category }: EventColumns, zoom: number) {
  const across = Math.ceil(cellsAcross * 2 ** zoom);
  const names = new Map<number, number>();
  const cells = Uint32Array.from(lng, (east, row) => {
    const cell =
      Math.floor(mercatorY(lat[row]!) * across) * across + Math.floor(mercatorX(east) * across);
    const known = names.get(cell);
    if (known !== undefined) return known;
    names.set(cell, names.size);
    return names.size - 1;
  });
  const counts = new Uint32Array(names.size * categories);
  return {
    ask(
      from: number,
      to: number,
      [west, south, east, north]: Bbox,
      { bins, rows }: { bins?: Bins; rows?: number },
    ) {
      counts.fill(0);
      const values = bins && new Uint32Array(bins.count * categories);
      const scale = bins ? bins.count / (bins.to - bins.from) : 0;
      const listed: number[] = [];
      let total = 0;
      for (let row = 0; row < lng.length; row++) {
        const x = lng[row]!;
        if (west <= east ? x < west || x > east : x < west && x > east) continue;
        const y = lat[row]!;
        if (y < south || y > north) continue;
        const each = category[row]!;
        if (values && bins) {
          const first = Math.max(0, Math.floor((start[row]! - bins.from) * scale));
          const after = Math.min(bins.count, Math.ceil((end[row]! - bins.from) * scale));
          for (let bin = first; bin < after; bin++) values[bin * categories + each]!++;
        }
        if (!(start[row]! < to && end[row]! > from)) continue;
        total++;
        counts[cells[row]! * categories + each]!++;
        if (rows) listed.push(row);
      }
      let marks = 0;
      for (let at = 0; at < counts.length; at++) if (counts[at]! > 0) marks++;
      const page = listed.sort((a, b) => start[a]! - start[b]! || a - b).slice(0, rows);
      return { marks, total, values, page };
    },
  };
}
