/** CSV for spreadsheets (RFC 4180, with a byte order mark), one row an event. Its columns are those
 * of `formats/table/own`, by which the import reads everything back. */
import { isObject, member, type Members } from '../../model/read/members';
import { guarded } from '../table/formula';
import { isPlainText, isSame } from '../table/own/cells';
import {
  ownColumns,
  ownFigurePattern,
  further,
  jsonColumn,
  meaningOf,
  storyColumn,
} from '../table/own/columns';
import {
  flatSource,
  isReadable,
  printRow,
  translationsIn,
  type Printing,
} from '../table/own/print';
import { figuresIn } from '../table/own/properties';
import { t } from '../../words/reading';
import { notShown, type Losses, type OutFormat, type StoryToWrite, type OutRecord } from './format'; // prettier-ignore

/** A record that is an event, whose members can be told apart. */
type Shown = Required<OutRecord> & { readonly feature: Members };

/** As many as leave room for the others in what the import reads. */
const mostOwn = 2000;
/** The longest cell that the import reads, in characters. */
const longest = 4_000_000;

export const csvOut: OutFormat = {
  id: 'csv',
  get label() {
    return t('format.csv');
  },
  get about() {
    return t('out.csvUse');
  },
  extension: '.csv',
  mediaType: 'text/csv;charset=utf-8',
  *write(out, losses) {
    const rows = out.records.filter((record): record is Shown => {
      if (record.event) return true;
      losses.note(record, 'record', record.feature, notShown());
      return false;
    });
    const printing = printingOf(out, rows);
    const used = new Set<string>();
    const told = new Set<string>();
    for (const { feature, event } of rows) {
      const row = printRow(feature, event, printing);
      for (const column of row.cells.keys()) used.add(column);
      for (const id of row.told) told.add(id);
    }
    const columns = columnsOf(used);
    const story = storyCell(out, printing, told);
    if (rows.length === 0 || story.length > longest)
      for (const [name, value] of Object.entries(JSON.parse(story) as Members))
        losses.noteStory(name, value, rows.length === 0 ? noRow() : tooLong());
    yield `\ufeff${columns.map((name) => quoted(guarded(name))).join(',')}\r\n`;
    for (const [at, record] of rows.entries()) {
      const { cells } = printRow(record.feature, record.event, printing);
      if (at === 0 && story.length <= longest) cells.set(storyColumn, story);
      noteLosses(record, cells, columns, losses);
      yield `${columns.map((column) => printed(column, cells.get(column))).join(',')}\r\n`;
    }
  },
};

const figuresOrder = () => t('out.figuresInColumnOrder');
const noRow = () => t('out.noFirstRow');
const tooLong = () => t('out.cellTooLong', { longest: longest });

function printingOf({ story, root, language }: StoryToWrite, rows: readonly Shown[]): Printing {
  const textual = new Set<string>();
  const columned = new Set<string>();
  for (const { feature } of rows)
    for (const [name, value] of Object.entries(feature.properties as Members)) {
      if (isReadable(name)) continue;
      if (!columned.has(name) && columned.size < mostOwn) {
        columned.add(name);
        textual.add(name);
      }
      if (!isPlainText(value)) textual.delete(name);
    }
  const sources = member(root, 'sources');
  const categories = member(root, 'categories');
  const ids = (Array.isArray(categories) ? (categories as unknown[]) : []).flatMap((category) =>
    isObject(category) && typeof category.id === 'string' ? [category.id] : [],
  );
  const declared = isObject(sources) ? sources : {};
  return { story, language, declared, categories: new Set(ids), textual, columned };
}

/** Of all columns that some row fills: those that people read first, the story's own, then JSON. */
function columnsOf(used: ReadonlySet<string>): string[] {
  const columns: string[] = [...ownColumns];
  const putAfter = (before: string, column: string) =>
    columns.splice(columns.indexOf(before) + 1, 0, column);
  const after = new Map(further);
  for (const [column, before] of further) {
    let neighbour = before;
    while (!columns.includes(neighbour)) neighbour = after.get(neighbour)!;
    if (used.has(column)) putAfter(neighbour, column);
  }
  const figures = [...used].filter((column) => /^figures\./.test(column) && isOurs(column));
  columns.push(...figures);
  for (const [base, tags] of translationsIn([...used].filter(isOurs)))
    for (const column of [...tags.values()].reverse())
      if (!columns.includes(column)) putAfter(base, column);
  const others = [...used].filter((column) => !isOurs(column));
  const own = others.filter((column) => isOwn(column));
  return [...columns, storyColumn, ...own, ...others.filter((column) => !isOwn(column))];
} // prettier-ignore

function isOurs(column: string): boolean {
  return meaningOf(column).is === 'readable';
}

/** A property that is the story's own, be it text or not. */
function isOwn(column: string): boolean {
  const meaning = meaningOf(column);
  return meaning.is === 'own' || (meaning.is === 'json' && !isReadable(meaning.name));
}

/** What the story says of itself, but for sources that stand in the rows. */
function storyCell(
  { root }: StoryToWrite,
  { declared }: Printing,
  told: ReadonlySet<string>,
): string {
  const members = Object.entries(root).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'type' || name === 'features') return [];
    if (name !== 'sources' || !isObject(value)) return [[name, value]];
    const rest = Object.entries(declared).filter(
      ([id, source]) => !told.has(id) || !flatSource(source),
    );
    return rest.length > 0 || told.size === 0 ? [[name, Object.fromEntries(rest)]] : [];
  });
  return JSON.stringify(Object.fromEntries(members));
}

function noteLosses(
  record: Shown,
  cells: Map<string, string>,
  columns: readonly string[],
  losses: Losses,
): void {
  const { id, properties } = record.feature as { id: unknown; properties: Members };
  if (typeof id === 'number') losses.note(record, 'id', id, t('out.numericIds'));
  for (const [column, text] of cells) {
    if (text.length <= longest) continue;
    cells.delete(column);
    losses.note(record, column, text.slice(0, 200), tooLong());
  }
  const figures = member(properties, 'figures');
  if (!Array.isArray(figures) || cells.has(jsonColumn('figures'))) return;
  const order = columns.filter((column) => ownFigurePattern.test(column));
  if (!isSame(figures, figuresIn(cells, order, translationsIn(columns)) ?? []))
    losses.note(record, 'properties.figures', figures, figuresOrder());
} // prettier-ignore

/** Numbers are bare, so that a spreadsheet counts with them; of JSON too. */
function printed(column: string, cell: string | undefined): string {
  if (cell === undefined) return '';
  const meaning = meaningOf(column);
  const number =
    /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell) &&
    (meaning.is === 'json' || numbersPattern.test(column));
  return number ? cell : quoted(guarded(cell));
}

const numbersPattern = /^(?:lng|lat|height|where\.radius|figures\.[^]+\.(?:min|max|best))$/;

function quoted(text: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
