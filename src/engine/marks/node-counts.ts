/**
 * Counts by category of an area's nodes in a window, and the marks made of them, kept from question
 * to question: a window that has moved a little is caught up with event by event, a view that has
 * moved finds what is in both areas.
 *
 * Counts are kept whatever the mask; marks are those of one mask.
 */
import { countRoom, findCost, passCost, recountCost, recountTimesCost } from '../budget';
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { checkpointsOf } from './checkpoints';
import type { NodeTable } from '../screen/nodes';
import type { RankBitmaps } from './rank-bitmap';
import { few, type NodeTimes } from './node-times';
import type { RankSpan } from '../time-ranks';
import { rankChangesOf, nodesOf, untouched } from './apply-ranks';
import type { Mark } from '../types';

export interface NodeCounts {
  readonly bytes: number;
  /** By node · categories + category: counts of nodes that are counted. */
  readonly counts: Int32Array;
  /** Before the nodes of an area are asked for. */
  moveTo(area: AreaNodes, span: RankSpan, mask: number): void;
  /** By node: whether its counts are known (`counted`), and its mark (`made`). */
  readonly known: Uint8Array;
  /** By node: its mark, `null` where it has none, kept until its counts change. */
  readonly marks: (Mark | null)[];
  /** The same in a table of its own, before some are put into it: young as they are, that is cheaper
   * than to put them into an old one. */
  renew(): (Mark | null)[];
  /** By node: how many events its mark counts, 0 where there is none, as of the last one made. */
  readonly sizes: Uint32Array;
  /** Whether they are kept: not of very many nodes. */
  readonly keeps: boolean;
  /** Counts a node that is not counted. */
  count(node: number): void;
}

/** What is known of a node: its counts, and its mark. */
const counted = 1;
export const made = 2;

/** Marks are kept of areas of so many nodes at most, or of one for so many events. */
const mostMarks = 512;
const eventsToMark = 400;
/** Questions without need of slabs after which a sieve may have their room. */
const idleFor = 32;
/** Bytes that a mark takes, roughly. */
const markBytes = (categories: number) => 120 + 8 * categories;

export function nodeCountsOf(
  layout: BufferLayout,
  categories: number,
  slabs: NodeTimes,
  sieves: RankBitmaps,
  table: NodeTable,
): NodeCounts {
  const { events, starts, endRank } = layout;
  let area: AreaNodes | null = null;
  let span: RankSpan = { from: 0, to: 0, started: 0, ended: 0 };
  let mask = 0;
  let counts = new Int32Array(0);
  let known = new Uint8Array(0);
  let sizes = new Uint32Array(0);
  /** Where a step has changed counts. */
  let touched = new Uint8Array(0);
  /** The same, four at once. */
  let touchedFours = new Uint32Array(0);
  let shared = nodesOf(0, 0, categories);
  let marks: (Mark | null)[] = [];
  const sweep = rankChangesOf(layout, categories, sieves, table);
  const ladder = checkpointsOf(layout, categories, sweep, slabs);
  /** What it takes to count the area's nodes anew, and to catch up with one event. */
  let anew = 0;
  let passing = 0;
  /** Whether a ladder is being made that slabs need not help. */
  let waiting = false;

  return {
    get bytes() {
      const buffers = counts.byteLength + 6 * known.byteLength + ladder.bytes;
      return buffers + marks.length * markBytes(categories);
    },
    get counts() {
      return counts;
    },
    moveTo(next, nextSpan, nextMask) {
      const ordered = nextSpan.from <= nextSpan.to && span.from <= span.to;
      const moved =
        Math.abs(nextSpan.started - span.started) + Math.abs(nextSpan.ended - span.ended);
      makeSieve(next);
      const near = ordered && area !== null && moved * passing <= anew;
      if (near && moved > 0) step(area!, nextSpan);
      else if (!ordered || moved > 0) known.fill(0);
      span = nextSpan;
      if (nextMask !== mask)
        for (let node = 0; node < known.length; node++) known[node]! &= counted;
      mask = nextMask;
      if (next !== area) carry(next);
      waiting = false;
      if (near) ladder.goOn(next);
      if (near || span.from > span.to) return;
      const way = ladder.prepare(next);
      waiting = way === 'building';
      if (way !== 'ready') return;
      ladder.count(next, span, counts);
      known.fill(counted);
    },
    get known() {
      return known;
    },
    get marks() {
      return marks;
    },
    get sizes() {
      return sizes;
    },
    renew: () => (marks = marks.slice()),
    get keeps() {
      return marks.length === area?.count;
    },
    count(node) {
      if (known[node]! & counted) return;
      known[node] = counted;
      const into = counts;
      const row = node * categories;
      for (let each = 0; each < categories; each++) into[row + each] = 0;
      const from = area!.from[node]!;
      const to = area!.to[node]!;
      // Subtracting those that have ended takes them to have started: not in a window that ends
      // before it begins.
      const large = to - from > few && span.from <= span.to && !waiting;
      const slab = large ? slabs.at(area!, node) : undefined;
      if (slab === undefined) scan(from, to, span, into, row);
      else slabs.count(slab, span, into, row);
    },
  };

  function makeSieve(of: AreaNodes): void {
    const left = () => countRoom * events - slabs.bytes - ladder.bytes;
    if (slabs.idle > idleFor && sieves.lacks(of, left())) slabs.release();
    sieves.make(of, left());
  }

  function scan(
    from: number,
    to: number,
    { started, ended }: RankSpan,
    into: Int32Array,
    row: number,
  ): void {
    const before = started * 32;
    const over = ended - 1;
    for (let position = from; position < to; position++) {
      const start = starts[position]!;
      // 1 where it starts before `before` and ends after `over`: signs of differences, since nobody
      // can foretell which way a branch would go.
      const inside = ((start - before) >>> 31) & ((over - endRank[position]!) >>> 31);
      into[row + (start & 31)]! += inside;
    }
  }

  function step(here: AreaNodes, { started, ended }: RankSpan): void {
    const between = (ofStarts: boolean, old: number, next: number, sign: number) => {
      if (old < next) sweep.add(here, ofStarts, old, next, sign, counts, touched);
      else sweep.add(here, ofStarts, next, old, -sign, counts, touched);
    };
    between(true, span.started, started, 1);
    between(false, span.ended, ended, -1);
    const { firstOf, lastOf } = shared;
    for (let four = 0; four < touchedFours.length; four++) {
      if (touchedFours[four] === 0) continue;
      for (let entry = 4 * four; entry < 4 * four + 4; entry++) {
        if (touched[entry] === 0) continue;
        touched[entry] = 0;
        const last = lastOf[entry]!;
        for (let node = firstOf[entry]!; node <= last; node++) known[node]! &= counted;
      }
    }
  }

  /** Takes along what is known of nodes that are in the last area too, by their ranges. */
  function carry(next: AreaNodes): void {
    const old = area;
    // One more for what is not in the area.
    const nextCounts = new Int32Array((next.count + 1) * categories);
    const nextKnown = new Uint8Array(next.count);
    const nextSizes = new Uint32Array(next.count);
    const nextMarks: (Mark | null)[] = [];
    const keeps = next.count <= Math.max(mostMarks, events / eventsToMark);
    anew = recountCost * next.count;
    let held = 0;
    for (let node = 0, was = 0; node < next.count; node++) {
      const size = next.to[node]! - next.from[node]!;
      anew += size > few ? recountTimesCost : size;
      held += size;
      if (keeps) nextMarks.push(null);
      if (!old) continue;
      const from = next.from[node]!;
      while (was < old.count && old.from[was]! < from) was++;
      if (was === old.count) continue;
      if (old.from[was] !== from || old.to[was] !== next.to[node]) continue;
      nextKnown[node] = known[was]! & (keeps ? counted | made : counted);
      if (nextKnown[node]! & made) nextMarks[node] = marks[was]!;
      nextSizes[node] = sizes[was]!;
      for (let each = 0; each < categories; each++)
        nextCounts[node * categories + each] = counts[was * categories + each]!;
    }
    passing = passCost + (findCost * held) / events;
    area = next;
    counts = nextCounts;
    known = nextKnown;
    sizes = nextSizes;
    touched = untouched(next.count, categories);
    touchedFours = new Uint32Array(touched.buffer);
    shared = nodesOf(touched.length, next.count, categories);
    marks = nextMarks;
  }
}
