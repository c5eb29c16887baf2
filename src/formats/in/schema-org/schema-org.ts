/** Events of schema.org as JSON-LD (https://schema.org/Event): a list, a graph, or one event. */
import { isSafeAddress } from '../../../model/safe-address';
import { isEdtf } from '../../../model/edtf';
import { isObject, type Members } from '../../../model/read/members';
import { FormatError, type Converted, type Format } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { convertedTo, filledOr, setMember } from '../../shared/feature';
import { hostOf } from '../../shared/headline';
import { pointOf } from '../../shared/position';
import { wholeJson } from '../../shared/whole-json';
import { note } from '../../table/header';
import { notesOf } from '../../table/host';
import { RowProblems } from '../../table/row-problems';
import { spanFrom, timeFrom } from '../../xml/times';
import { t } from '../../../words/reading';

const typePattern = '(?:[^"]*[:/])?(?:[A-Za-z]*Event|Festival|Hackathon|CourseInstance)';
const eventPattern = new RegExp(`^${typePattern}$`);
const headPattern = new RegExp(`"@type"\\s*:\\s*(?:\\[[^\\]]{0,300})?"${typePattern}"`);

export const schemaOrg: Format = {
  id: 'json-ld',
  get label() {
    return t('format.jsonLd');
  },
  detect({ text }) {
    const isLinked = /^\s*[{[]/.test(text) && /"@context"\s*:[^\]}]{0,300}schema\.org/.test(text);
    return isLinked && headPattern.test(text) ? 0.97 : 0;
  },
  async *records(text) {
    const nodes = nodesIn(await wholeJson(text));
    const events = nodes.filter(isEvent) as Members[];
    if (events.length === 0) throw new FormatError(t('schemaOrg.noEvents'));
    const categories = new UsedCategories();
    for (const [at, event] of events.entries()) yield [read(event, at + 1, categories)];
    const count = nodes.length - events.length;
    if (count > 0)
      yield notesOf([note('@type', 'other-nodes', t('schemaOrg.otherNodes', { count }), count)]);
    return { categories: categories.members() };
  },
};

/** What stands in a list, a graph or an `ItemList`; else the value itself. */
function nodesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isObject(value) || isEvent(value)) return [value];
  const list = value['@graph'] ?? value.itemListElement;
  if (list !== undefined) return nodesIn(list);
  return isObject(value.item) ? nodesIn(value.item) : [value];
}

function isEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  const type = value['@type'];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && eventPattern.test(name));
}

const statuses: ReadonlyMap<string, string> = new Map([
  ['EventScheduled', 'scheduled'],
  ['EventPostponed', 'postponed'],
  ['EventRescheduled', 'rescheduled'],
  ['EventCancelled', 'cancelled'],
]);

function read(node: Members, record: number, categories: UsedCategories): Converted {
  const problems = new RowProblems(record);
  const rest = new Rest(node);
  const id = rest.take('identifier', scalar) ?? rest.take('@id', scalar);
  const title = rest.take('name', textOf);
  if (title === undefined)
    problems.error('name', rest.get('name') ?? '', 'missing-title', t('expected.recordTitle'));
  const [begin, end] = ['startDate', 'endDate'].map((name) => rest.take(name, scalar) ?? '');
  const location = locationOf(rest, problems);
  const keyword = rest.take('keywords', (value) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list.length === 1 ? scalar(list[0]) : undefined;
  });
  const status = rest.take('eventStatus', (value) =>
    statuses.get(String(value).replace(/^.*[/:]/, '')),
  );
  const citations = rest.take('citation', sourcesOf);
  const page = rest.take('url', (value) =>
    isSafeAddress(value) ? [{ title: hostOf(value), url: value }] : undefined,
  );
  return convertedTo(record, problems, {
    id,
    geometry: location.geometry,
    properties: {
      title,
      summary: rest.take('description', textOf),
      category: categories.use(keyword),
      when: whenOf(begin!, end!, rest.get('startDate') ?? '', problems),
      where: filledOr(location.where),
      status,
      sources: [...(citations ?? []), ...(page ?? [])],
      'json-ld': rest.members(),
    },
  });
}

/** Dates are those of ISO 8601, whose year 0 is one; others are read as cells of a table are. */
function whenOf(
  begin: string,
  end: string,
  came: unknown,
  problems: RowProblems,
): string | undefined {
  if (begin === '' && end === '') {
    problems.error('startDate', came, 'missing-date', t('expected.day'));
    return undefined;
  }
  const sides = end === '' ? [begin] : [begin || '..', end];
  const when = [...new Set(sides)].join('/');
  if (sides.every((side) => side === '..' || isoPattern.test(side)) && isEdtf(when)) return when;
  if (sides.length === 1 || begin === end) return timeFrom(begin, 'startDate', problems);
  return spanFrom(begin, end, begin === '' ? 'endDate' : 'startDate', problems);
}

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/** The members of a node; those that nothing takes whole are kept as they came. */
class Rest {
  readonly #members = new Map<string, unknown>();

  constructor(node: Members) {
    for (const [name, value] of Object.entries(node)) this.#members.set(name, value);
    this.#members.delete('@context');
    if (node['@type'] === 'Event') this.#members.delete('@type');
  }

  get(name: string): unknown {
    return this.#members.get(name);
  }

  /** What is made of a member, which is then taken; nothing where it can't be made whole. */
  take<Made>(name: string, make: (value: unknown) => Made | undefined): Made | undefined {
    const value = this.#members.get(name);
    const made = value === undefined || value === null ? undefined : make(value);
    if (made !== undefined && made !== '') this.#members.delete(name);
    return made === '' ? undefined : made;
  }

  put(name: string, value: unknown): void {
    this.#members.set(name, value);
  }

  members(): Members | undefined {
    const members: Record<string, unknown> = {};
    for (const [name, value] of this.#members) setMember(members, name, value);
    return filledOr(members);
  }
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A text, or one for each language (`@value` with `@language`). */
function textOf(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((entry) => (isObject(entry) ? [entry['@language'], entry['@value']] : []));
  const sound = texts.every(([tag, text]) => typeof tag === 'string' && typeof text === 'string');
  return sound && texts.length > 0
    ? (Object.fromEntries(texts as [string, string][]) as unknown)
    : undefined;
} // prettier-ignore

/** The first place by name, country and position; what else the location says stays. */
function locationOf(rest: Rest, problems: RowProblems) {
  const value = rest.get('location');
  if (typeof value === 'string')
    return { geometry: null, where: { name: rest.take('location', textOf) } };
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const main = list.find((entry) => isObject(entry) && entry['@type'] !== 'VirtualLocation');
  if (!isObject(main)) return { geometry: null, where: {} };
  const place = new Rest(main);
  if (main['@type'] === 'Place') place.take('@type', scalar);
  const address = place.take('address', countryIn);
  const { geo } = main;
  const [lng, lat] = ['longitude', 'latitude'].map((name) =>
    isObject(geo) ? (scalar(geo[name]) ?? '') : '',
  );
  const geometry = pointOf(
    { field: 'location.geo.longitude', text: lng! },
    { field: 'location.geo.latitude', text: lat! },
    problems,
  );
  if (geometry && isObject(geo) && othersIn(geo, /^(?:@type|longitude|latitude)$/) === 0)
    place.take('geo', () => true);
  const where = { name: place.take('name', textOf), country: address ?? countryOf(main.address) };
  const left = place.members();
  const others = list.filter((entry) => entry !== main);
  rest.take('location', () => true);
  if (others.length > 0) rest.put('location', left ? [left, ...others] : others);
  else if (left) rest.put('location', left);
  return { geometry, where };
}

/** The country of an address that says nothing else. */
function countryIn(address: unknown): string | undefined {
  const isAll = isObject(address) && othersIn(address, /^(?:@type|addressCountry)$/) === 0;
  return isAll ? countryOf(address) : undefined;
}

/** ISO 3166-1 alpha-2; other names of countries stay as they came. */
function countryOf(address: unknown): string | undefined {
  const country = isObject(address) ? address.addressCountry : undefined;
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : undefined;
}

function othersIn(members: Members, held: RegExp): number {
  return Object.keys(members).filter((name) => !held.test(name)).length;
}

const worksPattern = /^(?:@type|name|url|publisher|datePublished)$/;

/** Works with a title or an address; nothing where one has more, so that all stay as they came. */
function sourcesOf(value: unknown): Members[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const sources = list.map((work) => {
    if (!isObject(work) || othersIn(work, worksPattern) > 0) return undefined;
    const { publisher, url, datePublished } = work;
    if (isObject(publisher) && othersIn(publisher, /^(?:@type|name)$/) > 0) return undefined;
    if (url !== undefined && !isSafeAddress(url)) return undefined;
    const title = textOf(work.name) ?? (url === undefined ? undefined : hostOf(url));
    const by = isObject(publisher) ? textOf(publisher.name) : textOf(publisher);
    const published = scalar(datePublished);
    const isWhole = (from: unknown, made: unknown) => from === undefined || made !== undefined;
    return title !== undefined && isWhole(publisher, by) && isWhole(datePublished, published)
      ? filledOr({ title, publisher: by, url, published })
      : undefined;
  });
  return sources.some((source) => source === undefined) ? undefined : (sources as Members[]);
}
