/**
 * The events of the marks in time order, a page of them.
 *
 * What was found for one window is kept: of the events that begin before a moving one, those that go
 * on are few, and they are caught up with event by event.
 */
import { walksKept } from '../budget';
import type { BufferLayout } from '../buffer';
import {
  dropOver,
  entrySize,
  insert,
  emptyRowList,
  ofNode,
  ofRow,
  ofStart,
  push,
  type RowList,
} from './row-list';
import type { NodeTable } from '../screen/nodes';
import type { TimeScan } from './time-scan';
import { leastRecentlyUsed } from '../base/lru';
import type { Screen } from '../screen/screen';
import type { RankBitmaps } from '../marks/rank-bitmap';
import type { RankSpan } from '../time-ranks';

/** How many events of a screen have a mark, and which nodes (1). */
interface Listed {
  readonly total: number;
  readonly shows: Uint8Array;
}

export interface Pages {
  readonly bytes: number;
  /** Rows `offset` … `offset + limit` of the events of a window that have a mark, by start, then
   * row. */
  ask(
    screen: Screen,
    listed: Listed,
    span: RankSpan,
    mask: number,
    page: { readonly offset: number; readonly limit: number },
  ): Uint32Array;
}

/** Events of a screen in the order of their starts, as far as somebody has asked for them. */
interface Walk extends RowList {
  readonly screen: Screen;
  readonly mask: number;
  /** By node of the area: 1 where it is one of the screen's; 0 for as many as there are. */
  readonly wants: Uint8Array;
  /** How many events these have. */
  readonly held: number;
  /** Those are in it whose rank of end is this or more. */
  ended: number;
}

/** Ranks that a walk keeps. */
const mostKept = 2 ** 12;
/** A window goes back by so many ends, or is walked anew. */
const mostBack = 2 ** 12;
/** Screens of up to so many events are looked through where walking through time takes longer. */
const mostHeld = 2 ** 17;

export function pagesOf(
  layout: BufferLayout,
  onward: TimeScan,
  sieves: RankBitmaps,
  table: NodeTable,
): Pages {
  const { byStart, byEnd, starts, endRank, rows } = layout;
  const walks: Walk[] = [];

  return {
    get bytes() {
      return walks.reduce((sum, { wants, words }) => sum + wants.byteLength + words.byteLength, 0);
    },
    ask(screen, { total, shows }, span, mask, { offset, limit }) {
      const wanted = Math.min(limit, Math.max(0, total - offset));
      if (!(wanted > 0)) return new Uint32Array(0);
      const fits = (walk: Walk) => walk.screen === screen && walk.mask === mask;
      const walk = leastRecentlyUsed(walks, walksKept, fits, () => begin(screen, mask));
      catchUp(walk, span.ended);
      const page = new Uint32Array(wanted);
      let budget = walk.held < mostHeld ? walk.held : Infinity;
      let met = 0;
      for (let at = 0; met < offset + wanted; at++) {
        if (at === walk.count) {
          const missing = offset + wanted - met;
          budget -= walkTime(walk, span, missing, budget);
          if (at === walk.count) lookThrough(walk, span, missing);
          if (at === walk.count) break;
        }
        const entry = at * entrySize;
        if (walk.words[entry + ofStart]! >= span.started) break;
        if (shows[walk.words[entry + ofNode]!] === 1 && ++met > offset)
          page[met - offset - 1] = walk.words[entry + ofRow]!;
      }
      forget(walk);
      const found = Math.max(0, met - offset);
      return found === wanted ? page : page.slice(0, found);
    },
  };

  function begin(screen: Screen, mask: number): Walk {
    const { area, count, nodes } = screen;
    const wants = new Uint8Array(area.count + 1);
    let held = 0;
    for (let at = 0; at < count; at++) {
      const node = nodes[at]! >>> 1;
      wants[node] = 1;
      held += area.to[node]! - area.from[node]!;
    }
    return { screen, mask, wants, held, ended: 0, ...emptyRowList() };
  }

  /** Takes out what has ended by now, or puts in again what had. */
  function catchUp(walk: Walk, ended: number): void {
    const { screen, wants, mask } = walk;
    const back = walk.ended - ended;
    walk.ended = ended;
    if (back > mostBack) {
      walk.next = walk.count = 0;
    } else if (back > 0) {
      const again = emptyRowList();
      table.of(screen.area);
      for (let rank = ended; rank < ended + back; rank++) {
        const key = byEnd[rank]!;
        const position = key >>> 5;
        const start = starts[position]! >>> 5;
        if (start >= walk.next || !((mask >>> (key & 31)) & 1)) continue;
        const node = table.at(position);
        if (wants[node] === 1) push(again, start, rank, node, rows[position]!);
      }
      insert(walk, again);
    } else if (back < 0) dropOver(walk, ended);
  }

  /** Goes on through the starts until `missing` more are found or about `budget` are looked at;
   * gives how many were. */
  function walkTime(walk: Walk, span: RankSpan, missing: number, budget: number): number {
    const { screen, wants, mask } = walk;
    const sieve = sieves.at(screen.area)?.starts.bits ?? null;
    const looked = onward.go(
      walk,
      { span, sieve, area: screen.area, wants, mask },
      missing,
      budget,
    );
    sieves.spend(screen.area, looked);
    return looked;
  }

  /** Finds what comes next by looking at all events of the screen. */
  function lookThrough(walk: Walk, { started, ended }: RankSpan, missing: number): void {
    const { screen, mask, next } = walk;
    if (next >= started) return;
    const { area, count, nodes } = screen;
    const found: number[] = [];
    for (let at = 0; at < count; at++) {
      const after = area.to[nodes[at]! >>> 1]!;
      for (let position = area.from[nodes[at]! >>> 1]!; position < after; position++) {
        const start = starts[position]!;
        if (start >= started * 32 || start < next * 32 || endRank[position]! < ended) continue;
        if ((mask >>> (start & 31)) & 1) found.push(start >>> 5);
      }
    }
    const ranks = Uint32Array.from(found).sort();
    const kept = Math.min(ranks.length, Math.max(missing, mostKept));
    table.of(area);
    for (let at = 0; at < kept; at++) {
      const position = byStart[ranks[at]!]! >>> 5;
      push(walk, ranks[at]!, endRank[position]!, table.at(position), rows[position]!);
    }
    walk.next = kept < ranks.length ? ranks[kept]! : started;
  }

  /** What a page far into the list has left behind. */
  function forget(walk: Walk): void {
    if (walk.count <= mostKept) return;
    walk.next = walk.words[mostKept * entrySize + ofStart]!;
    walk.words = walk.words.slice(0, mostKept * entrySize);
    walk.count = mostKept;
  }
}
