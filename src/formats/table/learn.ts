/** Looks through a table once, to find what its columns are and what only the whole of it tells. */
import type { FormatOptions, StoryFacts, TableColumns } from '../format';
import { Amounts } from './amounts';
import { RowInterpreter } from './reader';
import { PlaceNameCells } from './place-names';
import { rolesOf, type Cell, type Roles } from './roles';
import { Survey, type Findings } from './survey';
import { TitleCells } from './titles';
import { WhenCells } from './when';
import { WhereCells } from './where';

/** Rows from which columns are guessed at first. */
const sample = 2000;
/** Filled cells of a column that are looked for beyond them, where it has fewer there. */
const fewFilled = 20;

/** Rows that a page shows, and characters of a cell. */
const shownRows = 5;
const shownCell = 120;

/** What a table is after it was looked through. */
export interface LearnedTable {
  readonly columns: readonly string[];
  readonly roles: Roles;
  readonly findings: Findings;
  readonly titles: TitleCells;
  /** The first rows, for those who choose what columns mean. */
  readonly rows: readonly (readonly string[])[];
}

interface OpenSurvey {
  readonly roles: Roles;
  readonly survey: Survey;
  readonly titles: TitleCells;
  readonly places: PlaceNameCells | undefined;
}

/** Looks through the rows of a table, or of anything that has named cells. Columns are guessed by the
 * first rows, and judged again by rows of the whole file at its end. */
export class TableLearner {
  readonly #options: FormatOptions;
  readonly #columns: readonly string[];
  readonly #hashtags: ReadonlyMap<string, string>;
  #sample: Cell[] = [];
  /** Records of the sample that have a position outside their cells, from 0. */
  readonly #placed = new Set<number>();
  #record = 0;
  readonly #first: (readonly string[])[] = [];
  #open: OpenSurvey | undefined;
  #spread: SpreadRows;

  /** `hashtags` are those of HXL, by column. */
  constructor(
    columns: readonly string[],
    options: FormatOptions,
    hashtags: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#columns = columns;
    this.#hashtags = hashtags;
    this.#options = options;
    this.#spread = new SpreadRows(columns);
  }

  /** @param placed The record has a position outside its cells. */
  add(cell: Cell, placed = false): void {
    this.#record++;
    if (this.#record <= shownRows)
      this.#first.push(this.#columns.map((column) => cell(column).slice(0, shownCell)));
    if (this.#open) {
      this.#open.survey.add(cell, this.#record);
      this.#spread.add(cell);
      this.#open.places?.gather(cell, placed);
      return;
    }
    if (placed) this.#placed.add(this.#sample.length);
    this.#sample.push(cell);
    if (this.#sample.length === sample) this.#begin();
  }

  /** A learner that has to see all rows again, where they tell of other columns than the first ones
   * did; nothing where they don't. */
  again(): TableLearner | undefined {
    if (!this.#open || this.#record <= sample) return undefined;
    const rows = this.#spread.rows;
    const roles = this.#rolesBy(rows);
    if (isSameMapping(roles.mapping, this.#open.roles.mapping)) return undefined;
    const learner = new TableLearner(this.#columns, this.#options, this.#hashtags);
    learner.#open = learner.#opened(roles, rows);
    return learner;
  }

  learned(): LearnedTable {
    const { roles, survey, titles } = this.#open ?? this.#begin();
    const findings = survey.findings();
    const mapping = new Map(roles.mapping);
    // What was taken for an id is none where two records share it.
    if (findings.repeatedId && roles.guessed.has('id')) mapping.delete('id');
    const settled = { ...roles, mapping };
    return { columns: this.#columns, roles: settled, findings, titles, rows: this.#first };
  }

  #begin(): OpenSurvey {
    const open = this.#opened(this.#rolesBy(this.#sample), this.#sample);
    this.#sample.forEach((cell, at) => open.survey.add(cell, at + 1));
    this.#sample.forEach((cell, at) => open.places?.gather(cell, this.#placed.has(at)));
    this.#spread.begin(this.#sample);
    this.#sample = [];
    this.#open = open;
    return open;
  }

  #rolesBy(rows: readonly Cell[]): Roles {
    return rolesOf(this.#columns, rows, this.#options.map, this.#hashtags);
  }

  #opened(roles: Roles, rows: readonly Cell[]): OpenSurvey {
    const titles = new TitleCells(this.#columns, rows, roles);
    const survey = new Survey(this.#columns, roles.mapping, this.#options);
    return { roles, survey, titles, places: placesIn(roles, this.#options) };
  }
}

/** Rows from all over a file, evenly, and some for each column that is seldom filled. */
class SpreadRows {
  readonly #columns: readonly string[];
  #even: Cell[] = [];
  /** Every so many rows one is kept. */
  #step = 1;
  #since = 0;
  readonly #seldom: Cell[] = [];
  /** Columns with few filled cells so far, and how many. */
  readonly #empty = new Map<string, number>();

  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  begin(rows: readonly Cell[]): void {
    this.#even = [...rows];
    for (const column of this.#columns) {
      let filled = 0;
      for (const cell of rows) if (cell(column) !== '' && ++filled === fewFilled) break;
      if (filled < fewFilled) this.#empty.set(column, filled);
    }
  }

  add(cell: Cell): void {
    if (++this.#since >= this.#step) {
      this.#since = 0;
      this.#even.push(this.#kept(cell));
      if (this.#even.length >= 2 * sample) {
        this.#even = this.#even.filter((_, at) => at % 2 === 0);
        this.#step *= 2;
      }
    }
    for (const [column, filled] of this.#empty) {
      if (cell(column) === '') continue;
      this.#seldom.push(this.#kept(cell));
      if (filled + 1 < fewFilled) this.#empty.set(column, filled + 1);
      else this.#empty.delete(column);
    }
  }

  get rows(): readonly Cell[] {
    return [...this.#even, ...this.#seldom];
  }

  /** A row of texts of its own: a cell that was cut from the file keeps a whole piece of it. */
  #kept(cell: Cell): Cell {
    const texts = JSON.parse(JSON.stringify(this.#columns.map(cell))) as string[];
    const columns = this.#columns;
    return (column) => texts[columns.indexOf(column)] ?? '';
  }
}

/** But for ids, which every row is looked through for. */
function isSameMapping(one: Roles['mapping'], two: Roles['mapping']): boolean {
  const listed = (mapping: Roles['mapping']) =>
    [...mapping]
      .filter(([field]) => field !== 'id')
      .map((entry) => entry.join('\n'))
      .sort();
  return listed(one).join('\n\n') === listed(two).join('\n\n');
}

/** What a page shows of a table for its columns to be chosen. */
export function tableColumnsOf({ columns, rows, roles }: LearnedTable): TableColumns {
  return { columns, rows, mapping: Object.fromEntries(roles.mapping) };
}

export function interpreterOf(learned: LearnedTable, options: FormatOptions): RowInterpreter {
  const { roles, findings, titles } = learned;
  const { mapping } = roles;
  return new RowInterpreter(
    roles,
    {
      titles,
      when: new WhenCells(roles, findings, options),
      where: new WhereCells(mapping, findings),
      amounts: new Amounts(mapping, findings, options),
      places: placesIn(roles, options),
    },
    findings,
    options,
  );
}

/** A story's own table has no places but those that it says. */
function placesIn(
  { mapping, own }: Roles,
  { geocoding }: FormatOptions,
): PlaceNameCells | undefined {
  const named = mapping.has('where.name') || mapping.has('where.region');
  return geocoding && named && !own ? new PlaceNameCells(mapping, geocoding) : undefined;
}

/** What the story says of itself: its categories, in the order of their first record. */
export function factsOf({ roles, findings }: LearnedTable): StoryFacts {
  const { categories } = findings;
  if (!roles.mapping.has('category') || !categories?.length) return {};
  return { categories: categories.map((id) => ({ id, label: id })) };
}
