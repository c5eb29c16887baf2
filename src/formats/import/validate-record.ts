/** Which records become events of the story: the model's own reading decides, record by record. */
import { mostCategories } from '../../model/read/categories';
import { otherCategory } from '../../model/other-category';
import { againstAsOf } from '../../model/check/check';
import { duplicateOf, sameness } from '../../model/check/duplicates';
import type { Problem, Source } from '../../model/event';
import { reporter, shown, type Reporter, none } from '../../model/read/problems';
import { isObject, member, type Members } from '../../model/read/members';
import { idOf, readRecord, type Draft, type RecordContext } from '../../model/read/record';
import { readSource } from '../../model/read/sources';
import { readStoryMembers, type StoryMembers } from '../../model/read/story-members';
import { swapped, type Inside } from '../../model/check/swapped';
import type { Converted, SourceLookup } from '../format';
import { wrapped } from '../shared/wrapped';
import { SeenTexts } from '../table/seen-texts';
import { within180 } from '../table/where';
import { References } from './references';
import type { ImportedMembers, ImportedRecord, ImportProblem } from './types';
import { t } from '../../words/reading';

export interface ValidatedRecord {
  /** Nothing where the record is rejected. */
  readonly accepted?: AcceptedRecord;
  readonly problems: readonly ImportProblem[];
}

export interface AcceptedRecord extends ImportedRecord {
  /** The feature's JSON text, where the file has it or it was needed. */
  readonly text?: string;
}

/** Records that wait for an `asOf` which may stand after them. */
const mostWaiting = 10_000;

export class RecordValidator {
  readonly #root: Record<string, unknown> = Object.create(null);
  readonly #ids = new SeenTexts();
  /** Ids of records that were rejected. */
  readonly #lost = new SeenTexts();
  readonly #seen = new SeenTexts();
  readonly #references = new References();
  readonly #categories = new Set<string>();
  readonly #waiting: (Pick<Draft, 'id' | 'status' | 'time'> & { record: number })[] = [];
  readonly #inside: Inside | undefined;
  readonly #timeZone: string | undefined;
  /** Zones in which records were read. */
  readonly #zones = new Set<string>();
  #lookup: SourceLookup | undefined;
  #sources: SourcesInUse = new SourcesInUse(new Map(), undefined);
  #missedSource = false;
  #opened: { members?: StoryMembers; context: RecordContext } | undefined;

  constructor(options: { inside?: Inside; timeZone?: string }) {
    this.#inside = options.inside;
    this.#timeZone = options.timeZone;
  }

  /** A member of the story, as a value. */
  member(name: string, value: unknown): void {
    if (name !== 'features' && name !== 'type') this.#root[name] = value;
    this.#opened = undefined;
  }

  /** Sources that the story will declare after its records. */
  useSources(lookup: SourceLookup): void {
    this.#lookup = lookup;
    this.#opened = undefined;
  }

  /** Never throws over what is in a record.
   * @param damaged The file has U+FFFD somewhere: every record is looked through for it. */
  validate(converted: Converted, damaged = true): ValidatedRecord {
    const { record, feature, text, problems: found } = withinWorld(converted);
    const given = idOf(feature);
    const id = given ?? `record-${record}`;
    const problems: Problem[] = [...found];
    // A rejected record's id is taken too: in the file it stands for that one.
    const earlier = given === undefined ? undefined : this.#ids.add(given, record);
    let draft: Draft | undefined;
    if ((feature !== undefined || text !== undefined) && !found.some(isError)) {
      const report = reporter(problems, record);
      if (isObject(feature)) checkId(feature, id, earlier, text !== undefined, report);
      draft = readRecord(feature, id, record, this.#open().context, report);
    } else if (!found.some(isError)) {
      throw new Error(`record ${record} came neither with a feature nor with an error`);
    }
    if (draft && !problems.some(isError)) this.#checkDraft(draft, record, problems);
    const whole = draft && !problems.some(isError) ? draft : undefined;
    if (!whole && given !== undefined && earlier === undefined) this.#lost.add(given, record);
    let accepted: AcceptedRecord | undefined = whole && {
      draft: whole,
      ...withId(feature!, id, text),
    };
    if (accepted && damaged) {
      accepted = { ...accepted, text: accepted.text ?? JSON.stringify(accepted.feature) };
      if (accepted.text!.includes('\ufffd')) problems.push(unreadable(record, feature));
    }
    return {
      accepted,
      problems: problems.length === 0 ? none : this.#reported(problems, record, given),
    };
  }

  #reported(problems: readonly Problem[], record: number, id: string | undefined): ImportProblem[] {
    const reported: ImportProblem[] = [];
    for (const problem of problems) {
      const { severity, field, value, code, message } = problem;
      if (code === 'unknown-source') this.#missedSource = true;
      if (this.#references.keep(problem, record)) continue;
      reported.push({ severity, record, id, field, value: brief(value), code, message });
    }
    return reported;
  }

  /** The sources that records have named, of those that the story will declare after them. */
  laterSources(): Record<string, Members> | undefined {
    const lookup = this.#lookup;
    if (!lookup || this.#root.sources !== undefined) return undefined;
    const named = [...this.#sources.keys()].flatMap((id) => {
      const source = lookup.get(id);
      return source ? [[id, source] as const] : [];
    });
    return Object.fromEntries(named);
  }

  /** What the story's members would be if the records ended here.
   * @param title Where none has come. */
  soFar(title: string): ImportedMembers {
    const sources = this.laterSources();
    const root = { title, ...(sources && { sources }), ...this.#root };
    const whole = { ...root, type: 'FeatureCollection', features: [null] };
    const members = readStoryMembers(whole, reporter([], null))?.members;
    return { ...this.#imported(members), root };
  }

  /** After the last record: what is wrong with the story itself, and what only the whole tells. */
  finish(): { problems: ImportProblem[]; members: ImportedMembers } {
    const problems: ImportProblem[] = [];
    const found: Problem[] = [];
    const report = reporter(found, null);
    const root = { ...this.#root, type: 'FeatureCollection', features: [null] };
    const own = readStoryMembers(root, report)?.members;
    // Without a title of its own the rest is still looked at.
    const members = own ?? readStoryMembers({ ...root, title: '-' }, report)?.members;
    const declared = new Set(members?.categories.map(({ id }) => id));
    for (const id of declared) this.#count(id);
    if (this.#categories.size > mostCategories) {
      const message = t('import.tooManyCategories', { mostCategories: mostCategories });
      report.warn('categories', this.#categories.size, 'too-many-categories', message);
    }
    for (const problem of found)
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
    return { problems, members: this.#imported(own) };
  }

  #imported(members: StoryMembers | undefined): ImportedMembers {
    // Records keep the sources that they were read with.
    const sources = new Map<string, Source>();
    for (const [id, source] of members?.sources ?? [])
      sources.set(id, this.#sources.known(id) ?? source);
    const timeZone = members?.timeZone ?? 'UTC';
    const categories = new Set(members?.categories.map(({ id }) => id));
    const later = this.#missedSource && this.#sources.declared !== this.#root.sources;
    return {
      root: { ...this.#root },
      members: members && { ...members, sources },
      context: { timeZone, sources, categories },
      outdated: later || [...this.#zones].some((zone) => zone !== timeZone),
    };
  }

  /** The story as far as its members have come. */
  #open(): { members?: StoryMembers; context: RecordContext } {
    if (this.#opened) return this.#opened;
    const root = { ...this.#root, type: 'FeatureCollection', features: [null], title: '-' };
    const members = readStoryMembers(root, reporter([], null))?.members;
    const { sources: declared } = this.#root;
    if (this.#sources.declared !== declared || this.#sources.lookup !== this.#lookup)
      this.#sources = new SourcesInUse(members?.sources ?? [], declared, this.#lookup);
    const context = {
      timeZone: this.#timeZone ?? members?.timeZone ?? 'UTC',
      sources: this.#sources,
      categories: new Set(members?.categories.map(({ id }) => id)),
    };
    this.#zones.add(context.timeZone);
    return (this.#opened = { members, context });
  }

  #count(category: string): void {
    if (category !== otherCategory && this.#categories.size <= mostCategories)
      this.#categories.add(category);
  }

  #isEvent(id: string): boolean {
    return this.#ids.get(id) !== undefined && this.#lost.get(id) === undefined;
  }

  #checkDraft(draft: Draft, record: number, problems: Problem[]): void {
    const { id, status, time, category, links } = draft;
    const same = sameness(draft);
    const earlier = this.#seen.add(same.text, record, same.numbers);
    if (earlier !== undefined) problems.push(duplicateOf(draft, `record ${earlier}`));
    const fault = this.#inside && swapped(draft, this.#inside);
    if (fault) problems.push(fault);
    if (category !== undefined) this.#count(category);
    const { members, context } = this.#open();
    // Where none is declared yet, some may be after the records.
    if (category !== undefined && context.categories.size === 0)
      this.#references.add('unknown-category', category, record, 'properties.category');
    if (members?.asOf) problems.push(...againstAsOf([draft], members.asOf));
    else if (this.#waiting.length < mostWaiting) this.#waiting.push({ id, status, time, record });
    for (const { event } of links) {
      if (event !== id && this.#isEvent(event)) continue;
      const about = { severity: 'warning', record, field: 'properties.links' } as const;
      const message = t('import.brokenLink', { event: shown(event) });
      const code = event === id ? 'self-link' : 'unknown-event';
      problems.push({ ...about, value: event, code, message });
    }
  }
}

/** The sources that records name by id: those declared before them, and those that their format
 * gathers on the way. */
class SourcesInUse extends Map<string, Source> {
  /** What the story's `sources` was when this was made. */
  readonly declared: unknown;
  readonly lookup: SourceLookup | undefined;

  constructor(
    sources: Iterable<readonly [string, Source]> = [],
    declared?: unknown,
    lookup?: SourceLookup,
  ) {
    super(sources);
    this.declared = declared;
    this.lookup = lookup;
  }

  /** The source, where a record has named it or it is declared. */
  known(id: string): Source | undefined {
    return super.get(id);
  }

  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  override get(id: string): Source | undefined {
    const known = super.get(id);
    if (known) return known;
    const members = this.lookup?.get(id);
    const source = members && readSource(members, `sources.${id}`, reporter([], null));
    if (source) this.set(id, source);
    return source;
  }
}

function checkId(
  feature: Members,
  id: string,
  earlier: number | undefined,
  native: boolean,
  report: Reporter,
): void {
  const came = member(feature, 'id');
  if (earlier !== undefined) {
    const message = t('import.duplicateId', { id: shown(id), earlier });
    report.error('id', id, 'duplicate-id', message);
  } else if (native && typeof came !== 'object' && idOf(feature) === undefined) {
    const message =
      came === undefined
        ? t('record.missingId', { id })
        : t('record.badId', { value: shown(came), id });
    const code = came === undefined ? 'missing-id' : 'bad-id';
    report.warn('id', came, code, message);
  }
}

function unreadable(record: number, feature: unknown): Problem {
  const [field, value] = lostIn(feature, '') ?? ['record', '\ufffd'];
  const message = t('import.lostCharacter', { field });
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

/** The same, with longitudes beyond 180 degrees counted on around the globe, and a warning. */
function withinWorld(converted: Converted): Converted {
  const { record, feature, problems } = converted;
  const found = isObject(feature) ? wrapped(member(feature, 'geometry')) : undefined;
  if (!found) return converted;
  const changed = { ...(feature as Members), geometry: found.geometry };
  const text = converted.text === undefined ? undefined : JSON.stringify(changed);
  const expected = t('expected.longitudeWrapped', { wrapped: String(within180(found.first)) });
  const field = 'geometry.coordinates';
  const message = t('problem.expected', { field, value: String(found.first), expected });
  const said: Problem = { severity: 'warning', record, field, value: found.first, code: 'wrapped-longitude', message }; // prettier-ignore
  return { record, feature: changed, text, problems: [...problems, said] };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** The record with its id; in its own text that comes before its members. */
function withId(
  feature: Members,
  id: string,
  text: string | undefined,
): { feature: Members; text?: string } {
  if (idOf(feature) !== undefined) return { feature, text };
  if (text === undefined) return { feature: { ...feature, id } };
  if (Object.hasOwn(feature, 'id')) return { feature, text };
  return {
    feature: { id, ...feature },
    text: `{"id":${JSON.stringify(id)},${text.slice(text.indexOf('{') + 1)}`,
  };
}

/** A value as a report keeps it: whole where it is short. */
function brief(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 500 ? `${value.slice(0, 500)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length > 500 ? `${text.slice(0, 500)}…` : value;
}
