/** What a story lost on its way through a format, and what the format said that it would. */
import { exportStory, outFormats, type Exported, type Loss } from '../../../src/formats/out';
import { readStory } from '../../../src/model/read/read';
import type { Event, Story } from '../../../src/model/event';
import { isObject } from '../../../src/model/read/members';
import { textInLanguage } from '../../../src/model/text';
import { imported, type Json } from '../import/importing';

/** What exports put into features and collections in their own words. */
const ADDED = /^(?:conformsTo|@context|time|@id|when|names|types|descriptions)$/;

export function exported(id: string, story: unknown, language?: string, only?: Set<number>): Exported {
  const format = outFormats.find((candidate) => candidate.id === id)!;
  return exportStory(format, story, readStory(story, 'story'), { language, only });
} // prettier-ignore

/** Differences between a story and what comes back, as `[field, records]`, sorted. */
export async function differences(story: Json, text: string): Promise<[string, number][]> {
  const back = (await imported(text)).story;
  const found = new Map<string, Set<number>>();
  const differ = (field: string, record: number) =>
    found.set(field, (found.get(field) ?? new Set()).add(record));
  const own = copy(story) as { features: Json[] };
  const shown = new Set(readStory(own, 'story').story!.events.map(({ record }) => record));
  for (const name of names(own, back))
    if (name !== 'features' && !isSame(get(own, name), get(back, name)) && !isAdded(own, back, name))
      differ(name, 0);
  const kept = own.features.filter((_, at) => shown.has(at + 1));
  for (const at of own.features.keys()) if (!shown.has(at + 1)) differ('record', at + 1);
  if (back.features.length !== kept.length) differ('count', 1);
  for (const [at, feature] of kept.entries()) {
    const other = back.features[at] ?? {};
    feature.geometry ??= null;
    feature.id ??= other.id;
    for (const name of names(feature, other))
      if (name !== 'properties' && !isSame(get(feature, name), get(other, name)) && !isAdded(feature, other, name))
        differ(name, at + 1);
    for (const name of names(feature.properties as Json, other.properties as Json))
      if (!isSame(get(feature.properties, name), get(other.properties, name)))
        differ(`properties.${name}`, at + 1);
  }
  const [meant, means] = [eventsOf(own), eventsOf(back)];
  for (const [at, event] of meant.entries())
    for (const name of names(event, means[at]!))
      if (!isSame(get(event, name), get(means[at], name)) && !found.get(`properties.${name}`)?.has(at + 1))
        differ(`event.${name}`, at + 1);
  return [...found].map(([field, records]): [string, number] => [field, records.has(0) ? 0 : records.size]).sort();
} // prettier-ignore

/** What is shown of a story: when, where and all else that its records mean. */
function eventsOf(story: unknown): Json[] {
  const { events, categories } = readStory(story, 'story').story!;
  return events.map(({ record: _, category, leftovers, ...event }) => ({
    ...event,
    category: categories[category],
    leftovers: leftovers && Object.fromEntries(leftovers),
  }));
} // prettier-ignore

/** The same of what was listed, by field: the largest number where a field is listed more than once. */
export function listed(losses: readonly Loss[]): [string, number][] {
  const fields = new Map<string, number>();
  for (const { field, records } of losses)
    fields.set(field, Math.max(fields.get(field) ?? 0, records));
  return [...fields].sort();
}

function names(...objects: Json[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object ?? {})))];
}

function get(object: unknown, name: string): unknown {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

function isAdded(own: Json, back: Json, name: string): boolean {
  const [before, after] = [get(own, name), get(back, name)];
  if (name === 'conformsTo' && Array.isArray(before) && Array.isArray(after))
    return isSame(before, after.slice(0, before.length));
  return ADDED.test(name) && (before ?? undefined) === undefined && after !== undefined;
}

function isSame(first: unknown, second: unknown): boolean {
  return sorted(first) === sorted(second);
}

/** As text, with the members of objects in order. */
function sorted(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    ) ?? ''
  );
} // prettier-ignore

function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Of a format that holds events and not their features: what each event means that comes back
 * otherwise and was not listed, or comes back equal and was. */
export async function changes(format: string, story: Json, language: string): Promise<string[]> {
  const own = readStory(story, 'story').story!;
  const wrong: string[] = [];
  for (const event of own.events) {
    const { text, losses } = exported(format, story, language, new Set([event.record]));
    const said = new Set(losses.filter(({ records }) => records > 0).map(({ field }) => field.replace(/^(properties\.\w+)\..*/, '$1')));
    if (said.has('record')) continue;
    const { story: back, problems } = await imported(text);
    if (format === 'ics') {
      const lost = losses.some(({ field }) => field === 'title');
      const kept = [textInLanguage(own.title, language, own.language), own.timeZone];
      if (isSame(kept, [back.title, back.timeZone ?? 'UTC']) === lost && typeof story.title === 'string')
        wrong.push(`title: ${sorted(kept)} -> ${sorted(back.title)}, ${lost ? 'listed' : 'not listed'}`);
    }
    if (back.features.length !== 1) {
      wrong.push(`${event.record} rejected: ${JSON.stringify(problems.map(({ message }) => message))}`);
      continue;
    }
    back.timeZone ??= own.timeZone;
    const [other] = readStory(back, 'story').story!.events;
    const feature = (story.features as Json[])[event.record - 1]!;
    const before = meaningOf(event, own, feature, language);
    const after = meaningOf(other!, readStory(back, 'story').story!, back.features[0]!, language);
    for (const [field, value] of Object.entries(before))
      if (isSame(value, after[field]) === said.has(field))
        wrong.push(`${event.record} ${field}: ${sorted(value)} -> ${sorted(after[field])}, ${said.has(field) ? 'listed' : 'not listed'}`);
  }
  return wrong;
} // prettier-ignore

function meaningOf(event: Event, { categories, language: own }: Story, feature: Json, language: string): Json {
  const { status, geometry, id, categoryLabel, category } = event;
  const label = categoryLabel ?? categories[category]!.label;
  const written = get(feature, 'properties') as Json;
  const { written: _, ...time } = event.time;
  return {
    id,
    geometry,
    'properties.title': written.title,
    'properties.summary': says(written.summary) ? written.summary : undefined,
    'properties.category':
      typeof written.category === 'string' && written.category !== ''
        ? textInLanguage(label, language, own)
        : says(written.category) ? written.category : undefined,
    'properties.when': time,
    'properties.where': saying(written.where),
    'properties.status': says(written.status) ? written.status : status,
    'properties.sources': says(written.sources) ? written.sources : [],
  };
} // prettier-ignore

/** An object without the members that say nothing. */
function saying(value: unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, member]) => says(member))) : says(value) ? value : {};
} // prettier-ignore

/** What a format that is not read back neither holds nor lists, and what it lists too often. */
export function unheld(format: string, story: Json): string[] {
  const { text, losses } = exported(format, story, 'en');
  // Lines of a calendar are cut.
  const whole = format === 'ics' ? text.replace(/\r\n /g, '') : text;
  const events = readStory(story, 'story').story!.events;
  const written = writtenIds(format, whole);
  const features = story.features as Json[];
  const wrong: string[] = [];
  const isListed = (path: string) =>
    losses.some(({ field }) => path === field || new RegExp(`^[.[]`).test(path.slice(field.length)) && path.startsWith(field));
  for (const [name, value] of Object.entries(story))
    if (name !== 'features' && name !== 'type')
      for (const [path, token] of tokens(value, name))
        if (!whole.includes(token) && !isListed(path)) wrong.push(`${path}: ${token}`);
  const ids = new Set(written);
  const out = events.filter(({ id }) => ids.has(id.trim()) || ids.has(id));
  for (const { record } of out)
    for (const [path, token] of tokens(features[record - 1], ''))
      if (!whole.includes(token) && !isListed(path)) wrong.push(`${record} ${path}: ${token}`);
  const counts = new Map(losses.map(({ field, records }) => [field, records]));
  const left = losses.filter(({ field }) => field === 'record').reduce((sum, { records }) => sum + records, 0);
  if (written.length + left !== features.length) wrong.push(`${written.length} written, ${left} listed`);
  if (format === 'json-feed') return wrong;
  for (const name of ['places', 'claims', 'figures', 'actors', 'links', 'media', 'evidence', 'sensitive', 'note', 'region']) {
    const having = out.filter(({ record }) => says(get(features[record - 1]!.properties, name))).length;
    if ((counts.get(`properties.${name}`) ?? 0) !== having) wrong.push(`${name}: ${having} have it`);
  }
  return wrong;
} // prettier-ignore

function writtenIds(format: string, text: string): string[] {
  if (format === 'ics')
    return [...text.matchAll(/^UID:(.*)@story\r$/gm)].map(([, id]) => id!.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'));
  const whole = JSON.parse(text) as { items?: Json[]; '@graph'?: Json[] };
  return (whole.items ?? whole['@graph']!).map(({ id, identifier }) => String(id ?? identifier));
} // prettier-ignore

/** Paths of texts with the part of each that no other has. */
function tokens(value: unknown, path: string): [path: string, token: string][] {
  if (typeof value === 'string') {
    const token = /t\d+\.|https:\/\/\S*?\/\d+/.exec(value)?.[0];
    return token === undefined ? [] : [[path, token]];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([name, part]) =>
    tokens(part, typeof name === 'number' ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`),
  );
} // prettier-ignore

function says(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
