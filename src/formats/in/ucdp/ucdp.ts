/** UCDP's Georeferenced Event Dataset, released and candidate (https://ucdp.uu.se/downloads): one
 * row an event. Its GeoJSON has the same names and is read by them. */
import type { FormatOptions, TableFormat } from '../../format';
import { countryCode } from '../../table/countries';
import { UsedCategories } from '../../shared/categories';
import { readCitedSources } from './cited-sources';
import {
  countOf,
  hasColumns,
  keptCells,
  lackingNote,
  needColumns,
  textCells,
} from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { figureOf } from '../../shared/figures';
import { joinParts } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { SourceTable } from '../../shared/source-table';
import { daysBetween, dateWaysOf, isBefore, printDay, readDay } from '../../shared/days';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { countryOfGw, isGwNumber } from './gleditsch-ward';
import {
  aggregate,
  aggregateNote,
  datePrecision,
  noSourceDate,
  outsideCountries,
  violence,
  wherePrecision,
} from './codes';
import { t } from '../../../words/reading';

const needed = ['date_start'];
/** No other table has four of them. */
const telling = [
  'type_of_violence',
  'conflict_name',
  'dyad_name',
  'side_a',
  'side_b',
  'where_prec',
  'date_prec',
  'deaths_civilians',
  'deaths_unknown',
  'event_clarity',
  'source_article',
  'best',
  'high',
  'low',
];
/** Without them something of an event is not known. */
const usual = ['id', 'date_end', 'latitude', 'longitude', 'type_of_violence', 'where_prec', 'date_prec', 'side_a', 'side_b', 'best', 'high', 'low']; // prettier-ignore
/** Columns whose text stands in the feature as it is. */
const carried: ReadonlySet<string> = new Set(['id', 'side_a', 'side_b', 'where_coordinates']);
const unsaidPattern = /^[\s.?-]*$/;

export const ucdp: TableFormat = {
  id: 'ucdp',
  get label() {
    return t('format.ucdpGed');
  },
  fits: (columns) => (hasColumns(columns, needed) && countOf(columns, telling) >= 4 ? 0.98 : 0),
  dates: () => ['date_start', 'date_end'],
  open(columns, options) {
    needColumns('UCDP GED', columns, needed);
    const categories = new UsedCategories();
    const sources = new SourceTable();
    return {
      sources,
      read(raw, record) {
        const problems = new RowProblems(record);
        const cell = textCells(raw);
        const time = timeOf(raw, { ...options, columns }, problems);
        const place = placeOf(cell, problems, columns);
        const cited = readCitedSources(cell('source_article'), noSourceDate);
        if (cited.placeholders > 0)
          problems.warn(
            'source_date',
            cell('source_date'),
            'placeholder-date',
            t('ucdp.expectedSourceDates', { noSourceDate: noSourceDate }),
          );
        const refered = sources.referAll(cited.sources);
        const point = pointOf(
          { field: 'longitude', text: raw('longitude') },
          { field: 'latitude', text: raw('latitude') },
          problems,
        );
        return convertedTo(record, problems, {
          id: cell('id'),
          geometry: point,
          properties: {
            title: titleOf(cell, problems),
            category: categories.use(categoryOf(cell, problems, columns)),
            when: time.when,
            where: place.where,
            actors: [
              { name: cell('side_a'), role: 'Side A' },
              { name: cell('side_b'), role: 'Side B' },
            ].filter(({ name }) => name !== ''),
            figures: figuresOf(raw, problems),
            claims: claimsOf(cell, refered),
            sources: refered,
            note: joinParts(
              [
                time.note,
                place.note,
                cell('event_clarity') === aggregate ? aggregateNote : undefined,
              ],
              ' ',
            ),
            ucdp: keptCells(columns, raw, carried, placedBy(point, 'longitude', 'latitude')),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        sources: sources.members(),
        credit: 'UCDP Georeferenced Event Dataset (GED), Uppsala Conflict Data Program',
      }),
      notes: () => lackingNote('UCDP GED', columns, usual),
    };
  },
};

function titleOf(cell: Cell, problems: RowProblems): string | undefined {
  const dyad = cell('dyad_name') || joinParts([cell('side_a'), cell('side_b')], ' - ');
  const who = dyad || cell('conflict_name');
  const title = joinParts([who, cell('where_coordinates')], ', ');
  if (title === '') problems.error('dyad_name', '', 'missing-title', t('ucdp.expectedSides'));
  return title;
}

function categoryOf(
  cell: Cell,
  problems: RowProblems,
  columns: readonly string[],
): string | undefined {
  const code = cell('type_of_violence');
  const label = violence.get(code);
  if (!label && columns.includes('type_of_violence'))
    problems.warn('type_of_violence', code, 'unknown-code', t('ucdp.expectedViolenceType'));
  return label;
}

/** `date_start` and `date_end` are the first and the last day possible (codebook, `date_prec`). */
function timeOf(
  cell: Cell,
  { columns, ...options }: FormatOptions & { readonly columns: readonly string[] },
  problems: RowProblems,
): { when?: string; note?: string } {
  const ways = dateWaysOf(options);
  const first = readDay('date_start', cell('date_start'), problems, ways);
  const last = columns.includes('date_end')
    ? readDay('date_end', cell('date_end'), problems, ways)
    : first;
  if (!first || !last) return {};
  if (isBefore(last, first)) {
    const expected = t('ucdp.expectedEnd', { printDay: printDay(first) });
    problems.error('date_end', cell('date_end'), 'end-before-start', expected);
    return {};
  }
  const code = cell('date_prec');
  const note = datePrecision.get(code);
  if (note === undefined && columns.includes('date_prec')) {
    const expected = t('ucdp.expectedDatePrecision');
    problems.warn('date_prec', code, 'unknown-code', expected);
  }
  return { when: daysBetween(first, last, code !== '1'), note };
}

function placeOf(cell: Cell, problems: RowProblems, columns: readonly string[]) {
  const code = cell('where_prec');
  const known = wherePrecision.get(code);
  if (!known && columns.includes('where_prec'))
    problems.warn('where_prec', code, 'unknown-code', t('ucdp.expectedWherePrecision'));
  const number = cell('country_id');
  const year = Number(/\d{4}/.exec(cell('date_end') || cell('date_start'))?.[0]);
  const country = isGwNumber(number) ? countryOfGw(number, year) : countryCode(cell('country'));
  const where = filledOr({
    name: cell('where_coordinates'),
    precision: known?.precision,
    radius: known?.radius,
    country: code === outsideCountries ? undefined : country,
  });
  const coarse = known && known.note !== '';
  const said = cell('where_description');
  const description =
    coarse && said !== '' && said !== cell('where_coordinates') ? `“${said}”` : '';
  return { where, note: joinParts([known?.note, description], ' ') };
}

/** The estimate with its bounds, then how the best one is made up; parts have no bounds. */
function figuresOf(cell: Cell, problems: RowProblems) {
  const part = (measure: string, best: string) =>
    Number(cell(best)) === 0 ? undefined : figureOf({ measure, best }, 'UCDP', cell, problems);
  return [
    figureOf({ measure: 'killed', min: 'low', best: 'best', max: 'high' }, 'UCDP', cell, problems),
    part(`killed, ${cell('side_a') || 'side A'}`, 'deaths_a'),
    part(`killed, ${cell('side_b') || 'side B'}`, 'deaths_b'),
    part('killed, civilians', 'deaths_civilians'),
    part('killed, not known of which side', 'deaths_unknown'),
  ].filter((figure) => figure !== undefined);
}

/** Who said it first, as far as the articles tell: `source_original`. */
function claimsOf(cell: Cell, sources: readonly unknown[]) {
  const by = cell('source_original');
  if (unsaidPattern.test(by)) return [];
  const [only] = sources;
  const text = 'Named as the original source of what is reported here.';
  const source = sources.length === 1 && typeof only === 'string' ? only : undefined;
  return [filledOr({ by, stance: 'asserts', text, source })];
}
