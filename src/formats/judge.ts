/** Which records become events of the story: the model's own reading decides, record by record. */
import { duplicateOf, sameness } from '../model/duplicates';
import type { Problem } from '../model/event';
import { isObject, member, reporter, shown, type Members } from '../model/problems';
import { idOf, readRecord, type Draft, type Setting } from '../model/record';
import { readStoryMembers } from '../model/story-members';
import { swapped, type Inside } from '../model/swapped';
import type { Converted } from './format';
import { SeenTexts } from './seen';

export interface ImportProblem extends Problem {
  readonly record: number | null;
  /** The record's id, where it has one of its own. */
  readonly id?: string;
}

export interface Verdict {
  /** The feature's JSON text; nothing where the record is rejected. */
  readonly text?: string;
  readonly problems: readonly ImportProblem[];
}

/** Something the story may say only after its records: an id, where it first came up, how often. */
interface Reference {
  readonly record: number;
  readonly field: string;
  count: number;
}

const REFERENCES = ['unknown-source', 'unknown-category', 'unknown-event'] as const;
type ReferenceCode = (typeof REFERENCES)[number];
/** Different ids of which it is said that they are unknown. */
const MOST_REFERENCES = 1000;

export class Judge {
  readonly #told: Record<string, unknown> = Object.create(null);
  readonly #ids = new SeenTexts();
  readonly #seen = new SeenTexts();
  readonly #references: Record<ReferenceCode, Map<string, Reference>> = {
    'unknown-source': new Map(),
    'unknown-category': new Map(),
    'unknown-event': new Map(),
  };
  readonly #inside: Inside | undefined;
  readonly #timeZone: string | undefined;
  #setting: Setting | undefined;

  constructor(options: { inside?: Inside; timeZone?: string }) {
    this.#inside = options.inside;
    this.#timeZone = options.timeZone;
  }

  /** A member of the story, as a value. */
  tell(name: string, value: unknown): void {
    if (name !== 'features' && name !== 'type') this.#told[name] = value;
    this.#setting = undefined;
  }

  /** Never throws over what is in a record. */
  judge({ record, feature, text, problems: found }: Converted): Verdict {
    const given = idOf(feature);
    const id = given ?? `record-${record}`;
    const problems: Problem[] = [...found];
    let draft: Draft | undefined;
    if ((feature !== undefined || text !== undefined) && !found.some(isError)) {
      const report = reporter(problems, record);
      if (isObject(feature)) this.#checkId(feature, given, id, text !== undefined, report);
      if (report.errors === 0) draft = readRecord(feature, id, record, this.#settings(), report);
    } else if (!found.some(isError)) {
      throw new Error(`record ${record} came neither with a feature nor with an error`);
    }
    if (draft) {
      if (given !== undefined) this.#ids.add(given, record);
      this.#checkDraft(draft, record, problems);
    }
    const said = problems.filter((problem) => !this.#isReference(problem, record));
    const accepted = draft && !problems.some(isError);
    return {
      text: accepted ? textOf(feature!, text, given, id) : undefined,
      problems: said.map((problem) => ({
        ...problem,
        value: brief(problem.value),
        record,
        id: given,
      })),
    };
  }

  /** After the last record: what is wrong with the story itself, and what its records name in vain. */
  end(): ImportProblem[] {
    const problems: Problem[] = [];
    const report = reporter(problems, null);
    const root = { ...this.#told, type: 'FeatureCollection', features: [null] };
    // Without a title of its own the rest is still looked at.
    const opened =
      readStoryMembers(root, report) ?? readStoryMembers({ ...root, title: '-' }, report);
    const members = opened?.members;
    const categories = new Set(members?.categories.map(({ id }) => id));
    const known: Record<ReferenceCode, (id: string) => boolean> = {
      'unknown-source': (id) => members?.sources.has(id) ?? false,
      'unknown-category': (id) => categories.size === 0 || categories.has(id),
      'unknown-event': (id) => this.#ids.get(id) !== undefined || /^record-\d+$/.test(id),
    };
    for (const code of REFERENCES) {
      for (const [id, { record, field, count }] of this.#references[code]) {
        if (known[code](id)) continue;
        const kind = code.slice('unknown-'.length);
        const times = count > 1 ? `, named ${count} times, first in record ${record}` : '';
        const message = `${field} is ${shown(id)}${times}; expected a ${kind} of the story.`;
        problems.push({ severity: 'warning', record, field, value: id, code, message });
      }
    }
    return problems.map((problem) => ({
      ...problem,
      value: brief(problem.value),
      record: typeof problem.record === 'number' ? problem.record : null,
    }));
  }

  #settings(): Setting {
    if (this.#setting) return this.#setting;
    const root = { title: 'x', ...this.#told, type: 'FeatureCollection', features: [null] };
    const members = readStoryMembers(root, reporter([], null))?.members;
    this.#setting = {
      timeZone: this.#timeZone ?? members?.timeZone ?? 'UTC',
      sources: members?.sources ?? new Map(),
      categories: new Set(members?.categories.map(({ id }) => id)),
    };
    return this.#setting;
  }

  #checkId(
    feature: Members,
    given: string | undefined,
    id: string,
    native: boolean,
    report: ReturnType<typeof reporter>,
  ): void {
    const earlier = given === undefined ? undefined : this.#ids.get(given);
    if (earlier !== undefined) {
      const message = `The id ${shown(given)} is that of record ${earlier}; expected one of its own.`;
      report.error('id', given, 'duplicate-id', message);
    } else if (given === undefined && native && typeof member(feature, 'id') !== 'object') {
      const came = member(feature, 'id');
      const what = came === undefined ? 'has no id' : `has the id ${shown(came)}`;
      const code = came === undefined ? 'missing-id' : 'bad-id';
      report.warn('id', came, code, `The record ${what}; expected text. It goes by "${id}".`);
    }
  }

  #checkDraft(draft: Draft, record: number, problems: Problem[]): void {
    const earlier = this.#seen.add(sameness(draft), record);
    if (earlier !== undefined)
      problems.push({ ...duplicateOf(draft, `record ${earlier}`), record });
    const fault = this.#inside && swapped(draft, this.#inside);
    if (fault) problems.push({ ...fault, record });
    for (const link of draft.links) {
      if (link.event !== draft.id && this.#ids.get(link.event) !== undefined) continue;
      const about = { severity: 'warning', record, field: 'properties.links' } as const;
      const message = `A link leads to ${shown(link.event)}; expected another event of the story.`;
      const code = link.event === draft.id ? 'self-link' : 'unknown-event';
      problems.push({ ...about, value: link.event, code, message });
    }
  }

  /** Keeps what can only be judged when the whole story is known. */
  #isReference({ code, value, field }: Problem, record: number): boolean {
    if (!isReferenceCode(code) || typeof value !== 'string') return false;
    const references = this.#references[code];
    const known = references.get(value);
    if (known) known.count++;
    else if (references.size < MOST_REFERENCES) references.set(value, { record, field, count: 1 });
    return true;
  }
}

function isReferenceCode(code: string): code is ReferenceCode {
  return (REFERENCES as readonly string[]).includes(code);
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** A record's own text gets an id put before its members, where it has none. */
function textOf(feature: Members, text: string | undefined, given: string | undefined, id: string) {
  if (text === undefined) {
    return JSON.stringify(given === undefined ? { ...feature, id } : feature);
  }
  if (given !== undefined || Object.hasOwn(feature, 'id')) return text;
  const rest = text.slice(text.indexOf('{') + 1);
  return `{"id":${JSON.stringify(id)},${rest}`;
}

/** A value as a report keeps it: whole where it is short. */
function brief(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 500 ? `${value.slice(0, 500)}…` : value;
  if (Array.isArray(value) || isObject(value)) return shortText(value);
  return value;
}

function shortText(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text.length > 500 ? `${text.slice(0, 500)}…` : value;
}
