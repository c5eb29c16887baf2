/**
 * The engine: event columns in, one answer to each question out. Plain TypeScript without the DOM;
 * runs in a worker or in Node.
 *
 * @example
 * const index = buildIndex(columns);
 * const { marks, total } = index.ask({ window, view: { bbox, zoom: 4 } });
 */
import { checkColumns, checkQuestion } from './check';
import { buildClusters } from './clusters';
import { scan } from './scan';
import type { EventColumns, EventIndex } from './types';

export type { Answer, EventColumns, EventIndex, Mark, Question } from './types';

/**
 * Builds the index of a set of events. The columns are kept, not copied, and must not change.
 *
 * @param options.onProgress called with the share done, 0 … 1, rising.
 * @throws RangeError on a value that is NaN, infinite or out of range, naming its row.
 */
export function buildIndex(
  columns: EventColumns,
  options: { onProgress?(done: number): void } = {},
): EventIndex {
  checkColumns(columns);
  const clusters = buildClusters(columns.lng, columns.lat, options.onProgress);
  const held = new Set<ArrayBufferLike>([clusters.placeOfRow.buffer, clusters.rowOfPlace.buffer]);
  for (const level of clusters.levels)
    for (const column of [level.lng, level.lat, level.nodeOfPlace]) held.add(column.buffer);
  let bytes = 0;
  for (const buffer of held) bytes += buffer.byteLength;
  return {
    bytes,
    ask(question) {
      checkQuestion(question);
      return scan(columns, clusters, question);
    },
  };
}
