/** Reads foreign records written in a test, and judges them as an import does. */
import { expect } from 'vitest';
import type { Problem } from '../../../src/model/event';
import type { Members } from '../../../src/model/read/members';
import type {
  Converted,
  Format,
  FormatOptions,
  StoryFacts,
  TableFormat,
} from '../../../src/formats/format';
import { RecordValidator } from '../../../src/formats/import/validate-record';

export interface Read {
  readonly records: readonly Converted[];
  readonly facts: StoryFacts;
  readonly notes: readonly Problem[];
  /** What the model says of the accepted records and of the story. */
  readonly judged: readonly Problem[];
}

/** Rows given by the names of their columns; the others are empty. */
export function readTable(
  table: TableFormat,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  options: FormatOptions = {},
): Read {
  for (const row of rows)
    for (const name of Object.keys(row)) expect(columns, 'a column of the test').toContain(name);
  const reader = table.open(columns, options);
  const records = rows.map((row, at) =>
    reader.read((column) => (row[column] ?? '').trim(), at + 1),
  );
  return judge(records, reader.story(), reader.notes?.() ?? []);
}

/** A whole file as text, given in pieces of any size. */
export async function readText(
  format: Format,
  text: string,
  options: FormatOptions = {},
  size = text.length || 1,
): Promise<Read> {
  const learned = (await format.learn?.(pieces(text, size), options)) ?? options;
  const found = format.records(pieces(text, size), learned);
  const records: Converted[] = [];
  const notes: Problem[] = [];
  let step = await found.next();
  for (; !step.done; step = await found.next()) {
    for (const item of step.value) {
      if ('note' in item) notes.push(item.note);
      else if ('record' in item) records.push(item);
    }
  }
  return judge(records, step.value, notes);
}

/** The properties of a record's feature; it must have been accepted. */
export function propertiesOf({ records }: Read, record = 1): Members {
  const { feature, problems } = records[record - 1]!;
  expect(feature, JSON.stringify(problems)).toBeDefined();
  return feature!.properties as Members;
}

/** `severity code field` of every problem, of records and of the file. */
export function said({ records, notes }: Read): string[] {
  const all = [...records.flatMap(({ problems }) => problems), ...notes];
  return all.map(({ severity, code, field }) => `${severity} ${code} ${field}`);
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    await Promise.resolve();
    yield text.slice(at, at + size);
  }
}

/** Each record once and in order, with a feature or an error; what is accepted fits the model. */
function judge(records: readonly Converted[], facts: StoryFacts, notes: readonly Problem[]): Read {
  const validator = new RecordValidator({});
  const judged: Problem[] = [];
  records.forEach((converted, at) => {
    expect(converted.record).toBe(at + 1);
    const failed = converted.problems.some(({ severity }) => severity === 'error');
    expect(failed).toBe(converted.feature === undefined);
    const { problems } = validator.validate(converted);
    judged.push(...problems.slice(converted.problems.length));
  });
  for (const [name, value] of Object.entries(facts)) validator.member(name, value);
  judged.push(...validator.finish().problems.filter(({ code }) => code !== 'missing-title'));
  return { records, facts, notes, judged };
}
