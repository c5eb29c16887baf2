/** The slow twin: answers every question by looking at every event. */
import type { EventColumns, EventIndex } from '../../../src/engine';
import { buildClusters } from './clusters';
import { scan } from './scan';

export function slowTwin(columns: EventColumns): Pick<EventIndex, 'ask'> {
  const levels = buildClusters(columns.lng, columns.lat);
  return { ask: (question) => scan(columns, levels, question) };
}
