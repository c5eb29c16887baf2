/** IOM's Missing Migrants Project (https://missingmigrants.iom.int/downloads), its tables to 2019 and
 * since: one row an incident. */
import { isSafeAddress } from '../../../model/safe-address';
import type { TableFormat } from '../../format';
import { countryCode } from '../../table/countries';
import { UsedCategories } from '../../shared/categories';
import { countOf, keptCells, lackingNote, needColumns, textCells } from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { figureOf, type FigureColumns } from '../../shared/figures';
import { headline, hostOf, joinParts, itemList } from '../../shared/headline';
import { pointOf } from '../../shared/position';
import { SourceTable, type SourceMembers } from '../../shared/source-table';
import { dateWaysOf, printDay, readDay } from '../../shared/days';
import { readPair } from '../../table/angles';
import { standsForNothing } from '../../table/nothing';
import { readWkt } from '../../table/wkt';
import { RowProblems } from '../../table/row-problems';
import { migrantColumns, evidence, migrantFigures, type Column, migrantTelling } from './codes';
import { t } from '../../../words/reading';

/** Without them something of an event is not known. */
const usual = ['Region of Incident', 'Minimum Estimated Number of Missing', 'Source Quality'];
const sumPattern = /^cumulative\b/i;

export const missingMigrants: TableFormat = {
  id: 'missing-migrants',
  get label() {
    return t('format.missingMigrantsProject');
  },
  fits: (columns) =>
    countOf(columns, migrantTelling) >= 3 &&
    nameOf('date', columns) &&
    nameOf('coordinates', columns)
      ? 0.97
      : 0,
  dates: (columns) => [nameOf('date', columns) ?? migrantColumns.date[0]!],
  open(columns, options) {
    needColumns('the Missing Migrants Project', columns, [
      nameOf('date', columns) ?? migrantColumns.date[0]!,
      nameOf('coordinates', columns) ?? migrantColumns.coordinates[0]!,
    ]);
    const categories = new UsedCategories();
    const sources = new SourceTable();
    const field = (column: Column) => nameOf(column, columns) ?? migrantColumns[column][0]!;
    const figures = figureColumns(columns);
    const ways = dateWaysOf(options, 'month-first');
    return {
      sources,
      read(raw, record) {
        const problems = new RowProblems(record);
        const cell = textCells(raw);
        const text = (column: Column) => cell(field(column));
        const day = readDay(field('date'), raw(field('date')), problems, ways);
        if (sumPattern.test(text('place')))
          problems.warn(
            field('place'),
            text('place'),
            'sum-of-incidents',
            t('missingMigrants.expectedIncident'),
          );
        const title = joinParts([causeOf(text('cause')), text('place')], ', ');
        if (title === '')
          problems.error(field('place'), '', 'missing-title', t('missingMigrants.expectedTitle'));
        return convertedTo(record, problems, {
          id: text('id'),
          geometry: placeOf(field('coordinates'), raw(field('coordinates')), problems),
          properties: {
            title: headline(title),
            category: categories.use(text('region')),
            when: day && `${printDay(day)}?`,
            where: filledOr({ name: text('place'), country: countryCode(text('country')) }),
            evidence: evidence.get(text('quality')),
            figures: figures
              .map((figure) => figureOf(figure, 'Missing Migrants Project', raw, problems))
              .filter((figure) => figure !== undefined),
            sources: sources.referAll(sourcesOf(text)),
            note: 'The date is the one reported or estimated.',
            missingMigrants: keptCells(columns, raw, new Set([field('id'), field('place')])),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        sources: sources.members(),
        credit: 'IOM Missing Migrants Project (CC BY 4.0)',
      }),
      notes: () => lackingNote('the Missing Migrants Project', columns, usual),
    };
  },
};

/** As the beginning of a title. */
function causeOf(text: string): string {
  return /^unknown/i.test(text) ? `Cause of death ${text.toLowerCase()}` : text;
}

function nameOf(column: Column, columns: readonly string[]): string | undefined {
  return migrantColumns[column].find((name) => columns.includes(name));
}

function figureColumns(columns: readonly string[]): FigureColumns[] {
  return migrantFigures.flatMap(({ measure, bound, names }) => {
    const name = names.find((candidate) => columns.includes(candidate));
    return name === undefined ? [] : [{ measure, [bound]: name }];
  });
}

/** `lat, lng` in one cell; `POINT (lng lat)` in newer files. */
function placeOf(field: string, text: string, problems: RowProblems) {
  if (standsForNothing(text)) {
    problems.warn(field, text, 'missing-place', t('expected.positionNone'));
    return null;
  }
  const wkt = readWkt(text);
  if (wkt && 'geometry' in wkt && wkt.geometry.type === 'Point') {
    const [lng, lat] = wkt.geometry.coordinates.map(String) as [string, string];
    return pointOf({ field, text: lng }, { field, text: lat }, problems);
  }
  const pair = wkt ? undefined : readPair(text);
  if (!pair) {
    problems.error(field, text, 'bad-position', t('missingMigrants.expectedPosition'));
    return null;
  }
  const [first, second] = pair.parts;
  const [lng, lat] = pair.order === 'lnglat' ? [first, second] : [second, first];
  return pointOf({ field, text: lng }, { field, text: lat }, problems);
}

/** One for each link, all under the names of the cell, since nothing says which is whose. */
function sourcesOf(text: (column: Column) => string): SourceMembers[] {
  const title = text('source');
  const urls = itemList(text('url'), /[,;\s]+(?=https?:)/).filter(isSafeAddress);
  if (urls.length === 0) return title === '' ? [] : [{ title }];
  return urls.map((url) => ({ title: title || hostOf(url), url }));
}
