/**
 * GeoJSON: stories, JSON-FG, Linked Places and any other, as a collection, a list, a single feature
 * or a text sequence. A record that is already one of a story is written as it stands.
 */
import { t } from '../../../words/reading';
import { isObject, member, type Members } from '../../../model/read/members';
import { isText } from '../../../model/text';
import type {
  Converted,
  Format,
  FormatOptions,
  FileHead,
  FormatItem,
  StoryFacts,
  TableFormat,
} from '../../format';
import { notesOf } from '../../table/host';
import {
  tableColumnsOf,
  factsOf,
  interpreterOf,
  TableLearner,
  type LearnedTable,
} from '../../table/learn';
import { closingNotes, openingNotes } from '../../table/notes';
import type { RowInterpreter } from '../../table/reader';
import { adapted, cellsOfFeature, isPlaced, fromTable, type OpenedTable } from './adapt';
import { readEntry } from './entry';
import { Root } from './root';
import { sequencePieces } from './sequence';
import { jsonPieces, type EntryPiece, type JsonPiece } from './split';

type Cut = (text: AsyncIterable<string>) => AsyncGenerator<JsonPiece[]>;

/** How its records are read: as they stand, by a known table's columns, or by guessed ones. */
type Learned =
  | { readonly way: 'story' }
  | { readonly way: 'table'; readonly table: TableFormat; readonly columns: readonly string[] }
  | { readonly way: 'guess'; readonly learned: LearnedTable };

/** Features by which it is decided whether a file was made for a story. */
const sampleSize = 1000;
const mostColumns = 2000;

/** `tables` are the formats whose columns its properties may be. */
export function geojson(tables: readonly TableFormat[]): Format {
  return formatOf('geojson', () => 'GeoJSON', detectCollection, jsonPieces, tables);
}

export function geojsonSequence(tables: readonly TableFormat[]): Format {
  return formatOf(
    'geojsonl',
    () => t('format.geojsonSequence'),
    detectSequence,
    sequencePieces,
    tables,
  );
}

/** Story files only, of which nothing is guessed. Not found by itself. */
export const storyFile: Format = formatOf(
  'story',
  () => t('format.storyFile'),
  () => 0,
  jsonPieces,
  [],
  (_, options) => Promise.resolve({ ...options, learned: { way: 'story' } }),
);

function formatOf(
  id: string,
  label: () => string,
  detect: (head: FileHead) => number,
  cut: Cut,
  tables: readonly TableFormat[],
  learnAs?: Format['learn'],
): Format {
  return {
    id,
    get label() {
      return label();
    },
    detect,
    learn:
      learnAs ??
      (async (text, options, again) => ({
        ...options,
        learned: await learn(cut(text), options, tables, again && (async () => cut(await again()))),
      })),
    maps: ({ learned }) => (learned as Learned).way === 'guess',
    columns({ learned }) {
      const way = learned as Learned;
      return way.way === 'guess' ? tableColumnsOf(way.learned) : undefined;
    },
    records: (text, options) => records(cut(text), options),
  };
}

async function* records(
  pieces: AsyncGenerator<JsonPiece[]>,
  options: FormatOptions,
): AsyncGenerator<Iterable<FormatItem>, StoryFacts> {
  const way = options.learned as Learned;
  const root = new Root(way.way === 'story');
  const interpreter = way.way === 'guess' ? interpreterOf(way.learned, options) : undefined;
  const table = way.way === 'table' ? opened(way.table, way.columns, options) : undefined;
  if (way.way === 'guess') yield notesOf(openingNotes(way.learned, interpreter!, options));
  if (table?.reader.sources) yield [{ sources: table.reader.sources }];
  let record = 0;
  const items = function* (pieces: readonly JsonPiece[]): Generator<FormatItem> {
    for (const piece of pieces) {
      if (piece.kind === 'entry') yield convert(piece, ++record, interpreter, table);
      else yield* root.take(piece);
    }
  };
  for await (const some of pieces) yield items(some);
  yield items(root.end());
  if (way.way === 'guess') {
    yield notesOf(closingNotes(way.learned, interpreter!, options));
    return root.declares('categories') ? {} : factsOf(way.learned);
  }
  yield notesOf(table?.reader.notes?.() ?? []);
  return table?.reader.story() ?? {};
}

function opened(table: TableFormat, columns: readonly string[], options: FormatOptions) {
  const reader = table.open(columns, options);
  return { id: table.id, columns: new Set(columns), reader };
}

function convert(
  piece: EntryPiece,
  record: number,
  interpreter: RowInterpreter | undefined,
  table: OpenedTable | undefined,
): Converted {
  const { value, problem } = readEntry(piece, record);
  if (problem) return { record, problems: [problem] };
  const feature = value as Members;
  const foreign = interpreter || table;
  // What is no feature is for the model to name.
  const sound = isObject(value) && value.type === 'Feature' && hasProperties(value);
  if (!foreign || !sound) return { record, feature, text: piece.text, problems: [] };
  return table
    ? fromTable(feature, table, record)
    : adapted(feature, piece.text, record, interpreter!);
}

async function learn(
  pieces: AsyncGenerator<JsonPiece[]>,
  options: FormatOptions,
  tables: readonly TableFormat[],
  again?: () => Promise<AsyncGenerator<JsonPiece[]>>,
): Promise<Learned> {
  let sample: unknown[] | undefined = [];
  let learner: TableLearner | undefined;
  let table: Learned | undefined;
  const decide = () => {
    const features = sample!.filter(isObject);
    sample = undefined;
    const columns = columnsOf(features);
    const found = tables.find(({ fits }) => fits([...columns, 'latitude', 'longitude']) >= 0.9);
    if (features.some(isOfStory) || features.length === 0) table = { way: 'story' };
    else if (found && !options.map?.size)
      table = { way: 'table', table: found, columns: [...columns, 'latitude', 'longitude'] };
    else learner = new TableLearner(columns, options);
    for (const feature of features) learner?.add(cellsOfFeature(feature), isPlaced(feature));
  };
  const root = new Root(false);
  const take = (piece: EntryPiece) => {
    const { value } = readEntry(piece, 0);
    if (sample) sample.push(value);
    else learner?.add(cellsOfFeature(value), isPlaced(value));
    if (sample?.length === sampleSize) decide();
  };
  for await (const some of pieces) {
    for (const piece of some) {
      if (piece.kind === 'entry') take(piece);
      else for (const item of root.take(piece)) void item;
    }
    if (table) return table;
  }
  for (const entry of root.end()) take(entry);
  if (sample) decide();
  if (table) return table;
  const second = again && learner!.again();
  if (second)
    for await (const some of await again())
      for (const piece of some)
        if (piece.kind === 'entry') {
          const { value } = readEntry(piece, 0);
          second.add(cellsOfFeature(value), isPlaced(value));
        }
  return { way: 'guess', learned: (second ?? learner!).learned() };
}

function columnsOf(features: readonly Members[]): string[] {
  const columns = new Set<string>();
  for (const feature of features) {
    const properties = member(feature, 'properties');
    if (!isObject(properties)) continue;
    for (const name of Object.keys(properties)) if (columns.size < mostColumns) columns.add(name);
  }
  return [...columns];
}

function hasProperties(feature: Members): boolean {
  const properties = member(feature, 'properties');
  return properties === undefined || isObject(properties);
}

/** Whether a feature has what a story can't do without: a title and a date where it looks for them. */
function isOfStory(feature: Members): boolean {
  const properties = member(feature, 'properties');
  if (!isObject(properties) || !isText(member(properties, 'title'))) return false;
  return member(feature, 'time') !== undefined || typeof member(properties, 'when') === 'string';
}

function detectCollection({ text }: FileHead): number {
  if (!/^\s*[{[]/.test(text)) return 0;
  if (/"type"\s*:\s*"(FeatureCollection|Feature)"/i.test(text)) return 0.9;
  if (/"type"\s*:\s*"(Multi)?(Point|LineString|Polygon)"|"GeometryCollection"/.test(text))
    return 0.6;
  try {
    JSON.parse(text);
    return 0;
  } catch {
    // Broken JSON is told as such by whoever reads it.
    return 0.05;
  }
}

function detectSequence({ text, whole }: FileHead): number {
  if (/^\s*\x1e\s*\{/.test(text)) return 0.95; // eslint-disable-line no-control-regex
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 && !whole) return 0;
  const [first, second] = lines;
  if (!first || !second?.trimStart().startsWith('{')) return 0;
  try {
    const value: unknown = JSON.parse(first);
    return isObject(value) && value.type === 'Feature' ? 0.95 : 0;
  } catch {
    return 0;
  }
}
