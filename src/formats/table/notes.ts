/** What was understood of a table without a known layout, said so that its user can object. */
import type { Problem } from '../../model/event';
import { mostCategories } from '../../model/read/categories';
import type { FormatOptions } from '../format';
import type { FoundByContent } from './contents';
import { note } from './header';
import { dateNotes } from './date-notes';
import type { LearnedTable } from './learn';
import type { RowInterpreter } from './reader';
import type { Roles } from './roles';
import { figurePattern } from './fields';
import type { Findings } from './survey';
import { pairOrder } from './where';
import { t } from '../../words/reading';

/** Before the first record. */
export function openingNotes(
  { columns, roles, findings, titles }: LearnedTable,
  interpreter: RowInterpreter,
  options: FormatOptions,
): Problem[] {
  const { mapping, guessed, otherPairs } = roles;
  const notes: Problem[] = [];
  const say = (field: string, code: string, message: string, value: unknown = null) =>
    notes.push(note(field, code, message, value));

  const guesses = [...mapping].filter(
    ([field]) => guessed.has(field) && !roles.byContent.has(field),
  );
  if (guesses.length > 0) {
    const list = guesses.map(([field, column]) => `${field} from ${column}`).join(', ');
    say('columns', 'guessed-columns', t('table.guessedColumns', { guesses: list }));
  }
  for (const [field, found] of roles.byContent) notes.push(contentNote(field, found));
  if (roles.projected && !roles.mapping.has('pair') && !options.crs) {
    const pair = `${roles.projected.x}, ${roles.projected.y}`;
    say(pair, 'projected-coordinates', t('table.projected', { pair }));
  }
  if (!mapping.has('title') && titles.columns.length > 0)
    say(
      'title',
      'composed-title',
      titles.summary === undefined
        ? t('table.composedTitle', { firstTwo: firstTwo(titles.columns) })
        : t('table.titlesFromSummary', { column: titles.summary }),
    );
  for (const pair of otherPairs) {
    const used = `${mapping.get('lng')}, ${mapping.get('lat')}`;
    say(pair, 'other-coordinates', t('table.otherCoordinates', { pair, used }));
  }
  notes.push(...dateNotes(roles, findings, options));
  notes.push(...orderNotes(mapping.get('pair'), findings), ...interpreter.amounts.openingNotes());
  if (findings.repeatedId) {
    const { text, record } = findings.repeatedId;
    if (guessed.has('id'))
      say('id', 'id-not-unique', t('table.idNotUnique', { text, record }), text);
  }
  if (mapping.has('category') && !findings.categories)
    say(
      mapping.get('category')!,
      'too-many-categories',
      t('table.tooManyCategories', { column: mapping.get('category')!, mostCategories }),
    );
  const read = new Set(
    [...mapping].flatMap(([field, column]) => (readsSentinels(field) ? [column] : [])),
  );
  for (const [column, count] of findings.sentinels)
    if (columns.includes(column) && count > 1 && !read.has(column))
      say(column, 'sentinel', t('table.sentinels', { column, count }), count);
  if (mapping.has('hour') && !mapping.has('day'))
    say(
      mapping.get('hour')!,
      'hour-without-day',
      t('table.hourWithoutDay', {
        column: mapping.get('hour')!,
        unit: mapping.has('month') ? 'month' : 'year',
      }),
    );
  return notes;
}

/** What no column has, and which come nearest. */
export function missingNotes({ roles }: LearnedTable): Problem[] {
  return roles.missing.map(({ what, nearest }) => {
    const columns = nearest.map(
      ({ column, fitting, filled }) => `${column} (${Math.round((fitting / filled) * 100)} %)`,
    );
    const list = columns.join(', ');
    const message =
      what === 'position'
        ? t('table.noPositionColumn', { columns: nearest.map(({ column }) => column).join(', ') })
        : list === ''
          ? t('table.noDateColumn')
          : t('table.noDateColumnBut', { columns: list });
    return note(what === 'date' ? 'when' : 'geometry', `no-${what}-column`, message, list || null);
  });
}

function contentNote(field: string, found: FoundByContent): Problem {
  const { column, kind, fitting, filled, others } = found;
  const message = t('table.foundByContent', { field, column, kind, fitting, filled });
  const more = others.length > 0 ? ` ${t('table.alsoFound', { columns: others.join(', ') })}` : '';
  return note(column, 'found-by-content', message + more, column);
}

/** After the last record. */
export function closingNotes(
  { roles }: LearnedTable,
  { titles, lists, when, where, amounts }: RowInterpreter,
  options: FormatOptions,
): Problem[] {
  const ends = roles.mapping.get('end');
  const notes = [...rowNotes(roles, titles, lists), ...where.notes(), ...amounts.closingNotes()];
  if (ends !== undefined && when.endsAlone > 0) {
    const message = t('table.endWithoutStart', { column: ends, count: when.endsAlone });
    notes.push(note(ends, 'end-without-start', message, when.endsAlone));
  }
  if (!when.localTimes || options.timeZone !== undefined) return notes;
  const column =
    roles.mapping.get('time') ?? roles.mapping.get('when') ?? roles.mapping.get('start');
  const message = t('table.zoneAssumed');
  return [...notes, note(column ?? 'time', 'zone-assumed', message)];
}

/** Titles that were composed, and categories of which the first was taken. */
function rowNotes(
  { mapping }: Roles,
  { composed }: RowInterpreter['titles'],
  lists: RowInterpreter['lists'],
): Problem[] {
  const notes: Problem[] = [];
  if (composed) {
    const column = mapping.get('title')!;
    const message = t('table.composedTitles', { column, ...composed });
    notes.push(note(column, 'composed-title', message, composed.title));
  }
  if (lists) {
    const column = mapping.get('category')!;
    notes.push(
      note(column, 'category-list', t('table.categoryLists', { column, ...lists }), lists.text),
    );
  }
  return notes;
}

/** Which of two numbers in a cell is the latitude, and what tells it. */
function orderNotes(column: string | undefined, findings: Findings): Problem[] {
  const order = column === undefined ? undefined : pairOrder(column, findings);
  if (column === undefined || !order) return [];
  const first = order.latFirst ? 'latitude' : 'longitude';
  const seen = findings.pair.latFirst ?? findings.pair.lngFirst;
  const message =
    order.by === 'range'
      ? t('table.coordinateOrder', { pair: column, first, text: seen!.text, record: seen!.record })
      : t('table.coordinateOrderBy', { pair: column, first, by: order.by });
  return [note(column, 'coordinate-order', message, seen?.text ?? null)];
}

/** Numbers such as -9999 are no amount, and no place. */
function readsSentinels(field: string): boolean {
  return figurePattern.test(field) || field === 'lat' || field === 'lng';
}

function firstTwo(columns: readonly string[]): string {
  if (columns.length === 1) return columns[0]!;
  return t('table.firstTwoColumns', { columns: columns.join(', ') });
}
