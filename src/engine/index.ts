/**
 * The engine: event columns in, one answer to each question out. Plain TypeScript without the DOM;
 * runs in a worker or in Node.
 *
 * @example
 * const index = buildIndex(columns);
 * const { marks, total } = index.ask({ window, view: { bbox, zoom: 4 } });
 */
import { answerer, type WorldAnswer, type WorldQuestion } from './answer';
import { openBuffer, treeOnly, type BufferLayout } from './buffer';
import { checkColumns } from './check';
import { fillRanks, layOutTree } from './tree/layout';
import type { EventColumns, EventIndex } from './types';

export type { WorldAnswer, WorldQuestion } from './answer';
export type { Answer, EventColumns, EventIndex, Mark, Question } from './types';

/** An index that can travel. */
export interface BuiltIndex extends EventIndex {
  /** All of it in one buffer, to be transferred to another thread and opened there by `openIndex`. */
  readonly buffer: ArrayBuffer;
  /** What positions decide, without times: less than half of it and most of the work of building.
   * A copy; `openIndex` takes it too. */
  tree(): ArrayBuffer;
  /** Answers over all events wherever they are, without marks: what an overview needs. Throws as
   * `ask` does. */
  askWorld(question: WorldQuestion): WorldAnswer;
}

/**
 * Builds the index of a set of events. The columns are kept, not copied, and must not change.
 *
 * @param options.onProgress called with the share done, 0 … 1, rising.
 * @throws RangeError on a value that is NaN, infinite or out of range, naming its row.
 */
export function buildIndex(
  columns: EventColumns,
  options: { onProgress?(done: number): void } = {},
): BuiltIndex {
  checkColumns(columns);
  return indexOf(
    columns,
    layOutTree(columns, (done) => options.onProgress?.(done)),
  );
}

/**
 * The index of these columns from a `buffer` of `buildIndex`, without work, or from its `tree()`,
 * which leaves the times to be sorted. That it was built from these columns is the caller's promise.
 *
 * @throws RangeError on a buffer of another magic, version, length or number of events, and on
 * columns that `buildIndex` would refuse.
 */
export function openIndex(columns: EventColumns, buffer: ArrayBuffer): BuiltIndex {
  checkColumns(columns);
  const { layout, ranked } = openBuffer(buffer, columns.lng.length);
  if (!ranked) fillRanks(layout, columns);
  return indexOf(columns, layout);
}

function indexOf(columns: EventColumns, layout: BufferLayout): BuiltIndex {
  const answers = answerer(columns, layout);
  return {
    buffer: layout.buffer,
    tree: () => treeOnly(layout),
    get bytes() {
      return layout.buffer.byteLength + answers.bytes;
    },
    ask: (question) => answers.ask(question),
    askWorld: (question) => answers.askWorld(question),
  };
}
