/** GDELT's event files (https://www.gdeltproject.org/data.html): tabs between cells though they are
 * named .CSV, no header. Found and coded by machine, so that every record is a lead, not a finding. */
import { isSafeAddress } from '../../../model/safe-address';
import type { Converted, Format, StoryFacts, TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { countOf, keptCells, lackingNote, needColumns, textCells } from '../../shared/columns';
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
    return reader.facts();
  },
};

/** The same with a row of names, as BigQuery exports it, whatever columns were chosen. */
export const gdeltTable: TableFormat = {
  id: 'gdelt',
  get label() {
    return t('format.gdeltTable');
  },
  fits: (columns) => (columns.includes('SQLDATE') && countOf(columns, telling) >= 2 ? 0.98 : 0),
  open(columns) {
    needColumns('GDELT', columns, ['SQLDATE']);
    const reader = new Reader();
    return {
      sources: reader.sources,
      read: (cell, record) => reader.convert(cell, columns, record, new RowProblems(record)),
      story: () => reader.facts(),
      notes: () => lackingNote('GDELT', columns, usual),
    };
  },
};

/** No other table with an SQLDATE has two of them. */
const telling = [
  'GLOBALEVENTID', 'EventRootCode', 'EventCode', 'EventBaseCode', 'QuadClass', 'GoldsteinScale', 'AvgTone', 'NumMentions', 'Actor1Name',
  'Actor2Name', 'Actor1Code', 'Actor2Code', 'ActionGeo_Type', 'ActionGeo_Lat', 'ActionGeo_Long', 'ActionGeo_Fullname', 'SOURCEURL', 'DATEADDED',
]; // prettier-ignore
/** Without them something of an event is not known. */
const usual = [
  'GLOBALEVENTID',
  'EventRootCode',
  'ActionGeo_Type',
  'ActionGeo_Lat',
  'ActionGeo_Long',
];

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
    const row = new Map<string, string>(columns.map((column, at) => [column, cells[at]!.trim()]));
    return this.convert((column) => row.get(column) ?? '', columns, record, problems);
  }

  facts(): StoryFacts {
    return {
      categories: this.categories.members(),
      sources: this.sources.members(),
      credit: 'GDELT Project, gdeltproject.org',
    };
  }

  convert(raw: Cell, columns: readonly string[], record: number, problems: RowProblems): Converted {
    const cell = textCells(raw);
    const [lng, lat] = ['ActionGeo_Long', 'ActionGeo_Lat'] as const;
    const type = cell('ActionGeo_Type');
    const point = pointOf({ field: lng, text: raw(lng) }, { field: lat, text: raw(lat) }, problems);
    const day = readDay('SQLDATE', raw('SQLDATE'), problems, {});
    const kind = roots.get(cell('EventRootCode'));
    if (!kind && columns.includes('EventRootCode'))
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
        gdelt: keptCells(columns, raw, carried, placedBy(point, lng, lat)),
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
