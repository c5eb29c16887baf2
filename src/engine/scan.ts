/**
 * Answers by looking at every event: slow, short and plain, so that faster answerers have
 * something to be compared with.
 */
import { levelOf, type Clusters, type Level } from './clusters';
import type { Answer, EventColumns, Mark, Question } from './types';
import { insideOf } from './view-box';

type Inside = (lng: number, lat: number) => boolean;

export function scan(columns: EventColumns, clusters: Clusters, question: Question): Answer {
  const { lng, lat, start, end, category } = columns;
  const level = clusters.levels[levelOf(question.view.zoom)]!;
  const inside = insideOf(question.view.bbox);
  const mask = question.categories ?? 0xffffffff;
  const wanted = (row: number) => (mask >>> category[row]!) & 1;
  const nodeOf = (row: number) => level.nodeOfPlace[clusters.placeOfRow[row]!]!;
  const categories = categoryCount(category);

  const [from, to] = question.window;
  const marksOfNode = new Map<number, Mark>();
  for (let row = 0; row < start.length; row++) {
    if (!wanted(row) || !(start[row]! < to && end[row]! > from)) continue;
    const node = nodeOf(row);
    let mark = marksOfNode.get(node);
    if (!mark) {
      mark = {
        lng: level.lng[node]!,
        lat: level.lat[node]!,
        count: 0,
        byCategory: new Array<number>(categories).fill(0),
        event: row,
      };
      marksOfNode.set(node, mark);
    }
    mark.count++;
    mark.byCategory[category[row]!]!++;
  }
  for (const mark of marksOfNode.values()) {
    if (mark.count > 1) {
      delete mark.event;
    } else {
      mark.lng = lng[mark.event!]!;
      mark.lat = lat[mark.event!]!;
    }
  }
  for (const [node, mark] of marksOfNode) if (!inside(mark.lng, mark.lat)) marksOfNode.delete(node);

  const answer: Answer = {
    marks: [...marksOfNode.values()],
    total: 0,
  };
  for (const mark of answer.marks) answer.total += mark.count;
  if (question.page) {
    const rows: number[] = [];
    for (let row = 0; row < start.length; row++)
      if (wanted(row) && start[row]! < to && end[row]! > from && marksOfNode.has(nodeOf(row)))
        rows.push(row);
    rows.sort((a, b) => start[a]! - start[b]! || a - b);
    const { offset, limit } = question.page;
    answer.page = Uint32Array.from(rows.slice(offset, offset + limit));
  }
  if (question.bins)
    answer.bins = histogram(columns, question.bins, categories, wanted, nodeOf, level, inside);
  return answer;
}

/** One more than the highest category, at least 1. */
export function categoryCount(category: Uint8Array): number {
  let highest = 0;
  for (const value of category) if (value > highest) highest = value;
  return highest + 1;
}

/** The edge before bin `bin`. */
export function binEdge(bins: { from: number; to: number; count: number }, bin: number): number {
  return bins.from + ((bins.to - bins.from) * bin) / bins.count;
}

/** The numbers of the first bin an event overlaps and of the first after it. */
export function binsOf(
  bins: { from: number; to: number; count: number },
  start: number,
  end: number,
): [number, number] {
  const scale = bins.count / (bins.to - bins.from);
  const clamp = (bin: number) => Math.max(0, Math.min(bins.count, bin));
  let first = clamp(Math.floor((start - bins.from) * scale));
  let after = clamp(Math.ceil((end - bins.from) * scale));
  // Rounding may miss by one; the edges decide, so that a bin agrees with the window it is.
  while (first > 0 && binEdge(bins, first) > start) first--;
  while (first < bins.count && binEdge(bins, first + 1) <= start) first++;
  while (after < bins.count && binEdge(bins, after) < end) after++;
  while (after > 0 && binEdge(bins, after - 1) >= end) after--;
  return [first, Math.max(first, after)];
}

/**
 * Each bin counts what the total would be if the window were that bin. In a bin where a cluster
 * holds a single event the mark stands at that event's place, so on the view's border membership
 * is decided bin by bin.
 */
function histogram(
  { lng, lat, start, end, category }: EventColumns,
  bins: { from: number; to: number; count: number },
  categories: number,
  wanted: (row: number) => number,
  nodeOf: (row: number) => number,
  level: Level,
  inside: Inside,
): Uint32Array {
  const perNode = new Map<number, Uint32Array>();
  const eachBin = (visit: (row: number, node: number, bin: number) => void) => {
    for (let row = 0; row < start.length; row++) {
      if (!wanted(row)) continue;
      const [first, after] = binsOf(bins, start[row]!, end[row]!);
      const node = nodeOf(row);
      for (let bin = first; bin < after; bin++) visit(row, node, bin);
    }
  };
  eachBin((_row, node, bin) => {
    let counts = perNode.get(node);
    if (!counts) perNode.set(node, (counts = new Uint32Array(bins.count)));
    counts[bin]!++;
  });
  const values = new Uint32Array(bins.count * categories);
  eachBin((row, node, bin) => {
    const alone = perNode.get(node)![bin] === 1;
    const seen = alone ? inside(lng[row]!, lat[row]!) : inside(level.lng[node]!, level.lat[node]!);
    if (seen) values[bin * categories + category[row]!]!++;
  });
  return values;
}
