/** Which records become events of the story: the model's own reading decides, record by record. */
import { MOST_CATEGORIES } from '../../model/read/categories';
import { againstAsOf } from '../../model/check/check';
import { duplicateOf, sameness } from '../../model/check/duplicates';
import type { Problem } from '../../model/event';
import { isObject, member, reporter, shown, type Members } from '../../model/read/problems';
import { idOf, readRecord, type Draft, type RecordContext } from '../../model/read/record';
import { readStoryMembers, type StoryMembers } from '../../model/read/story-members';
import { swapped, type Inside } from '../../model/check/swapped';
import type { Converted } from '../format';
import { References } from './references';
import { SeenTexts } from '../table/seen-texts';

export interface ImportProblem extends Problem {
  readonly record: number | null;
  /** The record's id, where it has one of its own. */
  readonly id?: string;
}

export interface ValidatedRecord {
  /** The feature's JSON text; nothing where the record is rejected. */
  readonly text?: string;
  readonly problems: readonly ImportProblem[];
}

/** Records that wait for an `asOf` which may stand after them. */
const MOST_WAITING = 10_000;

export class RecordValidator {
  readonly #told: Record<string, unknown> = Object.create(null);
  readonly #ids = new SeenTexts();
  /** Ids of records that were rejected. */
  readonly #lost = new SeenTexts();
  readonly #seen = new SeenTexts();
  readonly #references = new References();
  readonly #categories = new Set<string>();
  readonly #waiting: (Pick<Draft, 'id' | 'status' | 'time'> & { record: number })[] = [];
  readonly #inside: Inside | undefined;
  readonly #timeZone: string | undefined;
  #opened: { members?: StoryMembers; setting: RecordContext } | undefined;

  constructor(options: { inside?: Inside; timeZone?: string }) {
    this.#inside = options.inside;
    this.#timeZone = options.timeZone;
  }

  /** A member of the story, as a value. */
  tell(name: string, value: unknown): void {
    if (name !== 'features' && name !== 'type') this.#told[name] = value;
    this.#opened = undefined;
  }

  /** Never throws over what is in a record. */
  judge({ record, feature, text, problems: found }: Converted): ValidatedRecord {
    const given = idOf(feature);
    const id = given ?? `record-${record}`;
    const problems: Problem[] = [...found];
    let draft: Draft | undefined;
    if ((feature !== undefined || text !== undefined) && !found.some(isError)) {
      const report = reporter(problems, record);
      if (isObject(feature)) this.#checkId(feature, id, text !== undefined, report);
      draft = readRecord(feature, id, record, this.#open().setting, report);
    } else if (!found.some(isError)) {
      throw new Error(`record ${record} came neither with a feature nor with an error`);
    }
    // A rejected record's id is taken too: in the file it stands for that one.
    if (given !== undefined) this.#ids.add(given, record);
    if (draft && !problems.some(isError)) this.#checkDraft(draft, record, problems);
    const accepted = draft !== undefined && !problems.some(isError);
    if (!accepted && given !== undefined && this.#ids.get(given) === record)
      this.#lost.add(given, record);
    const written = accepted ? textOf(feature!, text, id) : undefined;
    if (written?.includes('\ufffd')) problems.push(unreadable(record, feature));
    return {
      text: written,
      problems: problems
        .filter((problem) => !this.#references.keep(problem, record))
        .map((problem) => ({ ...problem, value: brief(problem.value), record, id: given })),
    };
  }

  /** After the last record: what is wrong with the story itself, and what only the whole tells. */
  end(): ImportProblem[] {
    const problems: ImportProblem[] = [];
    const said: Problem[] = [];
    const report = reporter(said, null);
    const root = { ...this.#told, type: 'FeatureCollection', features: [null] };
    // Without a title of its own the rest is still looked at.
    const opened =
      readStoryMembers(root, report) ?? readStoryMembers({ ...root, title: '-' }, report);
    const members = opened?.members;
    const declared = new Set(members?.categories.map(({ id }) => id));
    for (const id of declared)
      if (this.#categories.size <= MOST_CATEGORIES) this.#categories.add(id);
    if (this.#categories.size > MOST_CATEGORIES) {
      const message = `The story has more than ${MOST_CATEGORIES} categories; only so many can be shown, so the last ones share "Other".`;
      report.warn('categories', this.#categories.size, 'too-many-categories', message);
    }
    for (const problem of said)
      problems.push({ ...problem, record: null, value: brief(problem.value) });
    problems.push(
      ...this.#references.problems({
        'unknown-source': (id) => members?.sources.has(id) ?? false,
        'unknown-category': (id) => declared.size === 0 || declared.has(id),
        'unknown-event': (id) => this.#isEvent(id) || /^record-\d+$/.test(id),
      }),
    );
    for (const { record, ...waiting } of members?.asOf ? this.#waiting : [])
      for (const problem of againstAsOf([waiting], members!.asOf))
        problems.push({ ...problem, record, id: waiting.id });
    return problems;
  }

  /** The story as far as it is told. */
  #open(): { members?: StoryMembers; setting: RecordContext } {
    if (this.#opened) return this.#opened;
    const root = { ...this.#told, type: 'FeatureCollection', features: [null], title: '-' };
    const members = readStoryMembers(root, reporter([], null))?.members;
    const setting = {
      timeZone: this.#timeZone ?? members?.timeZone ?? 'UTC',
      sources: members?.sources ?? new Map(),
      categories: new Set(members?.categories.map(({ id }) => id)),
    };
    return (this.#opened = { members, setting });
  }

  #isEvent(id: string): boolean {
    return this.#ids.get(id) !== undefined && this.#lost.get(id) === undefined;
  }

  #checkId(
    feature: Members,
    id: string,
    native: boolean,
    report: ReturnType<typeof reporter>,
  ): void {
    const given = idOf(feature);
    const earlier = given === undefined ? undefined : this.#ids.get(given);
    const came = member(feature, 'id');
    if (earlier !== undefined) {
      const message = `The id ${shown(given)} is that of record ${earlier}; expected one of its own.`;
      report.error('id', given, 'duplicate-id', message);
    } else if (given === undefined && native && typeof came !== 'object') {
      const what = came === undefined ? 'has no id' : `has the id ${shown(came)}`;
      const code = came === undefined ? 'missing-id' : 'bad-id';
      report.warn('id', came, code, `The record ${what}; expected text. It goes by "${id}".`);
    }
  }

  #checkDraft(draft: Draft, record: number, problems: Problem[]): void {
    const { id, status, time, category, links } = draft;
    const earlier = this.#seen.add(sameness(draft), record);
    if (earlier !== undefined) problems.push(duplicateOf(draft, `record ${earlier}`));
    const fault = this.#inside && swapped(draft, this.#inside);
    if (fault) problems.push(fault);
    if (category !== undefined && this.#categories.size <= MOST_CATEGORIES)
      this.#categories.add(category);
    const { members, setting } = this.#open();
    // Where none is declared yet, some may be after the records.
    if (category !== undefined && setting.categories.size === 0)
      this.#references.add('unknown-category', category, record, 'properties.category');
    if (members?.asOf) problems.push(...againstAsOf([draft], members.asOf));
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push({ id, status, time, record });
    for (const { event } of links) {
      if (event !== id && this.#isEvent(event)) continue;
      const about = { severity: 'warning', record, field: 'properties.links' } as const;
      const message = `A link leads to ${shown(event)}; expected another event of the story.`;
      const code = event === id ? 'self-link' : 'unknown-event';
      problems.push({ ...about, value: event, code, message });
    }
  }
}

function unreadable(record: number, feature: unknown): Problem {
  const [field, value] = lostIn(feature, '') ?? ['record', '\ufffd'];
  const message = `${field} has U+FFFD, which stands for a character that was lost before; look again.`;
  return { severity: 'warning', record, field, value, code: 'lost-character', message };
}

/** The path of the first text or name that has lost a character. */
function lostIn(value: unknown, path: string): [path: string, value: string] | undefined {
  if (typeof value === 'string') return value.includes('\ufffd') ? [path, value] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const field = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    const found = name.includes('\ufffd') ? ([field, name] as [string, string]) : lostIn(part, field);
    if (found) return found;
  }
  return undefined;
} // prettier-ignore

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** A record's own text gets an id put before its members, where it has none. */
function textOf(feature: Members, text: string | undefined, id: string): string {
  const given = idOf(feature) !== undefined || Object.hasOwn(feature, 'id');
  if (text === undefined)
    return JSON.stringify(idOf(feature) === undefined ? { ...feature, id } : feature);
  if (given) return text;
  return `{"id":${JSON.stringify(id)},${text.slice(text.indexOf('{') + 1)}`;
}

/** A value as a report keeps it: whole where it is short. */
function brief(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 500 ? `${value.slice(0, 500)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length > 500 ? `${text.slice(0, 500)}…` : value;
}
