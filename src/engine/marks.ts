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
  /** Counts of the nodes of the last screen in the last window, by category, whatever the mask. */
  const held = { screen: null as Screen | null, started: 0, ended: 0, counts: new Int32Array(0) };
  /** Where the counts of the next screen are put together. */
  let spare = new Int32Array(0);
  const slabs = slabsOf(layout, categories);

  return {
    get bytes() {
      return slabs.bytes + held.counts.byteLength + spare.byteLength;
    },
    ask(screen, span, mask) {
      const marks: Mark[] = [];
      const ranges: number[] = [];
      let total = 0;
      slabs.begin();
      const known = step(screen, span);
      for (let node = 0; node < screen.id.length; node++) {
        if (known !== 'all' && !(known && known[node])) countNode(screen, node, span);
        const count = takeCounts(node, mask);
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

  /** Moves the counts of the last question on to the next window, event by event, where that is the
   * same screen and there are few between; takes those of the nodes that were there already where
   * the window is the same; otherwise makes room for new ones. Gives the nodes whose counts are
   * known then. */
  function step(screen: Screen, { from, to, started, ended }: Span): 'all' | Uint8Array | null {
    const moved = Math.abs(started - held.started) + Math.abs(ended - held.ended);
    const ordered = from <= to;
    let known: 'all' | Uint8Array | null = null;
    if (ordered && held.screen === screen && moved <= 8 * screen.id.length) {
      known = 'all';
      const firsts = Math.min(started, held.started);
      const lasts = Math.min(ended, held.ended);
      const begun = started > held.started ? 1 : -1;
      const over = ended > held.ended ? -1 : 1;
      for (let rank = firsts; rank < Math.max(started, held.started); rank++)
        addEvent(screen, layout.byStart[rank]!, begun);
      for (let rank = lasts; rank < Math.max(ended, held.ended); rank++)
        addEvent(screen, layout.byEnd[rank]!, over);
    } else if (ordered && held.screen && moved === 0) {
      known = carry(held.screen, screen);
    } else {
      const size = screen.id.length * categories;
      if (held.counts.length < size) held.counts = new Int32Array(size);
    }
    held.screen = ordered ? screen : null;
    held.started = started;
    held.ended = ended;
    return known;
  }

  /** Takes the counts of what both screens have, by its range; 1 for each of those. */
  function carry(old: Screen, next: Screen): Uint8Array {
    const known = new Uint8Array(next.id.length);
    const size = next.id.length * categories;
    const into = spare.length < size ? new Int32Array(size) : spare;
    for (let node = 0, was = 0; node < next.id.length; node++) {
      while (was < old.from.length && old.from[was]! < next.from[node]!) was++;
      if (old.from[was] !== next.from[node] || old.to[was] !== next.to[node]) continue;
      known[node] = 1;
      for (let each = 0; each < categories; each++)
        into[node * categories + each] = held.counts[was * categories + each]!;
    }
    spare = held.counts;
    held.counts = into;
    return known;
  }

  function addEvent(screen: Screen, position: number, sign: number): void {
    const { from, to } = screen;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    const node = low - 1;
    if (node >= 0 && position < to[node]!)
      held.counts[node * categories + (starts[position]! & 31)]! += sign;
  }

  function countNode(screen: Screen, node: number, span: Span): void {
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
    const row = node * categories;
    for (let each = 0; each < categories; each++) held.counts[row + each] = counts[each]!;
  }

  /** Leaves the counts of a node by category in `counts`, 0 for those not in the mask. */
  function takeCounts(node: number, mask: number): number {
    const row = node * categories;
    let count = 0;
    for (let each = 0; each < categories; each++) {
      const here = (mask >>> each) & 1 ? held.counts[row + each]! : 0;
      counts[each] = here;
      count += here;
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
