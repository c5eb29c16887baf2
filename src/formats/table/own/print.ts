/** A feature of a story → the cells of its row. Whatever the readable ones would not give back as it
 * was stands in a cell of JSON. */
import type { Event, Story } from '../../../model/event';
import { isObject, member, type Members } from '../../../model/read/members';
import { textInLanguage } from '../../../model/text';
import { isPlainText, isSame, printListCell, printValue } from './cells';
import { featureColumn, jsonColumn, ownColumn, sourceColumns, translated } from './columns';
import {
  actorsIn,
  figuresIn,
  sourcesIn,
  textProperty,
  timeIn,
  whereIn,
  type Translations,
} from './properties';

export interface Printing {
  readonly story: Story;
  /** BCP 47: of texts in several languages this one stands in the first column. */
  readonly language: string;
  /** The `sources` of the story's file, as they came. */
  readonly declared: Members;
  /** Ids of the categories that the story's file declares. */
  readonly categories: ReadonlySet<string>;
  /** Properties of the story's own whose values are all texts. */
  readonly textual: ReadonlySet<string>;
  /** Properties of the story's own that have a column; the others share one. */
  readonly columned: ReadonlySet<string>;
}

export interface OwnRow {
  readonly cells: Map<string, string>;
  /** Ids of sources whose every member stands in the row. */
  readonly told: readonly string[];
}

const textColumns = ['title', 'summary', 'sensitive', 'note'];
const words = ['category', 'status', 'evidence', 'when'];
const readable: ReadonlySet<string> = new Set([
  ...textColumns, ...words, 'where', 'actors', 'figures', 'sources',
]); // prettier-ignore

export function isReadable(property: string): boolean {
  return readable.has(property);
}

export function printRow(feature: Members, event: Event, printing: Printing): OwnRow {
  const row = new RowPrinter(printing);
  row.feature(feature, event);
  return row;
}

/** The members that stand in columns of a source; nothing where it has others. */
export function flatSource(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const flat = Object.entries(value).every(
    ([name, text]) => Object.hasOwn(sourceColumns, name) && isPlainText(text),
  );
  return flat && Object.keys(value).length > 0 ? (value as Record<string, string>) : undefined;
}

class RowPrinter implements OwnRow {
  readonly cells = new Map<string, string>();
  readonly told: string[] = [];
  readonly #printing: Printing;

  constructor(printing: Printing) {
    this.#printing = printing;
  }

  feature(feature: Members, event: Event): void {
    if (isPlainText(event.id)) this.cells.set('id', event.id);
    else this.cells.set(featureColumn('id'), JSON.stringify(event.id));
    const properties = feature.properties as Members;
    this.#category(properties, event);
    for (const [name, value] of Object.entries(properties))
      if (isReadable(name)) this.#readable(name, value);
    this.#geometry(feature.geometry);
    this.#members(feature);
    this.#own(properties);
  }

  #set(column: string, text: string | undefined): void {
    if (text !== undefined && text !== '') this.cells.set(column, text);
  }

  #readable(name: string, value: unknown): void {
    const before = new Set(this.cells.keys());
    const rest = this.#print(name, value);
    if (rest === undefined) return;
    if (!isObject(rest) || rest === value)
      for (const column of this.cells.keys())
        // One language stays to be read, though all stand in the JSON.
        if (!before.has(column) && !(isObject(value) && column === name)) this.cells.delete(column);
    this.cells.set(jsonColumn(name), JSON.stringify(rest));
  }

  /** Gives what the readable cells don't hold; nothing where they hold all. */
  #print(name: string, value: unknown): unknown {
    if (textColumns.includes(name)) return this.#text(name, value) ? undefined : value;
    if (words.includes(name)) {
      if (!isPlainText(value)) return value;
      this.#set(name, value);
      return undefined;
    }
    if (name === 'where') return this.#where(value);
    if (!Array.isArray(value)) return value;
    const list: readonly unknown[] = value;
    if (name === 'actors') return this.#actors(list) ? undefined : value;
    if (name === 'sources') return this.#sources(list) ? undefined : value;
    return this.#figures(list) ? undefined : value;
  }

  #text(column: string, value: unknown): boolean {
    const { language, story } = this.#printing;
    if (isObject(value))
      for (const [tag, text] of Object.entries(value))
        if (isPlainText(text) && translated.test(`${column}@${tag}`))
          this.#set(`${column}@${tag}`, text);
    const text = isObject(value) ? textInLanguage(value as never, language, story.language) : value;
    if (isPlainText(text)) this.#set(column, text);
    return isSame(textProperty(this.cells, column, translationsIn(this.cells.keys())), value);
  }

  #where(value: unknown): unknown {
    if (!isObject(value)) return value;
    const { name, precision, radius, country, regions } = value;
    const rest = new Set(Object.keys(value));
    if (name !== undefined && this.#text('where.name', name)) rest.delete('name');
    if (isPlainText(precision)) this.#set('where.precision', precision);
    if (typeof radius === 'number') this.#set('where.radius', String(radius));
    if (isPlainText(country)) this.#set('where.country', country);
    if (Array.isArray(regions) && regions.every(isPlainText))
      this.#set('where.regions', regions.join(' '));
    const read = whereIn(this.cells, translationsIn(this.cells.keys()));
    for (const member of rest) if (isSame(read[member], value[member])) rest.delete(member);
    if (rest.size === 0 && Object.keys(value).length > 0) return undefined;
    for (const member of rest) this.#forget(`where.${member}`);
    return Object.fromEntries([...rest].map((member) => [member, value[member]]));
  }

  #forget(column: string): void {
    for (const other of this.cells.keys())
      if (other === column || other.startsWith(`${column}@`)) this.cells.delete(other);
  }

  #actors(list: readonly unknown[]): boolean {
    if (!list.every(isObject)) return false;
    const texts = (name: string) => list.map((actor) => (isPlainText(actor[name]) ? actor[name] : ''));
    const roles = texts('role');
    this.#set('actors', printListCell(texts('name')));
    if (roles.some(Boolean)) this.#set('actors.role', printListCell(roles));
    return isSame(actorsIn(this.cells), list);
  } // prettier-ignore

  /** A source that can't stand in columns is told with the story; its title stands here to read. */
  #sources(list: readonly unknown[]): boolean {
    const { declared, language, story } = this.#printing;
    const told: string[] = [];
    const entries = list.map((entry): Record<string, string> | undefined => {
      if (!isPlainText(entry)) return flatSource(entry);
      const source = member(declared, entry);
      const flat = flatSource(source);
      if (flat) told.push(entry);
      const title = isObject(source) ? textInLanguage(member(source, 'title') as never, language, story.language) : '';
      return { ...(flat ?? (isPlainText(title) ? { title } : {})), id: entry };
    }); // prettier-ignore
    const column = (name: string) => entries.map((entry) => entry?.[name] ?? '');
    for (const [name, title] of [...Object.entries(sourceColumns), ['id', 'source.id'] as const])
      if (column(name).some(Boolean)) this.#set(title, printListCell(column(name)));
    const read = sourcesIn(this.cells)?.map(({ id, source }) => id ?? source);
    if (!isSame(read, list)) return false;
    this.told.push(...told);
    return true;
  }

  #figures(list: readonly unknown[]): boolean {
    const counts = new Map<string, number>();
    for (const figure of list) {
      if (!isObject(figure)) return false;
      const measure = String(figure.measure);
      const number = (counts.get(measure) ?? 0) + 1;
      counts.set(measure, number);
      const column = `figures.${measure}${number > 1 ? `#${number}` : ''}`;
      for (const bound of ['min', 'max', 'best'])
        if (typeof figure[bound] === 'number') this.#set(`${column}.${bound}`, String(figure[bound]));
      if (member(figure, 'by') !== undefined) this.#text(`${column}.by`, figure.by);
    } // prettier-ignore
    const names = [...this.cells.keys()];
    const read = figuresIn(this.cells, names, translationsIn(names));
    return isSame(read, list.map((figure) => withoutNull(figure as Members)));
  } // prettier-ignore

  #category({ category: id }: Members, { category }: Event): void {
    const { story, categories } = this.#printing;
    const found = story.categories[category];
    if (found && found.id === id && categories.has(id)) this.#text('category.label', found.label);
  }

  #geometry(geometry: unknown): void {
    if (!isObject(geometry)) return;
    const { type, coordinates, ...more } = geometry;
    const point = type === 'Point' && Object.keys(more).length === 0 ? coordinates : undefined;
    if (Array.isArray(point) && (point.length === 2 || point.length === 3)) {
      this.#set('lng', String(point[0]));
      this.#set('lat', String(point[1]));
      if (point.length === 3) this.#set('height', String(point[2]));
    } else this.#set('geometry', JSON.stringify(geometry));
  }

  #members(feature: Members): void {
    for (const [name, value] of Object.entries(feature)) {
      if (/^(?:type|id|geometry|properties)$/.test(name) || value === undefined) continue;
      if (name !== 'time') this.#set(featureColumn(name), JSON.stringify(value));
      else if (value !== null) this.#set('time', printTime(value));
      else this.#set(featureColumn(name), 'null');
    }
    const zone = this.#printing.story.timeZone;
    if (zone !== 'UTC') this.#set('timeZone', zone);
  }

  #own(properties: Members): void {
    const { textual, columned } = this.#printing;
    const more: [string, unknown][] = [];
    for (const [name, value] of Object.entries(properties)) {
      if (isReadable(name)) continue;
      if (!columned.has(name)) more.push([name, value]);
      else if (textual.has(name)) this.#set(ownColumn(name), value as string);
      else this.#set(jsonColumn(name), printValue(value));
    }
    if (more.length > 0)
      this.#set(featureColumn('properties'), JSON.stringify(Object.fromEntries(more)));
  }
}

/** Of each column its translations, by language. */
export function translationsIn(columns: Iterable<string>): Translations {
  const found = new Map<string, Map<string, string>>();
  for (const column of columns) {
    const [, base, tag] = translated.exec(column) ?? [];
    if (base === undefined) continue;
    const tags = found.get(base) ?? new Map<string, string>();
    found.set(base, tags.set(tag!, column));
  }
  return found;
}

function printTime(time: unknown): string {
  const { date, timestamp, interval } = time as Members;
  const sides = Array.isArray(interval) ? interval.join('/') : undefined;
  const text = [sides, timestamp, date].find((side) => typeof side === 'string');
  return text !== undefined && isSame(timeIn(text as string), time)
    ? (text as string)
    : JSON.stringify(time);
}

/** What is null in a figure is not known, as what is not there. */
export function withoutNull(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
