/** Looks through a table once, to find what its columns are and what only the whole of it tells. */
import type { FormatOptions, StoryFacts } from '../format';
import { Amounts } from './amounts';
import { RowInterpreter } from './reader';
import { rolesOf, type Cell, type Roles } from './roles';
import { Survey, type Findings } from './survey';
import { TitleCells } from './titles';
import { WhenCells } from './when';
import { WhereCells } from './where';

/** Rows from which columns are guessed. */
const sample = 2000;

/** What a table is after it was looked through. */
export interface LearnedTable {
  readonly columns: readonly string[];
  readonly roles: Roles;
  readonly findings: Findings;
  readonly titles: TitleCells;
}

/** Looks through the rows of a table, or of anything that has named cells. */
export class TableLearner {
  readonly #options: FormatOptions;
  readonly #columns: readonly string[];
  readonly #hashtags: ReadonlyMap<string, string>;
  #sample: Cell[] = [];
  #record = 0;
  #open: { roles: Roles; survey: Survey; titles: TitleCells } | undefined;

  /** `hashtags` are those of HXL, by column. */
  constructor(
    columns: readonly string[],
    options: FormatOptions,
    hashtags: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#columns = columns;
    this.#hashtags = hashtags;
    this.#options = options;
  }

  add(cell: Cell): void {
    this.#record++;
    if (this.#open) {
      this.#open.survey.add(cell, this.#record);
      return;
    }
    this.#sample.push(cell);
    if (this.#sample.length === sample) this.#begin();
  }

  learned(): LearnedTable {
    const { roles, survey, titles } = this.#open ?? this.#begin();
    const findings = survey.findings();
    if (!findings.repeatedId || !roles.guessed.has('id'))
      return { columns: this.#columns, roles, findings, titles };
    // What was taken for an id is none, since two records share it.
    const mapping = new Map(roles.mapping);
    mapping.delete('id');
    return { columns: this.#columns, roles: { ...roles, mapping }, findings, titles };
  }

  #begin() {
    const roles = rolesOf(this.#columns, this.#sample, this.#options.map, this.#hashtags);
    const titles = new TitleCells(this.#columns, this.#sample, roles);
    const survey = new Survey(this.#columns, roles.mapping, this.#options);
    this.#sample.forEach((cell, at) => survey.add(cell, at + 1));
    this.#sample = [];
    this.#open = { roles, survey, titles };
    return this.#open;
  }
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
    },
    findings,
    options,
  );
}

/** What the story says of itself: its categories, in the order of their first record. */
export function factsOf({ roles, findings }: LearnedTable): StoryFacts {
  const { categories } = findings;
  if (!roles.mapping.has('category') || !categories?.length) return {};
  return { categories: categories.map((id) => ({ id, label: id })) };
}
