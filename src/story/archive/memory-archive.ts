/** An archive of events that are all in memory, as those of a GeoJSON file are. */
import type { Event } from '../../model/event';
import { leftoversOf } from '../../model/read/leftovers';
import type { Members } from '../../model/read/members';
import { relations, type Archive, type RelatedEvent } from './archive';

/** Events in a batch: so many are looked through without a pause. */
const batchSize = 4000;

/** @param features Those of an imported file, which hold what its events don't. */
export function memoryArchive(
  events: readonly Event[],
  features: readonly Members[] = [],
): Archive {
  function whole(row: number): Event {
    const leftovers = leftoversOf(features[row]);
    return leftovers ? { ...events[row]!, leftovers } : events[row]!;
  }
  const rows = new Map(events.map(({ id }, row) => [id, row]));
  return {
    files: 0,
    details: async (asked) => asked.map((row) => ({ row, event: whole(row) })),
    rowOf: async (id) => rows.get(id) ?? null,
    async leads(row) {
      const { id, links } = events[row]!;
      const forward = links.flatMap(({ rel, event }): RelatedEvent[] => {
        const other = rows.get(event);
        return other === undefined
          ? []
          : [{ row: other, relation: relations[rel][0], named: true }];
      });
      const back = events.flatMap((other, number) =>
        other.links
          .filter(({ event }) => event === id)
          .map(({ rel }): RelatedEvent => ({
            row: number,
            relation: relations[rel][1],
            named: false,
          })),
      );
      return [...forward, ...back];
    },
    async *batches(wanted) {
      for (let first = 0; first < events.length; first += batchSize) {
        const after = first + batchSize;
        if (wanted && !wanted.some((row) => row >= first && row < after)) continue;
        // So that what came meanwhile, a newer search above all, has its turn.
        if (first > 0) await new Promise((resolve) => setTimeout(resolve));
        yield { first, events: events.slice(first, after) };
      }
    },
  };
}
