/** What of an opened story a page gets at once. */
import type { EventTable } from '../story-index';
import type { ResolvedShape } from '../../world/types';
import type { Event, Outline, Problem } from '../../model/event';
import { densestStretch, storySpan } from '../story-span';
import { type Range } from '../../model/time/calendar';
import type { Opening } from './open';
import type { ImportReport } from './import-report';

/** What a page knows of a story from the start. */
export interface Opened {
  readonly story: Outline;
  readonly table: EventTable;
  /** `null` where no event has a date that can be drawn. */
  readonly span: Range | null;
  readonly opening: Range | null;
  readonly problems: readonly Problem[];
  readonly problemsLeftOut: number;
  readonly read: number;
  readonly rejected: number;
  readonly sources: number;
  /** All events, where they are few. */
  readonly events: readonly Event[];
  readonly shapes: ReadonlyMap<string, ResolvedShape>;
  /** What became of its records, where the file was no story. */
  readonly report: ImportReport | null;
  /** The row of the event asked for, `null` where there is none. */
  readonly row: number | null;
  /** Why the event asked for could not be looked up; then there is no telling whether there is one. */
  readonly rowFailure?: string;
}

/** Events that travel to the page all at once; of more, those that are needed. */
const few = 2000;
/** Problems of each severity that travel. */
const mostProblems = 200;

/** @param shaped Shapes are wanted at once.
 * @param row The row of the event asked for, `null` where there is none. */
export async function openedOf(
  opening: Opening,
  row: number | null,
  shaped = true,
): Promise<Opened> {
  const { story, table, events, problems } = opening;
  const copy: EventTable = {
    lng: table.lng.slice(),
    lat: table.lat.slice(),
    start: table.start.slice(),
    end: table.end.slice(),
    category: table.category.slice(),
  };
  const all = events && events.length <= few ? await wholeOf(opening, events.length) : [];
  const severe = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).slice(0, mostProblems);
  const said = [...severe('error'), ...severe('warning')];
  return {
    story,
    table: copy,
    span: storySpan(table, story.timeZone),
    opening: densestStretch(table, story.timeZone, story.asOf?.end),
    problems: said.length < problems.length ? said : problems,
    problemsLeftOut: opening.problemsLeftOut + problems.length - said.length,
    read: opening.read,
    rejected: opening.rejected,
    sources: opening.sources,
    events: all,
    shapes: shaped ? await opening.shapes.give(all) : new Map(),
    report: opening.imported?.report ?? null,
    row,
  };
}

async function wholeOf({ archive }: Opening, count: number): Promise<Event[]> {
  const details = await archive.details([...Array(count).keys()]);
  return details.flatMap((detail) => ('event' in detail ? detail.event : []));
}
