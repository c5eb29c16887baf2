/** Answers by looking at every event: slow, short and plain. */
import { levelOf } from '../../../src/engine/tree/levels';
import type { Answer, EventColumns, Mark, Question } from '../../../src/engine/types';
import { nodesInside } from '../../../src/engine/screen/view-box';
import type { Level } from './clusters';

export function scan(columns: EventColumns, levels: readonly Level[], question: Question): Answer {
  const { lng, lat, start, end, category } = columns;
  const { seedOfRow } = levels[levelOf(question.view.zoom)]!;
  const inside = nodesInside(question.view.bbox);
  const mask = question.categories ?? 0xffffffff;
  const wanted = (row: number) => ((mask >>> category[row]!) & 1) === 1;
  const categories = category.reduce((most, each) => Math.max(most, each), 0) + 1;
  const rows = Array.from(start.keys()).filter(wanted);

  /** The marks of a window, by the row where their node stands, with their rows. */
  const marksOf = (from: number, to: number): Map<number, number[]> => {
    const nodes = new Map<number, number[]>();
    for (const row of rows)
      if (start[row]! < to && end[row]! > from) {
        const seed = seedOfRow[row]!;
        nodes.set(seed, [...(nodes.get(seed) ?? []), row]);
      }
    for (const [seed, held] of nodes) {
      const at = held.length === 1 ? held[0]! : seed;
      if (!inside(lng[at]!, lat[at]!)) nodes.delete(seed);
    }
    return nodes;
  };
  const countsOf = (held: readonly number[]) => {
    const counts = new Array<number>(categories).fill(0);
    for (const row of held) counts[category[row]!]!++;
    return counts;
  };

  const nodes = marksOf(...question.window);
  const answer: Answer = { marks: [], total: 0 };
  for (const [seed, held] of nodes) {
    const at = held.length === 1 ? held[0]! : seed;
    const mark: Mark = {
      lng: lng[at]!,
      lat: lat[at]!,
      count: held.length,
      byCategory: countsOf(held),
    };
    if (held.length === 1) mark.event = at;
    answer.marks.push(mark);
    answer.total += held.length;
  }
  if (question.page) {
    const { offset, limit } = question.page;
    const listed = [...nodes.values()].flat();
    listed.sort((a, b) => start[a]! - start[b]! || a - b);
    answer.page = Uint32Array.from(listed.slice(offset, offset + limit));
  }
  if (question.bins) {
    const { from, to, count } = question.bins;
    const edge = (bin: number) => from + ((to - from) * bin) / count;
    answer.bins = new Uint32Array(count * categories);
    for (let bin = 0; bin < count; bin++)
      answer.bins.set(
        countsOf([...marksOf(edge(bin), edge(bin + 1)).values()].flat()),
        bin * categories,
      );
  }
  return answer;
}
