/** An event of timemap → a feature of the story. */
import type { Problem } from '../../../model/event';
import { isSafeAddress } from '../../../model/safe-address';
import { isObject, member, type Members } from '../../../model/read/members';
import type { Converted, FormatOptions, StoryFacts } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { textCells } from '../../shared/columns';
import { convertedTo, filledOr, without } from '../../shared/feature';
import { headline, hostOf, joinParts } from '../../shared/headline';
import { pointOf } from '../../shared/position';
import { roundedRadius } from './rounded-position';
import type { SourceMembers } from '../../shared/source-table';
import { textOrNumber } from '../../shared/whole-json';
import { dateWaysOf } from '../../shared/days';
import { zoneNote } from '../../shared/zone-note';
import { isMidnight, printClock, readClock } from '../../table/clock';
import { printTableDate, readTableDate } from '../../table/dates';
import type { DateWays } from '../../table/table-date';
import { RowProblems } from '../../table/row-problems';
import { hiddenSource, obscuredPattern, typeKeysPattern } from './codes';
import type { Parts } from './parts';
import { t } from '../../../words/reading';

/** A thing that an event is filtered by, from the root: `['Type of area', 'School']`. */
type Path = readonly string[];

/** An event with all that it names put in. */
export interface TimemapEvent {
  readonly id: string;
  readonly text: (name: string) => string;
  readonly paths: readonly Path[];
  /** Ids of the story's sources, or sources themselves. */
  readonly sources: readonly (string | Members)[];
  readonly kept: Members;
}

export class TimemapReader {
  readonly #categories = new UsedCategories();
  readonly #ways: DateWays;
  #timed = 0;

  /** Timemap's own dates have the month first. */
  constructor(options: FormatOptions) {
    this.#ways = dateWaysOf(options, 'month-first');
  }

  read({ id, text: raw, paths, sources, kept }: TimemapEvent, record: number): Converted {
    const problems = new RowProblems(record);
    const text = textCells(raw);
    const words = text('description') || text('location');
    if (words === '')
      problems.error('description', '', 'missing-title', t('timemap.expectedTitle'));
    const title = headline(words);
    const when = this.#when(text, problems);
    const [lng, lat] = [raw('longitude'), raw('latitude')];
    const geometry = pointOf(
      { field: 'longitude', text: lng },
      { field: 'latitude', text: lat },
      problems,
    );
    const rounded = geometry ? roundedRadius(lng, lat) : undefined;
    const hidden =
      paths.some((path) => obscuredPattern.test(path.join(' '))) ||
      ['location', 'comments', 'description'].some((name) => obscuredPattern.test(text(name)));
    const category = text('category_full') || text('category') || typeOf(paths) || text('type');
    return convertedTo(record, problems, {
      id,
      geometry,
      properties: {
        title,
        summary: words === title ? undefined : words,
        category: this.#categories.use(category),
        when,
        where: filledOr({
          name: text('location'),
          precision: rounded?.precision ?? (hidden && geometry ? 'settlement' : undefined),
          radius: rounded?.radius,
        }),
        sensitive: /^true$/i.test(text('graphic')) ? 'Graphic sources' : undefined,
        sources,
        note: joinParts(
          [
            rounded?.note,
            hidden ? 'The source says that it obscured the place or that it is approximate.' : '',
            text('time_precision') && `Time precision: ${text('time_precision')}.`,
          ],
          ' ',
        ),
        timemap: kept,
      },
    });
  }

  facts(): StoryFacts {
    return { categories: this.#categories.members() };
  }

  notes(): readonly Problem[] {
    return this.#timed > 0 ? [zoneNote('time', this.#timed, 'timemap')] : [];
  }

  /** 00:00 is a time that is not known. */
  #when(text: TimemapEvent['text'], problems: RowProblems): string | undefined {
    const written = text('date');
    if (written === '') {
      problems.error('date', '', 'missing-date', t('expected.date'));
      return undefined;
    }
    const reading = readTableDate(written, this.#ways);
    if ('fault' in reading) {
      problems.error('date', written, reading.fault, reading.expected);
      return undefined;
    }
    const { clock: beside, ...date } = reading.date;
    const time = text('time');
    const clock = time === '' ? beside : readClock(time);
    if (time !== '' && !clock) problems.warn('time', time, 'bad-time-of-day', t('expected.clock'));
    if (!clock || isMidnight(clock) || !date.day) return printTableDate(date);
    if (!clock.zone) this.#timed++;
    return printTableDate(date) + printClock(clock);
  }
}

/** The values that sort events by kind, or the first there are. */
function typeOf(paths: readonly Path[]): string | undefined {
  const typed = paths.find(([key = '']) => typeKeysPattern.test(key)) ?? paths[0];
  return typed?.[typed.length - 1];
}

/** An event as JSON has it, with the sources and associations of its file. */
export function eventFrom(
  value: Members,
  { sources, associations }: Parts,
  refer: (source: SourceMembers) => string | Members,
): TimemapEvent {
  const listOf = (name: string): readonly unknown[] => {
    const list = member(value, name);
    return Array.isArray(list) ? (list as unknown[]) : [];
  };
  const paths = [...listOf('associations'), ...listOf('filters')].flatMap((entry): Path[] => {
    const found = isObject(entry) ? entry : associations.get(textOrNumber(entry));
    const path = found ? pathOf(found) : [textOrNumber(entry)];
    return path.some((part) => part !== '') ? [path] : [];
  });
  const named = listOf('sources').flatMap((entry) => {
    if (isObject(entry)) return [refer(sourceFrom(entry, textOrNumber(member(entry, 'id'))))];
    const id = textOrNumber(entry);
    // An id that is nowhere declared stays, for the model to name.
    return id === '' ? [] : [id];
  });
  const kept = without(value, 'sources');
  return {
    id: textOrNumber(member(value, 'civId')) || textOrNumber(member(value, 'id')),
    text: (name) => textOrNumber(member(value, name)),
    paths,
    sources: [...new Set(named)],
    kept: { ...kept, ...withoutKnown(listOf('sources'), sources) },
  };
}

/** The story's entry for a source. */
export function sourceFrom(source: Members, id: string): SourceMembers {
  const paths = member(source, 'paths');
  const addresses = [
    member(source, 'url'),
    member(source, 'path'),
    ...(Array.isArray(paths) ? (paths as unknown[]) : []),
  ].map(textOrNumber);
  const [url, archiveUrl] = [...new Set(addresses.filter(isSafeAddress))];
  const title =
    id === hiddenSource
      ? 'Source not shown'
      : textOrNumber(member(source, 'title')) ||
        headline(textOrNumber(member(source, 'description'))) ||
        (url && hostOf(url)) ||
        id;
  const date = readTableDate(textOrNumber(member(source, 'date')), { order: 'month-first' });
  return {
    title,
    publisher: textOrNumber(member(source, 'author')),
    url,
    archiveUrl,
    published: 'date' in date ? printTableDate({ ...date.date, clock: undefined }) : undefined,
  };
}

function pathOf(association: Members): Path {
  const paths = member(association, 'filter_paths');
  if (Array.isArray(paths) && paths.length > 0) return (paths as unknown[]).map(textOrNumber);
  const key = textOrNumber(member(association, 'key')) || textOrNumber(member(association, 'mode'));
  const value =
    textOrNumber(member(association, 'value')) || textOrNumber(member(association, 'title'));
  return key === '' ? [value] : [key, value];
}

/** Sources that stand in the event only stay there as they came. */
function withoutKnown(list: readonly unknown[], known: ReadonlyMap<string, Members>): Members {
  const own = list.filter((entry) => isObject(entry) || !known.has(textOrNumber(entry)));
  return own.length > 0 ? { sources: own } : {};
}
