/** Events that may be one and the same: same time, place and title. */
import type { Event, Problem } from '../event';

type Told = Pick<Event, 'title' | 'time' | 'geometry' | 'where'>;

/** A text that is the same for events with the same time, place and title. */
export function sameness({ title, time, geometry, where }: Told): string {
  const named = typeof title === 'string' ? title : JSON.stringify(title);
  const { name, country, regions } = where;
  const place =
    geometry?.type === 'Point'
      ? `${geometry.coordinates[0]} ${geometry.coordinates[1]}`
      : JSON.stringify(geometry ?? [name, country, regions]);
  return `${time.start} ${time.end} ${time.written ?? ''} ${place} ${named}`;
}

/** A warning for every event that an earlier one is the same as. */
export function duplicateEvents(events: readonly (Told & { readonly id: string })[]): Problem[] {
  const first = new Map<string, string>();
  return events.flatMap((event): Problem[] => {
    const key = sameness(event);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, event.id);
      return [];
    }
    return [duplicateOf(event, `"${earlier}"`)];
  });
}

/** The warning; `earlier` names the other in words. */
export function duplicateOf(event: Told & { readonly id: string }, earlier: string): Problem {
  return {
    severity: 'warning',
    record: event.id,
    field: 'properties.title',
    value: event.title,
    code: 'duplicate-event',
    message: `Time, place and title are those of ${earlier}; expected one record for each event.`,
  };
}
