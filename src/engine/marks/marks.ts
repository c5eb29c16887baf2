/** Window and screen → marks: counts of nodes, by category. */
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { ClusterMark, LoneMark } from './mark';
import type { NodeTable } from '../screen/nodes';
import type { Screen } from '../screen/screen';
import type { RankBitmaps } from './rank-bitmap';
import { few, nodeTimesOf } from './node-times';
import type { RankSpan } from '../time-ranks';
import { made, nodeCountsOf } from './node-counts';
import type { EventColumns, Mark } from '../types';

export interface ShownNodes {
  readonly marks: Mark[];
  readonly total: number;
  /** By node of the area: 1 where it has a mark; until the next question. */
  readonly shows: Uint8Array;
}

export interface Counting {
  readonly bytes: number;
  ask(screen: Screen, span: RankSpan, mask: number): ShownNodes;
  /** The position of the only event of a window in a node of an area. */
  loneOf(area: AreaNodes, node: number, span: RankSpan, mask: number): number;
}

export function countingOf(
  columns: EventColumns,
  layout: BufferLayout,
  categories: number,
  sieves: RankBitmaps,
  table: NodeTable,
): Counting {
  const { starts, endRank, rows } = layout;
  const slabs = nodeTimesOf(layout, categories);
  const tally = nodeCountsOf(layout, categories, slabs, sieves, table);
  let shows = new Uint8Array(512);
  let list = new Uint32Array(512);
  /** Counts of the mark that is being made, which gets a copy. */
  const apiece = Array.from({ length: categories }, () => 0);

  return {
    get bytes() {
      return slabs.bytes + tally.bytes;
    },
    ask(screen, span, mask) {
      const { area, nodes, inside, count } = screen;
      slabs.begin();
      tally.moveTo(area, span, mask);
      const made = marksOf(screen, span, mask);
      let total = 0;
      if (shows.length < area.count) shows = new Uint8Array(2 * area.count);
      shows.fill(0, 0, area.count);
      if (list.length < count) list = new Uint32Array(2 * count);
      const { sizes } = tally;
      let some = 0;
      // Those with marks first: nobody can foretell which way a branch would go.
      for (let at = 0; at < count; at++) {
        const entry = nodes[at]!;
        list[some] = entry;
        some += (sizes[entry >>> 1]! + 0x7fffffff) >>> 31;
      }
      const marks = new Array<Mark>(some);
      let shown = 0;
      for (let at = 0; at < some; at++) {
        const node = list[at]! >>> 1;
        const mark = made[node]!;
        if ((list[at]! & 1) === 0 && !inside(mark.lng, mark.lat)) continue;
        marks[shown++] = mark;
        total += sizes[node]!;
        shows[node] = 1;
      }
      marks.length = shown;
      return { marks, total, shows };
    },
    loneOf,
  };

  /** By node: the mark of each that the screen has, `null` where it has none. Those that are known
   * are taken as they are. */
  function marksOf(
    { area, nodes, count }: Screen,
    span: RankSpan,
    mask: number,
  ): readonly (Mark | null | undefined)[] {
    const { known, counts, sizes, keeps } = tally;
    let marks = keeps ? tally.marks : [];
    let renewed = !keeps;
    /** Marks of single events, and where these are; what is far in memory is fetched in loops of its
     * own. */
    const lone: Mark[] = [];
    const rowOf: number[] = [];
    for (let at = 0; at < count; at++) {
      const node = nodes[at]! >>> 1;
      if (known[node]! & made) continue;
      if (!renewed) marks = tally.renew();
      renewed = true;
      tally.count(node);
      const mark = (marks[node] = markOf(counts, area, node, mask));
      if (keeps) known[node]! |= made;
      sizes[node] = mark?.count ?? 0;
      if (mark?.count !== 1) continue;
      lone.push(mark);
      rowOf.push(loneOf(area, node, span, mask));
    }
    for (let at = 0; at < lone.length; at++) rowOf[at] = rows[rowOf[at]!]!;
    for (let at = 0; at < lone.length; at++) {
      const mark = lone[at]!;
      mark.event = rowOf[at]!;
      mark.lng = columns.lng[rowOf[at]!]!;
      mark.lat = columns.lat[rowOf[at]!]!;
    }
    return marks;
  }

  /** A single event's place is to be filled in. */
  function markOf(counts: Int32Array, area: AreaNodes, node: number, mask: number): Mark | null {
    const row = node * categories;
    let count = 0;
    for (let each = 0; each < categories; each++) {
      const counted = counts[row + each]! & -((mask >>> each) & 1);
      apiece[each] = counted;
      count += counted;
    }
    if (count === 0) return null;
    const byCategory = apiece.slice();
    if (count === 1) return new LoneMark(byCategory);
    area.locate(node);
    return new ClusterMark(area.lng[node]!, area.lat[node]!, count, byCategory);
  }

  function loneOf(area: AreaNodes, node: number, span: RankSpan, mask: number): number {
    const from = area.from[node]!;
    const to = area.to[node]!;
    const before = span.started * 32;
    const over = span.ended - 1;
    // As in a tally: signs of differences, since nobody can foretell which way a branch would go.
    const fits = (position: number) => {
      const start = starts[position]!;
      return (
        ((start - before) >>> 31) & ((over - endRank[position]!) >>> 31) & (mask >>> (start & 31))
      );
    };
    const slab = to - from > few && span.from <= span.to ? slabs.at(area, node) : undefined;
    if (slab !== undefined) {
      // Most likely it is one of those that have begun last.
      const latest = slabs.latest(slab, span, 256);
      for (let at = latest.length - 1; at >= 0; at--) {
        const position = layout.byStart[latest[at]! >>> 5]! >>> 5;
        if (fits(position) === 1) return position;
      }
    }
    for (let position = from; position < to; position++) if (fits(position) === 1) return position;
    throw new Error('a node of one event has none');
  }
}
