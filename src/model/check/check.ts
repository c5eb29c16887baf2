/** What can only be seen across records: pure functions over what was read. */
import type { Event, Link, Problem, TimeSpan } from '../event';
import { t } from '../../words/reading';

/** A feature's number in the file, from 1, and its id. */
export interface Identity {
  readonly record: number;
  readonly id: string;
}

/** An error for every record whose id an earlier one has; named by number, since the id is not
 * its own. */
export function repeatedIds(records: readonly Identity[]): Problem[] {
  const first = new Map<string, number>();
  return records.flatMap(({ record, id }): Problem[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, record);
      return [];
    }
    const message = t('check.duplicateId', { record, id, earlier });
    return [{ severity: 'error', record, field: 'id', value: id, code: 'duplicate-id', message }];
  });
}

type Linked = Pick<Event, 'id' | 'links'>;

/** Whether a link leads from an event to another one that can be shown. */
export function isSoundLink(link: Link, from: string, ids: ReadonlySet<string>): boolean {
  return ids.has(link.event) && link.event !== from;
}

/** A warning for every link to no event of the story, or to the event itself. */
export function brokenLinks(events: readonly Linked[], ids: ReadonlySet<string>): Problem[] {
  return events.flatMap(({ id, links }) =>
    links
      .filter((link) => !isSoundLink(link, id, ids))
      .map((link): Problem => {
        const own = link.event === id;
        return {
          severity: 'warning',
          record: id,
          field: 'properties.links',
          value: link,
          code: own ? 'self-link' : 'unknown-event',
          message: own ? t('check.selfLink') : t('check.brokenLink', { event: link.event }),
        };
      }),
  );
}

/** Warnings where `status` and the day up to which the story reports do not fit together. */
export function againstAsOf(
  events: readonly Pick<Event, 'id' | 'status' | 'time'>[],
  asOf: TimeSpan | undefined,
): Problem[] {
  if (!asOf) return [];
  return events.flatMap(({ id, status, time }): Problem[] => {
    const about = {
      severity: 'warning',
      record: id,
      field: 'properties.status',
      value: status,
    } as const;
    if (status === 'scheduled' && time.end <= asOf.start) {
      const message = t('check.scheduledInPast');
      return [{ ...about, code: 'scheduled-in-past', message }];
    }
    if (status === 'happened' && time.start >= asOf.end) {
      const message = t('check.happenedInFuture');
      return [{ ...about, code: 'happened-in-future', message }];
    }
    return [];
  });
}
