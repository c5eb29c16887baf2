/** Looks through a JSON file once for lists of records, wherever they stand. */
import { isObject, type Members } from '../../../model/read/members';
import { FormatError } from '../../format';
import { readEntry } from '../geojson/entry';
import { sequencePieces } from '../geojson/sequence';
import { jsonPieces, Splitter } from '../geojson/split';
import { exactNumbers, valueAt, type JsonPlace } from './entries';
import { flattened } from './flatten';
import { isColumnList, matrixIn, named, type Matrix } from './matrix';
import { t } from '../../../words/reading';

/** A list of records, or an object of them. */
export interface RecordList extends JsonPlace {
  readonly records: number;
  /** As `flattened` names them, in the order of their first record. */
  readonly columns: readonly string[];
  /** Whether something in it looks like a date. */
  readonly dated: boolean;
  /** Where its rows are lists and their names stand apart. */
  readonly matrix?: Matrix;
  /** Its first record. */
  readonly first?: unknown;
  /** A column that has shapes, not points. */
  readonly shape?: string;
}

export interface JsonSurvey {
  readonly lists: readonly RecordList[];
  /** Members of the root that are no lists of records and not long, as they are. */
  readonly members: ReadonlyMap<string, unknown>;
  /** The list at the root that describes columns, where there is one. */
  readonly fields: readonly unknown[];
}

const mostColumns = 10_000;
/** In characters: longer members of the root are not kept. */
const longestMember = 100_000;
const deepestList = 12;
/** Entries of a list that may be names of columns. */
const mostNames = 2000;
/** Records in which dates are looked for. */
const dateSample = 50;

export async function surveyJson(text: AsyncIterable<string>, lines: boolean): Promise<JsonSurvey> {
  const lists: RecordList[] = [];
  const members = new Map<string, unknown>();
  let list = new ListSurvey([], lines);
  const surveys = [list];
  let names: Matrix | undefined;
  const pieces = lines ? sequencePieces(text) : jsonPieces(text, new Splitter(() => true));
  for await (const some of pieces) {
    for (const piece of some) {
      if (piece.kind === 'entry') {
        list.add(readEntry({ ...piece, text: exactNumbers(piece.text) }, 0).value);
        continue;
      }
      if (piece.kind === 'list') {
        surveys.push((list = new ListSurvey(piece.root ? [] : [piece.name], lines)));
        continue;
      }
      const { value } = readEntry(
        { kind: 'entry', text: exactNumbers(piece.text), depth: 0, line: 1 },
        0,
      );
      if (piece.text.length <= longestMember) members.set(piece.name, value);
      // Socrata's way to say what stands in the lists of "data".
      if (piece.name === 'meta') names = named(valueAt(value, ['view', 'columns']));
      search(value, [piece.name], lists);
    }
  }
  for (const survey of surveys) names ??= survey.names();
  const matrix = surveys.some((survey) => survey.arrays > 0) ? names : undefined;
  for (const survey of surveys) {
    const found = matrix && survey.names() ? undefined : survey.found(matrix);
    if (found) lists.push(found);
  }
  if (matrix) return { lists: lists.filter((found) => found.matrix), members, fields: [] };
  const fields = surveys.find((survey) => survey.names())?.start ?? [];
  return { lists, members, fields };
}

class ListSurvey {
  readonly #path: readonly string[];
  readonly #lines: boolean;
  readonly #columns = new Set<string>();
  readonly #nested: RecordList[] = [];
  readonly #rows: unknown[][] = [];
  /** Its first entries. */
  readonly start: unknown[] = [];
  arrays = 0;
  #entries = 0;
  #objects = 0;
  #dated = 0;
  #first: unknown;
  #shape: string | undefined;

  constructor(path: readonly string[], lines: boolean) {
    this.#path = path;
    this.#lines = lines;
  }

  add(value: unknown): void {
    const at = this.#entries++;
    if (at === 0) this.#first = value;
    if (at < mostNames) this.start.push(value);
    if (Array.isArray(value)) {
      if (++this.arrays <= dateSample) this.#rows.push(value as unknown[]);
      return;
    }
    if (!isObject(value)) return;
    // Data sets of a file that has several.
    if (this.#path[0] === 'datasets') search(value, [...this.#path, String(at)], this.#nested);
    let dated = false;
    for (const [name, { text, value: leaf }] of flattened(value)) {
      this.#columns.add(name);
      if (isShape(leaf)) this.#shape ??= name;
      if (this.#objects < dateSample) dated ||= text !== '' && looksDated(name, text);
    }
    if (dated) this.#dated++;
    if (++this.#objects > 0 && this.#columns.size > mostColumns)
      throw new FormatError(t('json.tooManyColumns', { most: mostColumns }));
  }

  /** The columns that its entries name, where it is a list of columns. */
  names(): Matrix | undefined {
    const [name = ''] = this.#path;
    return isColumnList(name) ? named(this.start) : undefined;
  }

  /** @param names What its rows have, where they are lists. */
  found(names?: Matrix): RecordList | undefined {
    if (this.#nested.length > 0) return best(this.#nested);
    const place = { path: this.#path, kind: 'list', lines: this.#lines || undefined } as const;
    if (this.arrays > this.#objects) {
      const matrix = names ?? matrixIn(this.#rows, undefined);
      const records = this.arrays - Number(matrix?.headed ?? false);
      return matrix && { ...place, ...matrixFacts(matrix, this.#rows), records };
    }
    if (this.#objects === 0 || this.#objects * 2 < this.#entries) return undefined;
    return {
      ...place,
      records: this.#entries,
      columns: [...this.#columns],
      dated: this.#dated > 0,
      first: this.#first,
      shape: this.#shape,
    };
  }
}

/** The list that is likeliest to be of events: one with dates, the longest of several. */
export function best(lists: readonly RecordList[]): RecordList | undefined {
  return [...lists].sort(
    (one, two) => Number(two.dated) - Number(one.dated) || two.records - one.records,
  )[0];
}

/** Adds the lists of records in a value; what lies within a record is its own. */
function search(value: unknown, path: readonly string[], lists: RecordList[]): void {
  if (path.length > deepestList) return;
  if (Array.isArray(value)) {
    const list = new ListSurvey(path, false);
    for (const entry of value as unknown[]) list.add(entry);
    const found = list.found();
    if (found) lists.push(found);
    return;
  }
  if (!isObject(value)) return;
  const matrix = matrixIn(undefined, value);
  if (matrix) {
    const rows = value[matrix.member!] as unknown[][];
    lists.push({
      path: [...path, matrix.member!],
      kind: 'list',
      records: rows.length,
      ...matrixFacts(matrix, rows.slice(0, dateSample)),
    });
    return;
  }
  const keyed = keyedList(value, path);
  if (keyed) {
    lists.push(keyed);
    return;
  }
  for (const name of Object.keys(value)) search(value[name], [...path, name], lists);
}

/** An object whose members are records alike, under keys of their own. */
export function keyedList(value: Members, path: readonly string[]): RecordList | undefined {
  const names = Object.keys(value);
  const records = names.map((name) => value[name]).filter(isObject);
  if (names.length < 2 || records.length < names.length) return undefined;
  const [first, second] = records.map((record) => new Set(Object.keys(record)));
  const common = [...first!].filter((name) => second!.has(name)).length;
  if (common < 2 || common * 2 < first!.size) return undefined;
  const list = new ListSurvey(path, false);
  for (const record of records) list.add(record);
  const found = list.found();
  // Without dates it is likelier a description of something.
  return found?.dated ? { ...found, kind: 'keyed' } : undefined;
}

function matrixFacts(matrix: Matrix, rows: readonly (readonly unknown[])[]) {
  const dated = rows.some((row) =>
    matrix.columns.some((name, at) => looksDated(name, String(row[at] ?? ''))),
  );
  const typed = matrix.types.indexOf('geojson');
  const shape = matrix.columns.find(
    (_, at) => at === typed || rows.some((row) => isShape(row[at])),
  );
  return { columns: matrix.columns, dated, matrix, first: rows[0], shape };
}

/** Whether a value is a geometry of GeoJSON that is no point, which a cell can hold. */
function isShape(value: unknown): boolean {
  if (!isObject(value) || value.type === 'Point') return false;
  return value.type === 'Feature' ? isObject(value.geometry) : Array.isArray(value.coordinates);
}

const dateName =
  /(?:^|[^a-z])(?:date|time|datetime|timestamp|year|when|start|day)(?:$|[^a-z])|(?:Date|Time|Year)\b|datum|fecha|дата/;
const dateText =
  /^\s*(?:-?\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} \p{L}{3,9} \d{4})(?!\d)/u;

export function looksDated(name: string, text: string): boolean {
  return dateText.test(text) || (dateName.test(name) && /\d/.test(text));
}
