/** ACLED's event tables, old and new (https://acleddata.com): one row an event. */
import { type FormatOptions, type TableFormat } from '../../format';
import { countryCode } from '../../table/countries';
import { countryOfIso } from '../../table/iso-3166';
import { UsedCategories } from '../../shared/categories';
import {
  columnNames,
  countOf,
  keptCells,
  lackingNote,
  missingColumns,
  textCells,
} from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { figureOf } from '../../shared/figures';
import { headline, joinParts, itemList } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { SourceTable } from '../../shared/source-table';
import { daysAround, dateWaysOf, printDay, readDay } from '../../shared/days';
import { printTableDate } from '../../table/dates';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { actorKinds, eventTypes, acledPrecision, nobody, timePrecision } from './codes';
import { t } from '../../../words/reading';

/** One of them is there. */
const types = ['event_type', 'sub_event_type'];
/** No other table has three of them. */
const telling = [
  'event_id_cnty', 'event_id_no_cnty', 'sub_event_type', 'disorder_type', 'inter1', 'inter2', 'interaction',
  'geo_precision', 'time_precision', 'assoc_actor_1', 'assoc_actor_2', 'actor1', 'actor2', 'source_scale',
]; // prettier-ignore
/** Without them something of an event is not known. */
const usual = ['event_type', 'actor1', 'latitude', 'longitude', 'time_precision', 'geo_precision', 'fatalities', 'source']; // prettier-ignore

/** Columns whose text stands in the feature as it is. */
const carriedColumns = ['event_id_cnty', 'notes', 'location'];

/** Names of columns in any case: some exports have them in capitals. */
export const acled: TableFormat = {
  id: 'acled',
  get label() {
    return t('format.acled');
  },
  fits(columns) {
    const names = columnNames(columns);
    if (!names.has('event_date') || !types.some((name) => names.has(name))) return 0;
    return countOf([...names.keys()], telling) >= 3 ? 0.97 : 0;
  },
  dates: (columns) => named(columns, 'event_date'),
  open(columns, options) {
    const names = columnNames(columns);
    const hasType = types.some((name) => names.has(name));
    const missing = ['event_date', ...(hasType ? [] : types)].filter((name) => !names.has(name));
    if (missing.length > 0) throw missingColumns('ACLED', missing, columns);
    const categories = new UsedCategories();
    const sources = new SourceTable();
    const carried = new Set(carriedColumns.flatMap((name) => names.get(name) ?? []));
    const [lng, lat] = ['longitude', 'latitude'].map((name) => names.get(name) ?? name) as [
      string,
      string,
    ];
    return {
      sources,
      read(given, record) {
        const problems = new RowProblems(record);
        const raw: Cell = (name) => (names.has(name) ? given(names.get(name)!) : '');
        const cell = textCells(raw);
        const place = placeOf(cell, problems);
        const time = timeOf(cell, raw('event_date'), options, problems);
        const { title, fromNotes } = titleOf(cell, problems);
        const point = pointOf(
          { field: lng, text: raw('longitude') },
          { field: lat, text: raw('latitude') },
          problems,
        );
        return convertedTo(record, problems, {
          id: cell('event_id_cnty'),
          geometry: point,
          properties: {
            title,
            summary: fromNotes ? '' : cell('notes'),
            category: categories.use(categoryOf(cell, problems)),
            when: time.when,
            where: place.where,
            actors: actorsOf(cell),
            figures: [
              figureOf({ measure: 'killed', best: 'fatalities' }, 'ACLED', raw, problems),
            ].filter((figure) => figure !== undefined),
            sources: sources.referAll(
              itemList(cell('source'), ';').map((name) => ({ title: name })),
            ),
            note: joinParts([time.note, place.note], ' '),
            acled: keptCells(columns, given, carried, placedBy(point, lng, lat)),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        sources: sources.members(),
        credit: 'Armed Conflict Location & Event Data Project (ACLED), acleddata.com',
      }),
      notes: () => lackingNote('ACLED', [...names.keys()], usual),
    };
  },
};

/** The column of this name in any case. */
function named(columns: readonly string[], name: string): string[] {
  return columns.filter((column) => column.toLowerCase() === name);
}

function titleOf(cell: Cell, problems: RowProblems): { title?: string; fromNotes?: boolean } {
  const kind = cell('sub_event_type') || cell('event_type');
  const place = cell('location') || cell('admin2') || cell('admin1') || cell('country');
  const title = joinParts([kind, place], ', ');
  if (title !== '') return { title };
  const notes = cell('notes');
  if (notes !== '') return { title: headline(notes), fromNotes: headline(notes) === notes };
  problems.error('sub_event_type', '', 'missing-title', t('acled.expectedTitle'));
  return {};
}

/** The event's type; older files have others, which stand as they are. */
function categoryOf(cell: Cell, problems: RowProblems): string | undefined {
  const type = cell('event_type');
  if (type !== '') return type;
  const sub = cell('sub_event_type');
  const found = [...eventTypes].find(([, subs]) => subs.includes(sub));
  problems.warn('event_type', type, 'missing-category', t('acled.expectedCategory'));
  return found?.[0];
}

/** The codebook has the day first, where a date has slashes. */
function timeOf(
  cell: Cell,
  text: string,
  options: FormatOptions,
  problems: RowProblems,
): { when?: string; note?: string } {
  const day = readDay('event_date', text, problems, dateWaysOf(options, 'day-first'));
  if (!day) return {};
  const code = cell('time_precision');
  const precision = timePrecision.get(code === '' ? '1' : code);
  if (precision === undefined) {
    const expected = t('acled.expectedTimePrecision');
    problems.warn('time_precision', code, 'unknown-code', expected);
    return { when: `${printDay(day)}?` };
  }
  if (precision === 'day') return { when: printDay(day) };
  if (precision === 'week')
    return { when: daysAround(day, 3), note: 'The date is known to the week only.' };
  const { year, month } = day;
  const when = printTableDate({ year, month });
  return { when, note: 'The date is known to the month only.' };
}

function placeOf(cell: Cell, problems: RowProblems) {
  const code = cell('geo_precision');
  const known = acledPrecision.get(code);
  if (!known && code !== '')
    problems.warn('geo_precision', code, 'unknown-code', t('acled.expectedGeoPrecision'));
  const where = filledOr({
    name: cell('location'),
    precision: known?.precision,
    radius: known?.radius,
    country: countryOfIso(cell('iso')) ?? countryCode(cell('country')),
  });
  return { where, note: known?.note };
}

/** Who is first and who second says nothing of who acted (codebook, "Actors"). */
function actorsOf(cell: Cell) {
  return ['1', '2'].flatMap((number) => {
    const name = cell(`actor${number}`);
    const code = cell(`inter${number}`);
    const role = code === nobody ? undefined : (actorKinds.get(code) ?? code);
    const associates = itemList(cell(`assoc_actor_${number}`), ';');
    return [
      ...(name === '' ? [] : [filledOr({ name, role })!]),
      ...associates.map((associate) => ({
        name: associate,
        role: name === '' ? 'Associated' : `With ${name}`,
      })),
    ];
  });
}
