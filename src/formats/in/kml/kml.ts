/** KML 2.2 (OGC 12-007r2): one record a Placemark or overlay on the ground. */
import type { Element } from '@xmldom/xmldom';
import type { Converted, Format, StoryFacts } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { dateWaysOf } from '../../shared/days';
import { convertedTo, filledOr } from '../../shared/feature';
import { headline } from '../../shared/headline';
import { linksIn, plainText } from '../../shared/plain-text';
import { sourcesFrom } from '../../shared/source-links';
import { wholeText } from '../../shared/whole-json';
import { note } from '../../table/header';
import { RowProblems } from '../../table/row-problems';
import type { DateWays } from '../../table/table-date';
import { hasRoot, openXml } from '../../xml/document';
import { childrenOf, childText, foundBelow, elementText, elementValue } from '../../xml/elements';
import { spanFrom, stretchOf, timeFrom } from '../../xml/times';
import { geometryOf, hasPlace } from './geometry';
import { t } from '../../../words/reading';

const recordNames = new Set(['Placemark', 'GroundOverlay', 'PhotoOverlay']);
const linkNames = new Set(['NetworkLink']);
const timeNames = 'TimeSpan or TimeStamp';

export const kml: Format = {
  id: 'kml',
  get label() {
    return t('format.kml');
  },
  detect: ({ text }) => (hasRoot(text, 'kml') ? 0.95 : 0),
  async *records(text, options) {
    const { root, notes } = await openXml(await wholeText(text), 'kml');
    yield notes.map((found) => ({
      note: note('file', 'odd-xml', t('xml.recordFault', { found })),
    }));
    const folders = new Folders();
    const ways = dateWaysOf(options);
    let record = 0;
    for (const element of foundBelow(root, recordNames))
      yield [read(element, ++record, folders, ways)];
    const links = [...foundBelow(root, linkNames)].length;
    if (links > 0) {
      const message = t('kml.networkLinks', { links });
      yield [{ note: note('NetworkLink', 'network-link', message, links) }];
    }
    return { ...factsOf(root), categories: folders.categories.members() };
  },
};

function read(element: Element, record: number, folders: Folders, ways: DateWays): Converted {
  const problems = new RowProblems(record);
  const html = childText(element, 'description') || childText(element, 'Snippet');
  const summary = plainText(html);
  const name = plainText(childText(element, 'name')).replace(/\s+/g, ' ');
  const title = name || headline(summary);
  if (title === '') problems.error('name', '', 'missing-title', t('expected.nameOrDescription'));
  const geometry = geometryOf(element, problems);
  if (!geometry && !problems.failed && hasPlace(element))
    problems.error('coordinates', '', 'bad-position', 'longitude,latitude[,height]');
  return convertedTo(record, problems, {
    id: element.getAttribute('id') ?? '',
    geometry,
    properties: {
      title,
      summary: summary === title ? '' : summary,
      category: folders.use(element),
      when: whenOf(element, problems, ways),
      sources: sourcesFrom(linksIn(html)),
      kml: elementValue(element, {
        element: (...pair) => isCarried(element, html !== summary, ...pair),
      }),
    },
  });
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

function whenOf(element: Element, problems: RowProblems, ways: DateWays): string | undefined {
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
  if (known.length === 0) problems.error(timeNames, '', 'missing-date', t('expected.date'));
  return stretchOf(known, 'when', problems, ways);
}

/** Categories by the name of the nearest folder that has one; each folder is looked at once. */
class Folders {
  readonly categories = new UsedCategories();
  readonly #names = new Map<Element, string>();

  use(element: Element): string | undefined {
    return this.categories.use(this.#nameAbove(element));
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
