/** Events that may be one and the same: same time, place and title. */
import type { Event, Problem } from '../event';
import { t } from '../../words/reading';

type Told = Pick<Event, 'title' | 'time' | 'geometry' | 'where'>;

/** What is the same for events with the same time, place and title: a text and numbers. */
export interface Sameness {
  readonly text: string;
  readonly numbers: readonly number[];
}

export function sameness({ title, time, geometry, where }: Told): Sameness {
  const named = typeof title === 'string' ? title : JSON.stringify(title);
  const written = time.written === undefined ? '' : `\n${time.written}`;
  if (geometry?.type === 'Point') {
    const [lng, lat] = geometry.coordinates as [number, number];
    return { text: named + written, numbers: [time.start, time.end, lng, lat] };
  }
  const { name, country, regions } = where;
  const place = JSON.stringify(geometry ?? [name, country, regions]);
  return { text: `${place} ${named}${written}`, numbers: [time.start, time.end] };
}

/** A warning for every event that an earlier one is the same as. */
export function duplicateEvents(events: readonly (Told & { readonly id: string })[]): Problem[] {
  const first = new Map<string, string>();
  return events.flatMap((event): Problem[] => {
    const { text, numbers } = sameness(event);
    const key = `${numbers.join(' ')} ${text}`;
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
    message: t('check.duplicateEvent', { earlier }),
  };
}
