/** The CSV that Atlos exports (https://docs.atlos.org): one row an incident, with a column for each
 * of its sources and for each attribute of the project's own. */
import { isSafeAddress } from '../../../model/safe-address';
import type { TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { countOf, hasColumns, keptCells, needColumns, textCells } from '../../shared/columns';
import { convertedTo } from '../../shared/feature';
import { headline, hostOf, itemList } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { SourceTable } from '../../shared/source-table';
import { dateWaysOf, printDay, readDay } from '../../shared/days';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { hidden, notSensitive, resolution, status } from './codes';
import { t } from '../../../words/reading';

const needed = ['slug', 'description', 'latitude', 'longitude'];
/** No other table has two of them beside a slug. */
const telling = ['sensitive', 'inserted_at', 'geolocation_resolution', 'restrictions', 'date_recorded', 'source_1', 'project_id']; // prettier-ignore
const carried: ReadonlySet<string> = new Set(['slug', 'description']);
const sourcePattern = /^source_\d+$/;
/** Put before what a spreadsheet would run as a formula, such as a negative longitude. */
const escapePattern = /^'(?=[-+=@\t\r])/;

export const atlos: TableFormat = {
  id: 'atlos',
  get label() {
    return t('format.atlos');
  },
  fits: (columns) => (hasColumns(columns, needed) && countOf(columns, telling) >= 2 ? 0.97 : 0),
  dates: (columns) => [dateOf(columns)],
  open(columns, options) {
    needColumns('Atlos', columns, needed);
    const date = dateOf(columns);
    const links = columns.filter((column) => sourcePattern.test(column));
    const categories = new UsedCategories();
    const sources = new SourceTable();
    return {
      sources,
      read(given, record) {
        const raw: Cell = (name) => given(name).replace(escapePattern, '');
        const cell = textCells(raw);
        const problems = new RowProblems(record);
        const text = cell('description');
        if (text === '')
          problems.error('description', '', 'missing-title', t('atlos.expectedTitle'));
        const title = headline(text);
        const day = readDay(date, raw(date), problems, dateWaysOf(options));
        const point = pointOf(
          { field: 'longitude', text: raw('longitude') },
          { field: 'latitude', text: raw('latitude') },
          problems,
        );
        if (itemList(cell('restrictions').toLowerCase(), ',').includes(hidden))
          problems.warn(
            'restrictions',
            cell('restrictions'),
            'hidden-in-source',
            t('atlos.expectedVisible'),
          );
        return convertedTo(record, problems, {
          id: cell('slug'),
          geometry: point,
          properties: {
            title,
            summary: title === text ? undefined : text,
            category: categories.use(itemList(cell('type'), ',')[0]),
            when: day && printDay(day),
            where: precisionOf(cell, problems),
            evidence: evidenceOf(cell, problems),
            sensitive: warningOf(cell),
            sources: sources.referAll(
              links
                .map(cell)
                .filter(isSafeAddress)
                .map((url) => ({ title: hostOf(url), url })),
            ),
            atlos: keptCells(columns, raw, carried, placedBy(point, 'longitude', 'latitude')),
          },
        });
      },
      story: () => ({ categories: categories.members(), sources: sources.members() }),
    };
  },
};

function dateOf(columns: readonly string[]): string {
  return columns.includes('date') ? 'date' : 'date_recorded';
}

function precisionOf(cell: Cell, problems: RowProblems) {
  const word = cell('geolocation_resolution');
  const known = resolution.get(word.toLowerCase());
  if (word !== '' && !known)
    problems.warn('geolocation_resolution', word, 'unknown-code', t('atlos.expectedPrecision'));
  return known;
}

function evidenceOf(cell: Cell, problems: RowProblems) {
  const word = cell('status');
  const known = status.get(word.toLowerCase());
  if (word !== '' && !status.has(word.toLowerCase()))
    problems.warn('status', word, 'unknown-code', t('atlos.expectedStatus'));
  return known;
}

/** The options in their own words. */
function warningOf(cell: Cell): string | undefined {
  const options = itemList(cell('sensitive'), ',').filter(
    (option) => option.toLowerCase() !== notSensitive,
  );
  return options.length > 0 ? options.join(', ') : undefined;
}
