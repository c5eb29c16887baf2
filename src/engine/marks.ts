/** Window and screen → marks: counts of nodes, by category. */
import type { Layout } from './buffer';
import type { Screen } from './screen';
import { addCounts, countBelow, slabOf, type Slab } from './slabs';
import type { Span } from './span';
import type { EventColumns, Mark } from './types';

/** Up to here looking at each event of a node is as fast as its slab. */
const few = 96;

export interface Shown {
  readonly marks: Mark[];
  /** The position ranges of the nodes with a mark, in the order of the marks. */
  readonly from: number[];
  readonly to: number[];
  readonly total: number;
}

/** Counts nodes; keeps the slabs of the large ones as long as they fit in `room` bytes. */
export function marksOf(columns: EventColumns, layout: Layout, categories: number, room: number) {
  const { startRank, endRank, category, rows } = layout;
  const counts = new Int32Array(32);
  const slabs = new Map<number, Slab>();
  let bytes = 0;

  return {
    get bytes() {
      return bytes;
    },
    ask(screen: Screen, span: Span, mask: number): Shown {
      const shown = { marks: [] as Mark[], from: [] as number[], to: [] as number[], total: 0 };
      const { started, ended } = span;
      const all = everyCategory(mask, categories);
      for (let node = 0; node < screen.from.length; node++) {
        const from = screen.from[node]!;
        const to = screen.to[node]!;
        counts.fill(0, 0, categories);
        // Subtracting those that have ended takes them to have started: not in a window that ends
        // before it begins.
        if (to - from <= few || span.from > span.to) {
          for (let position = from; position < to; position++)
            if (startRank[position]! < started && endRank[position]! >= ended)
              counts[category[position]!]!++;
        } else {
          const slab = slabAt(from, to);
          const begun = countBelow(slab.starts, started);
          const over = countBelow(slab.ends, ended);
          if (begun === over) continue;
          addCounts(slab.starts, begun, categories, 1, counts);
          addCounts(slab.ends, over, categories, -1, counts);
        }
        let count = 0;
        for (let each = 0; each < categories; each++) {
          if (!all && !((mask >>> each) & 1)) counts[each] = 0;
          count += counts[each]!;
        }
        if (count === 0) continue;
        let lng = screen.lng[node]!;
        let lat = screen.lat[node]!;
        let event: number | undefined;
        if (count === 1) {
          event = rows[loneOf(from, to, span, mask)]!;
          lng = columns.lng[event]!;
          lat = columns.lat[event]!;
        }
        if (!screen.whole[node] && !screen.inside(lng, lat)) continue;
        const byCategory: number[] = [];
        for (let each = 0; each < categories; each++) byCategory.push(counts[each]!);
        const mark: Mark = { lng, lat, count, byCategory };
        if (event !== undefined) mark.event = event;
        shown.marks.push(mark);
        shown.from.push(from);
        shown.to.push(to);
        shown.total += count;
      }
      return shown;
    },
  };

  function slabAt(from: number, to: number): Slab {
    // Of the nodes that begin here each has its own end.
    const key = from * layout.events + to;
    let slab = slabs.get(key);
    if (slab) return slab;
    slab = slabOf(layout, from, to, categories);
    bytes += slab.bytes;
    slabs.set(key, slab);
    for (const [old, { bytes: freed }] of slabs) {
      if (bytes <= room || old === key) break;
      slabs.delete(old);
      bytes -= freed;
    }
    return slab;
  }

  /** The position of the only event of the window in a node. */
  function loneOf(from: number, to: number, span: Span, mask: number): number {
    const { started, ended } = span;
    const fits = (position: number) =>
      startRank[position]! < started &&
      endRank[position]! >= ended &&
      (mask >>> category[position]!) & 1;
    if (to - from > few && span.from <= span.to) {
      // It has lately begun, or will soon end, unless it is a long one among many.
      const { starts } = slabAt(from, to);
      const begun = countBelow(starts, started);
      for (let at = begun - 1; at >= Math.max(0, begun - 256); at--) {
        const position = layout.byStart[starts.keys[at]! >>> 5]!;
        if (fits(position)) return position;
      }
    }
    for (let position = from; position < to; position++) if (fits(position)) return position;
    throw new Error('a node of one event has none');
  }
}

function everyCategory(mask: number, categories: number): boolean {
  const all = categories === 32 ? 0xffffffff : 2 ** categories - 1;
  return (mask & all) >>> 0 === all;
}
