/** A table that a story was written in (`formats/out/csv.ts`): its columns say what they hold, so
 * that nothing is guessed. Columns somebody added are properties. */
import { isEdtf } from '../../../model/edtf';
import { isObject, type Members } from '../../../model/read/members';
import type { Converted, Format, FormatOptions } from '../../format';
import { unguarded } from '../formula';
import { csv } from '../csv';
import { printTableDate, readTableDate } from '../dates';
import type { DateWays } from '../table-date';
import { hostColumns, notesOf, withRow } from '../host';
import { readNumber } from '../numbers';
import { openTable } from '../open';
import { RowProblems } from '../row-problems';
import type { Row } from '../rows';
import { isSame, readValue } from './cells';
import { meaningOf, storyColumn } from './columns';
import { translationsIn } from './print';
import {
  actorsIn,
  figuresIn,
  sourcesIn,
  textProperty,
  timeIn,
  whereIn,
  type Cells,
  type Translations,
} from './properties';
import { StoryCells } from './story';
import { t } from '../../../words/reading';

export const ownTable: Format = {
  id: 'csv',
  get label() {
    return t('format.csvStory');
  },
  detect: (head) => (hostColumns(head).includes(storyColumn) ? 1 : 0),
  maps: ({ map }) => map !== undefined && map.size > 0,
  async learn(text, options) {
    // Who maps columns wants them read as those of any table.
    if (options.map?.size) return csv.learn!(text, options);
    const { header, rows } = await openTable(text);
    const learned = new StoryCells(translationsIn(header.columns));
    let record = 0;
    for await (const piece of rows)
      for (const row of piece) learned.add(cellsIn(row, header.columns), ++record);
    return { ...options, learned };
  },
  async *records(text, options) {
    if (options.map?.size) return yield* csv.records(text, options);
    const { header, rows } = await openTable(text);
    const learned = options.learned as StoryCells;
    const members = learned.members();
    yield notesOf([...header.notes, ...learned.notes]);
    yield Object.entries(members).map(([member, value]) => ({
      member,
      text: JSON.stringify(value),
    }));
    const reader = new OwnRows(header.columns, options);
    let record = 0;
    for await (const piece of rows)
      yield piece.map((row) => withRow(reader.read(row, ++record), row, header.columns.length));
    return {};
  },
};

/** Texts are not trimmed: a story has them as they are. */
function cellsIn({ cells }: Row, columns: readonly string[]): Cells {
  const found = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const text = unguarded(cells[at] ?? '');
    if (text !== '') found.set(column, text);
  }
  return found;
}

const textColumns = ['title', 'summary', 'sensitive', 'note'] as const;

class OwnRows {
  readonly #columns: readonly string[];
  readonly #ways: DateWays;
  readonly #translations: Translations;

  constructor(columns: readonly string[], { dayOrder, century }: FormatOptions) {
    this.#columns = columns;
    this.#ways = { order: dayOrder, century };
    this.#translations = translationsIn(columns);
  }

  read(row: Row, record: number): Converted {
    const problems = new RowProblems(record);
    const cells = cellsIn(row, this.#columns);
    const properties = this.#properties(cells, problems);
    const feature: Record<string, unknown> = { type: 'Feature', id: cells.get('id') };
    const time = cells.get('time');
    if (time !== undefined) feature.time = timeIn(time);
    feature.geometry = geometryIn(cells, problems);
    feature.properties = properties;
    for (const [column, text] of cells) {
      const meaning = meaningOf(column);
      if (meaning.is !== 'feature') continue;
      const value = readValue(text);
      if (meaning.name === 'properties' && isObject(value)) Object.assign(properties, value);
      else define(feature, meaning.name, value);
    }
    this.#checkTexts(cells, properties, problems);
    if (problems.failed) return { record, problems: problems.all };
    if (feature.id === undefined) delete feature.id;
    return { record, feature, problems: problems.all };
  }

  #properties(cells: Cells, problems: RowProblems): Record<string, unknown> {
    const properties: Record<string, unknown> = {};
    const put = (name: string, value: unknown) => {
      if (value !== undefined) properties[name] = value;
    };
    for (const name of textColumns) put(name, textProperty(cells, name, this.#translations));
    for (const name of ['category', 'status', 'evidence']) put(name, cells.get(name));
    put('when', this.#when(cells.get('when'), problems));
    const where = whereIn(cells, this.#translations);
    put('where', Object.keys(where).length > 0 ? where : undefined);
    put('actors', actorsIn(cells));
    put('figures', figuresIn(cells, this.#columns, this.#translations));
    put(
      'sources',
      sourcesIn(cells)?.map(({ id, source }) => id ?? source),
    );
    for (const [column, text] of cells) {
      const meaning = meaningOf(column);
      if (meaning.is === 'own') define(properties, meaning.name, text);
      if (meaning.is !== 'json') continue;
      const value = readValue(text);
      const rest = meaning.name === 'where' && isObject(value) && isObject(properties.where);
      define(properties, meaning.name, rest ? { ...(properties.where as Members), ...value } : value);
    } // prettier-ignore
    return properties;
  }

  /** EDTF; a date in a form that spreadsheets turn it into, where it can mean one only. */
  #when(text: string | undefined, problems: RowProblems): string | undefined {
    if (text === undefined || isEdtf(text)) return text;
    const reading = readTableDate(text, this.#ways);
    if ('date' in reading) return printTableDate(reading.date);
    problems.error('when', text, reading.fault, reading.expected);
    return undefined;
  }

  /** Of a text in several languages one is shown besides; whoever changed that alone is told. */
  #checkTexts(cells: Cells, properties: Members, problems: RowProblems): void {
    for (const name of textColumns) {
      const [shownText, texts] = [cells.get(name), properties[name]];
      if (shownText === undefined || typeof texts !== 'object' || texts === null) continue;
      if (!Object.values(texts).some((text) => isSame(text, shownText)))
        problems.warn(name, shownText, 'differs-from-languages', t('table.expectedTranslation', { name }));
    } // prettier-ignore
  }
}

/** Never a position of which half is missing or can't be read. */
function geometryIn(cells: Cells, problems: RowProblems): unknown {
  const shape = cells.get('geometry');
  if (shape !== undefined) return readValue(shape);
  const texts = ['lng', 'lat', 'height'].map((column) => cells.get(column)?.trim() ?? '');
  if (texts.every((text) => text === '')) return null;
  const numbers = texts.map(readNumber);
  for (const [at, column] of ['lng', 'lat', 'height'].entries())
    if (numbers[at] === undefined && (at < 2 || texts[at] !== ''))
      problems.error(column, texts[at], 'bad-position', t('table.expectedNumber'));
  return { type: 'Point', coordinates: texts[2] === '' ? numbers.slice(0, 2) : numbers };
}

/** Any name, `__proto__` included. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
} // prettier-ignore
