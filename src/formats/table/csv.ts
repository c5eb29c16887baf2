/** Any table with names of columns: their meaning is given by the user, or guessed and said. */
import type { Problem } from '../../model/event';
import type { Converted, Format } from '../format';
import { FormatError } from '../format';
import { readTableDate } from './dates';
import { readNumber } from './numbers';
import { setMember } from '../shared/feature';
import { hostColumns, notesOf, withRow } from './host';
import { closingNotes, missingNotes, openingNotes } from './notes';
import { cellsOf, openTable } from './open';
import { tableColumnsOf, factsOf, interpreterOf, TableLearner, type LearnedTable } from './learn';
import type { Interpreted, RowInterpreter } from './reader';
import type { Row } from './rows';
import { keptName } from './reserved';
import type { Cell } from './roles';
import { t } from '../../words/reading';

export const csv: Format = {
  id: 'csv',
  get label() {
    return t('format.table');
  },
  detect(head) {
    if (head.columns) return 0.3;
    return /^\s*[{[<]/.test(head.text) || hostColumns(head).length < 2 ? 0 : 0.3;
  },
  maps: () => true,
  columns: ({ learned }) => tableColumnsOf(learned as LearnedTable),
  async learn(text, options, again) {
    const { header, rows } = await openTable(text);
    const cells = cellsOf(header.columns);
    const learner = new TableLearner(header.columns, options, header.hashtags);
    for await (const piece of rows) for (const row of piece) learner.add(cells(row));
    const second = again && learner.again();
    if (second) {
      const { rows } = await openTable(await again());
      for await (const piece of rows) for (const row of piece) second.add(cells(row));
    }
    return { ...options, learned: (second ?? learner).learned() };
  },
  async *records(text, options) {
    const { header, rows } = await openTable(text);
    if (!header.hashtags) refuseData(header.columns);
    const learned = options.learned as LearnedTable;
    const interpreter = interpreterOf(learned, options);
    yield notesOf([
      ...header.notes,
      ...openingNotes(learned, interpreter, options),
      ...missingNotes(learned),
    ]);
    const fields = new Set(learned.roles.mapping.values());
    const mapped = header.columns.map((column) => fields.has(column));
    let record = 0;
    for await (const piece of rows) {
      yield readRows(piece, header.columns, mapped, interpreter, record);
      record += piece.length;
    }
    yield notesOf(closingNotes(learned, interpreter, options));
    return factsOf(learned);
  },
};

/** @param mapped For each column whether a field has it. */
function* readRows(
  rows: readonly Row[],
  columns: readonly string[],
  mapped: readonly boolean[],
  interpreter: RowInterpreter,
  before: number,
): Generator<Converted> {
  const cells = cellsOf(columns);
  let record = before;
  for (const row of rows) {
    const cell = cells(row);
    const read = interpreter.read(cell, ++record);
    yield withRow(converted(read, row, cell, record, columns, mapped), row, columns.length);
  }
}

function converted(
  { id, geometry, properties, carried, problems }: Interpreted,
  { values }: Row,
  cell: Cell,
  record: number,
  columns: readonly string[],
  mapped: readonly boolean[],
): Converted {
  const all: readonly Problem[] = problems.all;
  if (problems.failed) return { record, problems: all };
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at]!;
    const text = mapped[at] && carried.includes(column) ? '' : cell(column);
    if (text !== '') setMember(properties, keptName(column), values?.[at] ?? text);
  }
  const feature = { type: 'Feature', id, geometry: geometry ?? null, properties };
  return { record, feature, problems: all };
}

/** A first row of numbers and dates is no header, and its record would be lost. */
function refuseData(columns: readonly string[]): void {
  const data = columns.filter((column) => readNumber(column) !== undefined || isDate(column));
  if (data.length <= columns.length / 2) return;
  const shown = columns.slice(0, 4).join(', ');
  throw new FormatError(t('table.noHeader', { shown }));
}

function isDate(text: string): boolean {
  return 'date' in readTableDate(text);
}
