/** GDELT's event files (https://www.gdeltproject.org/data.html): tabs between cells though they are
 * named .CSV, no header. Found and coded by machine, so that every record is a lead, not a finding. */
import { isSafeAddress } from '../../../model/safe-address';
import type { Converted, Format } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { keptCells } from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { hostOf, joinParts } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { SourceTable } from '../../shared/source-table';
import { printDay, readDay } from '../../shared/days';
import { RowProblems } from '../../table/row-problems';
import type { Cell } from '../../table/roles';
import { linesOf, type Line } from '../../text/lines';
import { countryOfFips } from './fips';
import { gdeltColumns, columnsV1, placeTypes, roots } from './codes';
import { t } from '../../../words/reading';

const note =
  'Found and coded by machine in news; nobody has checked it. Date, place and sides may be wrong.';
const area = ' The position is the middle of an area.';
const areas: ReadonlySet<string> = new Set(['1', '2', '5']);
const carried: ReadonlySet<string> = new Set(['GLOBALEVENTID', 'ActionGeo_Fullname']);

/** Every row is a record; those found in one article share its source. */
export const gdelt: Format = {
  id: 'gdelt',
  get label() {
    return t('format.gdelt');
  },
  detect({ text, whole }) {
    const lines = text.split('\n');
    if (!whole) lines.pop();
    const rows = lines.filter((line) => line.trim() !== '').slice(0, 20);
    return rows.length > 0 && rows.every(isEvent) ? 0.98 : 0;
  },
  async *records(text) {
    const reader = new Reader();
    yield [{ sources: reader.sources }];
    let record = 0;
    for await (const lines of linesOf(text)) yield lines.map((line) => reader.read(line, ++record));
    return {
      categories: reader.categories.members(),
      sources: reader.sources.members(),
      credit: 'GDELT Project, gdeltproject.org',
    };
  },
};

function isEvent(line: string): boolean {
  const cells = line.split('\t');
  const width = cells.length === gdeltColumns.length || cells.length === columnsV1.length;
  return width && /^\d+$/.test(cells[0]!) && /^\d{8}$/.test(cells[1]!) && /^\d{6}$/.test(cells[2]!);
}

class Reader {
  readonly categories = new UsedCategories();
  readonly sources = new SourceTable();

  read({ text, number }: Line, record: number): Converted {
    const cells = text.split('\t');
    const columns = cells.length === columnsV1.length ? columnsV1 : gdeltColumns;
    const problems = new RowProblems(record);
    if (cells.length !== columns.length) {
      const expected = t('gdelt.expectedCells', {
        count: gdeltColumns.length,
        version1: columnsV1.length,
      });
      problems.error(`line ${number}`, cells.length, 'column-count', expected);
      return { record, problems: problems.all };
    }
    const row = new Map(columns.map((column, at) => [column, cells[at]!.trim()]));
    const cell: Cell = (column) => row.get(column) ?? '';
    const [lng, lat] = ['ActionGeo_Long', 'ActionGeo_Lat'] as const;
    const type = cell('ActionGeo_Type');
    const point = pointOf(
      { field: lng, text: cell(lng) },
      { field: lat, text: cell(lat) },
      problems,
    );
    const day = readDay('SQLDATE', cell('SQLDATE'), problems, undefined);
    const kind = roots.get(cell('EventRootCode'));
    if (!kind)
      problems.warn(
        'EventRootCode',
        cell('EventRootCode'),
        'unknown-code',
        t('gdelt.expectedRootCode'),
      );
    return convertedTo(record, problems, {
      id: cell('GLOBALEVENTID'),
      geometry: point,
      properties: {
        title: titleOf(cell, kind),
        category: this.categories.use(kind),
        when: day && printDay(day),
        where: filledOr({
          name: cell('ActionGeo_Fullname'),
          precision: placeTypes.get(type),
          country: countryOfFips(cell('ActionGeo_CountryCode')),
        }),
        evidence: 'claimed',
        actors: ['Actor1', 'Actor2']
          .map((actor) => ({ name: cell(`${actor}Name`), role: actor.replace(/\d/, ' $&') }))
          .filter(({ name }) => name !== ''),
        sources: this.sources.referAll(sourcesOf(cell('SOURCEURL'))),
        note: areas.has(type) ? note + area : note,
        gdelt: keptCells(columns, cell, carried, placedBy(point, lng, lat)),
      },
    });
  }
}

function titleOf(cell: Cell, kind: string | undefined): string {
  const who = joinParts([cell('Actor1Name'), cell('Actor2Name')], ' – ');
  const what = kind ?? t('gdelt.cameoCode', { cell: cell('EventCode') });
  return joinParts([joinParts([who, what], ': '), cell('ActionGeo_Fullname')], ', ');
}

/** Older files have the name of a news service in place of an address. */
function sourcesOf(text: string) {
  if (text === '') return [];
  return [isSafeAddress(text) ? { title: hostOf(text), url: text } : { title: text }];
}
