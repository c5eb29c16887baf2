/** Window and screen → marks: counts of nodes, by category. */
import type { Layout } from './buffer';
import type { Screen } from './screen';
import { few, slabsOf } from './slabs';
import type { Span } from './span';
import type { EventColumns, Mark } from './types';

export interface Shown {
  readonly marks: Mark[];
  /** The positions of the nodes with a mark, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
  readonly total: number;
}

export interface Counting {
  readonly bytes: number;
  ask(screen: Screen, span: Span, mask: number): Shown;
  /** The position of the only event of a window in a node of a screen. */
  loneOf(screen: Screen, node: number, span: Span, mask: number): number;
}

export function countingOf(columns: EventColumns, layout: Layout, categories: number): Counting {
  const { starts, endRank, rows } = layout;
  const counts = new Int32Array(32);
  const slabs = slabsOf(layout, categories);
  const all = categories === 32 ? -1 : 2 ** categories - 1;

  return {
    get bytes() {
      return slabs.bytes;
    },
    ask(screen, span, mask) {
      const marks: Mark[] = [];
      const ranges: number[] = [];
      let total = 0;
      slabs.begin();
      for (let node = 0; node < screen.id.length; node++) {
        const count = countNode(screen, node, span, mask);
        if (count === 0) continue;
        let lng = screen.lng[node]!;
        let lat = screen.lat[node]!;
        let event = -1;
        if (count === 1) {
          event = rows[loneOf(screen, node, span, mask)]!;
          lng = columns.lng[event]!;
          lat = columns.lat[event]!;
        }
        if (!screen.whole[node] && !screen.inside(lng, lat)) continue;
        const byCategory: number[] = new Array<number>(categories);
        for (let each = 0; each < categories; each++) byCategory[each] = counts[each]!;
        marks.push(
          event < 0 ? { lng, lat, count, byCategory } : { lng, lat, count, byCategory, event },
        );
        total += count;
        if (ranges[ranges.length - 1] === screen.from[node])
          ranges[ranges.length - 1] = screen.to[node]!;
        else ranges.push(screen.from[node]!, screen.to[node]!);
      }
      return { marks, ranges, total };
    },
    loneOf,
  };

  /** Leaves the counts by category in `counts`. */
  function countNode(screen: Screen, node: number, span: Span, mask: number): number {
    const from = screen.from[node]!;
    const to = screen.to[node]!;
    for (let each = 0; each < categories; each++) counts[each] = 0;
    // Subtracting those that have ended takes them to have started: not in a window that ends
    // before it begins.
    const slab = to - from > few && span.from <= span.to ? slabs.at(screen, node) : undefined;
    if (slab === undefined) {
      const { ended } = span;
      const before = span.started * 32;
      for (let position = from; position < to; position++) {
        const start = starts[position]!;
        if (start < before && endRank[position]! >= ended) counts[start & 31]!++;
      }
    } else {
      slabs.count(slab, span, counts);
    }
    let count = 0;
    const some = (mask & all) !== all;
    for (let each = 0; each < categories; each++) {
      if (some && !((mask >>> each) & 1)) counts[each] = 0;
      count += counts[each]!;
    }
    return count;
  }

  function loneOf(screen: Screen, node: number, span: Span, mask: number): number {
    const from = screen.from[node]!;
    const to = screen.to[node]!;
    const fits = (position: number) =>
      starts[position]! < span.started * 32 &&
      endRank[position]! >= span.ended &&
      (mask >>> (starts[position]! & 31)) & 1;
    const slab = to - from > few && span.from <= span.to ? slabs.at(screen, node) : undefined;
    if (slab !== undefined) {
      // Most likely it is one of those that have begun last.
      const latest = slabs.latest(slab, span, 256);
      for (let at = latest.length - 1; at >= 0; at--) {
        const position = layout.byStart[latest[at]! >>> 5]!;
        if (fits(position)) return position;
      }
    }
    for (let position = from; position < to; position++) if (fits(position)) return position;
    throw new Error('a node of one event has none');
  }
}
