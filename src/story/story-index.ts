/**
 * The desk where a page's questions are put: an index of the events that have a place and one of
 * those that have none, with one reply over both.
 *
 * An event without a place is in every view: it stands on the timeline and, after those that have a
 * place, in the list, and is counted by one mark of its own, so that the marks still add up to the
 * total.
 */
import { isOfAnotherVersion } from '../engine/buffer';
import { buildIndex, openIndex, type BuiltIndex, type WorldAnswer } from '../engine';
import type { Answer, EventColumns, Mark, Question } from '../engine/types';

/** Columns of all events of a story; `lng` and `lat` are NaN where an event has no place. */
export type EventTable = EventColumns;

/** An answer whose rows are those of the table. */
export interface Reply extends Answer {
  /** The events of the window without a place, where there are any; part of `total`. */
  unplaced?: Mark;
}

/** Without a view it is about all events wherever they are, and has no marks for an answer. */
export type StoryQuestion = Omit<Question, 'view'> &
  Partial<Pick<Question, 'view'>> & {
    /** Whether it is about events without a place: not at all, or of them alone. */
    unplaced?: 'none' | 'only';
  };

export interface StoryIndex {
  ask(question: StoryQuestion): Reply;
  /** From now on answers only over these rows (ascending); `null`: over all. */
  narrow(rows: Uint32Array | null): void;
}

interface Part {
  index: BuiltIndex;
  rows: Uint32Array;
}

const everywhere: Question['view'] = { bbox: [-180, -90, 180, 90], zoom: 0 };

export interface StoryIndexOptions {
  /** Told the share of the index that is built, 0 … 1, rising. */
  onprogress?(done: number): void;
  /** The tree of the events that have a place, made before (`treeOf`). One of another version of the
   * engine is left aside, and made anew. */
  tree?: ArrayBuffer | null;
}

/**
 * @throws RangeError on a value out of range, naming its row among those with (or without) a place,
 * and on a tree of other events or of a wrong length.
 */
export function openStoryIndex(table: EventTable, options: StoryIndexOptions = {}): StoryIndex {
  const all = new Uint32Array(table.lng.length);
  for (let row = 0; row < all.length; row++) all[row] = row;
  const whole = partsOf(table, all, options);
  let parts = whole;
  const nothing = partOf(table, new Uint32Array(0), true);
  return {
    narrow(rows) {
      parts = rows ? partsOf(table, rows) : whole;
    },
    ask(question) {
      const reach = question.page && {
        page: { offset: 0, limit: question.page.offset + question.page.limit },
      };
      const { view, unplaced: which } = question;
      const { index } = which === 'only' ? nothing : parts.placed;
      const placed = view
        ? index.ask({ ...question, view, ...reach })
        : index.askWorld({ ...question, ...reach });
      const unplaced =
        which === 'none'
          ? undefined
          : parts.unplaced?.index.ask({ ...question, ...reach, view: everywhere });
      return joined(question, placed, unplaced);
    },
  };

  function joined(
    question: StoryQuestion,
    placed: Answer | WorldAnswer,
    unplaced: Answer | undefined,
  ): Reply {
    const rowsOf = (part: Part, page: Uint32Array | undefined) =>
      page?.map((row) => part.rows[row]!);
    const marks = 'marks' in placed ? placed.marks.map((mark) => tableRow(mark, parts.placed)) : [];
    let page: Uint32Array | undefined = rowsOf(parts.placed, placed.page);
    let bins = placed.bins;
    if (unplaced && parts.unplaced) {
      const more = rowsOf(parts.unplaced, unplaced.page);
      if (page && more)
        page = question.view ? Uint32Array.of(...page, ...more) : merge(page, more, table.start);
      if (bins && unplaced.bins) bins = sum(bins, unplaced.bins, question.bins!.count);
    }
    const reply: Reply = { marks, total: placed.total + (unplaced?.total ?? 0) };
    if (bins) reply.bins = bins;
    if (page && question.page) {
      const { offset, limit } = question.page;
      reply.page = page.slice(offset, offset + limit);
    }
    const mark = unplaced?.marks[0];
    if (mark && parts.unplaced) reply.unplaced = tableRow(mark, parts.unplaced);
    return reply;
  }
}

/** The tree that opens a desk over this table sooner. */
export function treeOf(table: EventTable): ArrayBuffer {
  const rows = new Uint32Array(table.lng.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return partsOf(table, rows, {}).placed.index.tree();
}

function tableRow(mark: Mark, part: Part): Mark {
  return mark.event === undefined ? mark : { ...mark, event: part.rows[mark.event]! };
}

function partsOf(
  table: EventTable,
  rows: Uint32Array,
  options: StoryIndexOptions = {},
): { placed: Part; unplaced: Part | null } {
  const without = withoutPlace(table.lng, rows);
  const placed = without.length ? rows.filter((row) => !Number.isNaN(table.lng[row]!)) : rows;
  return {
    placed: partOf(table, placed, false, options),
    unplaced: without.length ? partOf(table, without, true) : null,
  };
}

function withoutPlace(lng: Float64Array, rows: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (Number.isNaN(lng[rows[at]!]!)) count++;
  return count === 0 ? new Uint32Array(0) : rows.filter((row) => Number.isNaN(lng[row]!));
}

function partOf(
  table: EventTable,
  rows: Uint32Array,
  nowhere: boolean,
  { onprogress, tree }: StoryIndexOptions = {},
): Part {
  const indexOf = (columns: EventColumns) =>
    tree && !isOfAnotherVersion(tree)
      ? openIndex(columns, tree)
      : buildIndex(columns, { onProgress: onprogress });
  // All of them need no copy.
  if (rows.length === table.lng.length && !nowhere) return { index: indexOf(table), rows };
  const columns: EventColumns = {
    lng: new Float64Array(rows.length),
    lat: new Float64Array(rows.length),
    start: new Float64Array(rows.length),
    end: new Float64Array(rows.length),
    category: new Uint8Array(rows.length),
  };
  const names = [
    'start',
    'end',
    'category',
    ...(nowhere ? [] : (['lng', 'lat'] as const)),
  ] as const;
  for (const name of names) {
    const [from, to] = [table[name], columns[name]];
    for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!;
  }
  return { index: indexOf(columns), rows };
}

/** Two lists by start, then number, into one. */
function merge(a: Uint32Array, b: Uint32Array, start: Float64Array): Uint32Array {
  return Uint32Array.from([...a, ...b]).sort((p, q) => start[p]! - start[q]! || p - q);
}

/** Bins over different numbers of categories; the wider one gives the layout. */
function sum(a: Uint32Array, b: Uint32Array, count: number): Uint32Array {
  const [wide, narrow] = a.length >= b.length ? [a, b] : [b, a];
  const columns = wide.length / count;
  const fewer = narrow.length / count;
  const total = wide.slice();
  for (let bin = 0; bin < count; bin++)
    for (let category = 0; category < fewer; category++)
      total[bin * columns + category]! += narrow[bin * fewer + category]!;
  return total;
}
