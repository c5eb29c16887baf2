/** KML 2.2 (OGC 12-007r2): one record a Placemark or overlay on the ground. */
import type { Element } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import type { Problem } from '../../../model/event';
import type { Members } from '../../../model/read/members';
import type { Converted, Format, FormatOptions, StoryFacts } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { dateWaysOf } from '../../shared/days';
import { convertedTo, filledOr } from '../../shared/feature';
import { headline } from '../../shared/headline';
import { linksIn, plainText } from '../../shared/plain-text';
import { sourcesFrom } from '../../shared/source-links';
import { wholeText } from '../../shared/whole-json';
import { readTableDate } from '../../table/dates';
import { note } from '../../table/header';
import { notesOf } from '../../table/host';
import { interpreterOf, TableLearner, type LearnedTable } from '../../table/learn';
import { standsForNothing } from '../../table/nothing';
import { closingNotes, openingNotes } from '../../table/notes';
import { readNumber } from '../../table/numbers';
import type { RowInterpreter } from '../../table/reader';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { printTableDate, type DateWays } from '../../table/table-date';
import { hasRoot, openXml, type XmlFile } from '../../xml/document';
import { childrenOf, childText, foundBelow, elementText, elementValue } from '../../xml/elements';
import { spanFrom, stretchOf, timeFrom } from '../../xml/times';
import { fieldsOf } from './fields';
import { geometryOf, hasPlace } from './geometry';
import { t } from '../../../words/reading';

const recordNames = new Set(['Placemark', 'GroundOverlay', 'PhotoOverlay']);
const linkNames = new Set(['NetworkLink']);
const timeNames = 'TimeSpan or TimeStamp';
const timeElements = new Set(['TimeSpan', 'TimeStamp', 'when']);

export const kml: Format = {
  id: 'kml',
  get label() {
    return t('format.kml');
  },
  detect: ({ text }) => (hasRoot(text, 'kml') ? 0.95 : 0),
  maps: () => true,
  async learn(text, options) {
    const { root, notes } = await openXml(await wholeText(text), 'kml');
    return { ...options, learned: { root, notes, table: tableOf(root, options) } };
  },
  async *records(text, options) {
    // It was read as a whole before.
    for await (const piece of text) void piece;
    const { root, notes, table } = options.learned as Learned;
    yield notes.map((found) => ({
      note: note('file', 'odd-xml', t('xml.recordFault', { found })),
    }));
    const interpreter = table && interpreterOf(table, options);
    const columns = table && interpreter && { table, interpreter, map: options.map ?? new Map() };
    if (columns) yield notesOf(openingNotes(table, interpreter, options).filter(isOfColumns));
    const folders = new Folders();
    const ways = dateWaysOf(options);
    let record = 0;
    for (const element of foundBelow(root, recordNames))
      yield [read(element, ++record, folders, columns, ways)];
    if (columns) yield notesOf(closingNotes(table, interpreter, options).filter(isOfColumns));
    const links = [...foundBelow(root, linkNames)].length;
    if (links > 0) {
      const message = t('kml.networkLinks', { links });
      yield [{ note: note('NetworkLink', 'network-link', message, links) }];
    }
    return { ...factsOf(root), categories: folders.categories.members() };
  },
};

interface Learned extends XmlFile {
  /** What names and values say, where there are any. */
  readonly table?: LearnedTable;
}

/** Names and values of records as the columns of a table. */
interface Columns {
  readonly table: LearnedTable;
  readonly interpreter: RowInterpreter;
  /** As the user says; it goes before what KML has an element for. */
  readonly map: ReadonlyMap<string, string>;
}

/** Columns that are elements of KML. */
const native: ReadonlySet<string> = new Set(['name', 'description']);
const mostColumns = 2000;

function tableOf(root: Element, options: FormatOptions): LearnedTable | undefined {
  const columns = new Set(native);
  for (const element of foundBelow(root, recordNames))
    for (const name of fieldsOf(element).keys()) if (columns.size < mostColumns) columns.add(name);
  if (columns.size === native.size && !options.map?.size) return undefined;
  const learner = new TableLearner([...columns], options);
  for (const element of foundBelow(root, recordNames))
    learner.add(cellsOfRecord(element), hasPlace(element));
  const learned = learner.learned();
  const { mapping, guessed } = learned.roles;
  // Of what stands in an element of its own nothing is guessed.
  const told = [...guessed].filter((field) => !native.has(mapping.get(field) ?? ''));
  return { ...learned, roles: { ...learned.roles, guessed: new Set(told) } };
}

function cellsOfRecord(element: Element): Cell {
  const fields = fieldsOf(element);
  return (column) => fields.get(column) ?? '';
}

/** A name or the beginning of a description is the title, as in every KML. */
function isOfColumns({ code }: Problem): boolean {
  return code !== 'composed-title';
}

function read(
  element: Element,
  record: number,
  folders: Folders,
  columns: Columns | undefined,
  ways: DateWays,
): Converted {
  const problems = new RowProblems(record);
  const html = childText(element, 'description') || childText(element, 'Snippet');
  const summary = plainText(html);
  const name = plainText(childText(element, 'name')).replace(/\s+/g, ' ');
  const title = name || headline(summary);
  if (title === '') problems.error('name', '', 'missing-title', t('expected.nameOrDescription'));
  const geometry = geometryOf(element, problems);
  const placed = geometry !== undefined || hasPlace(element);
  if (!geometry && !problems.failed && placed)
    problems.error('coordinates', '', 'bad-position', 'longitude,latitude[,height]');
  const told = columns && !problems.failed ? readColumns(element, columns, placed, problems) : {};
  const own = told.properties ?? {};
  const given = (field: string) => (columns?.map.has(field) ? own[field] : undefined);
  const category = given('category') ?? (folders.has(element) ? undefined : own.category);
  return convertedTo(record, problems, {
    id: element.getAttribute('id') || (told.id ?? ''),
    geometry: geometry ?? told.geometry,
    properties: {
      ...own,
      title: given('title') ?? title,
      summary: given('summary') ?? (summary === title ? '' : summary),
      category:
        typeof category === 'string' ? folders.categories.use(category) : folders.use(element),
      when: (hasTime(element) ? undefined : own.when) ?? whenOf(element, name, problems, ways),
      sources: sourcesOf(html, own.sources),
      kml: elementValue(element, {
        element: (...pair) => isCarried(element, html !== summary, ...pair),
      }),
    },
  });
}

/** What names and values say of an event. */
function readColumns(
  element: Element,
  { table, interpreter }: Columns,
  placed: boolean,
  problems: RowProblems,
): { id?: string; geometry?: Geometry | null; properties?: Readonly<Record<string, unknown>> } {
  const cell = cellsOfRecord(element);
  const { mapping } = table.roles;
  const hasDate = ['when', 'start', 'end', 'year'].some(
    (field) => mapping.has(field) && !standsForNothing(cell(mapping.get(field)!)),
  );
  const dated = hasTime(element) || !hasDate;
  const {
    id,
    geometry,
    properties,
    problems: found,
  } = interpreter.read(cell, problems.record, {
    dated,
    placed,
  });
  problems.all.push(...found.all);
  problems.failed ||= found.failed;
  return { id, geometry, properties };
}

/** Links of the description, then those of columns, each once. */
function sourcesOf(html: string, told: unknown): unknown[] {
  const links = sourcesFrom(linksIn(html));
  const urls = new Set(links.map(({ url }) => url));
  const more = (Array.isArray(told) ? (told as Members[]) : []).filter(
    ({ url }) => typeof url !== 'string' || !urls.has(url),
  );
  return [...links, ...more];
}

/** Whether it stands in the event already; a name or description only where no markup is lost. */
function isCarried(record: Element, marked: boolean, child: Element, parent: Element): boolean {
  const name = child.localName;
  if (name === 'coordinates') return true;
  if (name === 'coord')
    return childrenOf(parent, 'coord').every((coord) => elementText(coord) !== '');
  if (parent !== record) return false;
  if (name === 'name') return elementText(child) === plainText(elementText(child));
  return name === 'description' && !marked;
}

function whenOf(
  element: Element,
  name: string,
  problems: RowProblems,
  ways: DateWays,
): string | undefined {
  const [span] = childrenOf(element, 'TimeSpan');
  if (span) {
    const [begin, end] = [childText(span, 'begin'), childText(span, 'end')];
    if (begin !== '' || end !== '') return spanFrom(begin, end, 'TimeSpan', problems, ways);
  }
  const [stamp] = childrenOf(element, 'TimeStamp');
  const moment = stamp ? childText(stamp, 'when') : '';
  if (moment !== '') return timeFrom(moment, 'TimeStamp', problems, ways);
  const times = [...foundBelow(element, new Set(['Track']))].flatMap((track) =>
    childrenOf(track, 'when').map(elementText),
  );
  const known = times.filter((text) => text !== '');
  if (known.length === 0) {
    const dated = dateBefore(name, ways);
    if (dated === undefined) problems.error(timeNames, '', 'missing-date', t('expected.date'));
    else problems.warn('name', name, 'date-in-name', t('kml.expectedTime', { when: dated }));
    return dated;
  }
  return stretchOf(known, 'when', problems, ways);
}

/** Whether an element says when. */
function hasTime(element: Element): boolean {
  for (const time of foundBelow(element, timeElements)) if (elementText(time) !== '') return true;
  return false;
}

/** The date at the beginning of a name such as `12 MAR 2022: Bridge down`. */
function dateBefore(name: string, ways: DateWays): string | undefined {
  const [, text = ''] = /^(.{4,40}?)(?:: | [-–—|] |, (?=\D))/u.exec(name) ?? [];
  if (!/\d{4}/.test(text) || readNumber(text) !== undefined) return undefined;
  const reading = readTableDate(text, ways);
  return 'date' in reading ? printTableDate(reading.date) : undefined;
}

/** Categories by the name of the nearest folder that has one; each folder is looked at once. */
class Folders {
  readonly categories = new UsedCategories();
  readonly #names = new Map<Element, string>();

  use(element: Element): string | undefined {
    return this.categories.use(this.#nameAbove(element));
  }

  /** Whether a folder names the category of an element. */
  has(element: Element): boolean {
    return this.#nameAbove(element) !== '';
  }

  #nameAbove({ parentNode }: Element): string {
    const folder = parentNode as Element | null;
    if (folder?.localName !== 'Folder') return '';
    let name = this.#names.get(folder);
    if (name === undefined) {
      name = plainText(childText(folder, 'name')) || this.#nameAbove(folder);
      this.#names.set(folder, name);
    }
    return name;
  }
}

/** Of the document: its name and description, and its styles and schemas as they stand. */
function factsOf(root: Element): StoryFacts {
  const [document] = [...childrenOf(root, 'Document'), ...childrenOf(root, 'Folder')];
  if (!document) return {};
  const apart = new Set([...recordNames, 'Folder', 'Document', 'name', 'description']);
  const kept = elementValue(document, {
    element: (child, parent) => parent === document && apart.has(child.localName ?? ''),
  });
  return {
    ...filledOr({
      title: plainText(childText(document, 'name')).replace(/\s+/g, ' '),
      description: plainText(childText(document, 'description')),
      kml: kept,
    }),
  };
}
