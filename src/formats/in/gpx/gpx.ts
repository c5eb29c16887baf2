/** GPX 1.0 and 1.1 (https://www.topografix.com/GPX/1/1/): one record a waypoint, route or track. */
import type { Element } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import type { Converted, Format, StoryFacts } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { convertedTo, filledOr } from '../../shared/feature';
import { sourcesFrom } from '../../shared/source-links';
import { headline } from '../../shared/headline';
import { plainText } from '../../shared/plain-text';
import { wholeText } from '../../shared/whole-json';
import { note } from '../../table/header';
import { RowProblems } from '../../table/row-problems';
import { hasRoot, openXml } from '../../xml/document';
import { childrenOf, childText, foundBelow, elementText, elementValue } from '../../xml/elements';
import { combined, lineOrPoint, positionFrom } from '../../xml/positions';
import { stretchOf, timeFrom } from '../../xml/times';
import { t } from '../../../words/reading';

const labels: ReadonlyMap<string, string> = new Map([
  ['wpt', 'Waypoint'],
  ['rte', 'Route'],
  ['trk', 'Track'],
]);
const pointNames: ReadonlySet<string> = new Set(['wpt', 'rtept', 'trkpt']);
const recordNames: ReadonlySet<string> = new Set(labels.keys());

export const gpx: Format = {
  id: 'gpx',
  get label() {
    return t('format.gpx');
  },
  detect: ({ text }) => (hasRoot(text, 'gpx') ? 0.95 : 0),
  async *records(text) {
    const { root, notes } = await openXml(await wholeText(text), 'gpx');
    yield notes.map((found) => ({
      note: note('file', 'odd-xml', t('xml.recordFault', { found })),
    }));
    const categories = new UsedCategories();
    let record = 0;
    for (const element of foundBelow(root, recordNames))
      yield [read(element, ++record, categories)];
    return { ...factsOf(root), categories: categories.members() };
  },
};

function read(element: Element, record: number, categories: UsedCategories): Converted {
  const problems = new RowProblems(record);
  const text = (name: string) => plainText(childText(element, name));
  const summary = text('desc') || text('cmt');
  const title = text('name').replace(/\s+/g, ' ') || headline(summary);
  if (title === '') problems.error('name', '', 'missing-title', t('expected.nameOrDescription'));
  const geometry = geometryOf(element, problems);
  if (!geometry && !problems.failed) {
    const expected = t('gpx.expectedPoints');
    problems.error(element.localName ?? '', '', 'bad-position', expected);
  }
  const links = [
    ...childrenOf(element, 'link').map((link) => link.getAttribute('href') ?? ''),
    childText(element, 'url'),
  ];
  return convertedTo(record, problems, {
    geometry,
    properties: {
      title,
      summary: summary === title ? '' : summary,
      category: categories.use(text('type') || labels.get(element.localName ?? '')),
      when: whenOf(element, problems),
      sources: sourcesFrom(links),
      gpx: keptOf(element),
    },
  });
}

/** A record's own time, or the stretch of its points'. The time in `metadata` is the file's. */
function whenOf(element: Element, problems: RowProblems): string | undefined {
  const own = childText(element, 'time');
  if (own !== '') return timeFrom(own, 'time', problems);
  const times = [...foundBelow(element, pointNames)].map((point) => childText(point, 'time'));
  const known = times.filter((time) => time !== '');
  if (known.length === 0) problems.error('time', '', 'missing-date', t('expected.date'));
  return stretchOf(known, 'time', problems);
}

function geometryOf(element: Element, problems: RowProblems): Geometry | undefined {
  if (element.localName === 'wpt') return lineOf([element], problems);
  if (element.localName === 'rte') return lineOf(childrenOf(element, 'rtept'), problems);
  const segments = childrenOf(element, 'trkseg').map((segment) =>
    lineOf(childrenOf(segment, 'trkpt'), problems),
  );
  return combined(segments.filter((segment) => segment !== undefined));
}

function lineOf(points: readonly Element[], problems: RowProblems): Geometry | undefined {
  const positions = points.flatMap((point) => {
    const [lng, lat] = [point.getAttribute('lon') ?? '', point.getAttribute('lat') ?? ''];
    const position = positionFrom([lng, lat], point.localName ?? '', problems);
    const height = heightOf(point);
    return position ? [Number.isFinite(height) ? [...position, height] : position] : [];
  });
  return lineOrPoint(positions);
}

/** All but positions; a height stays where it is no number. */
function keptOf(record: Element): unknown {
  return elementValue(record, {
    element: (child, parent) =>
      (parent === record && child.localName === 'name') ||
      (isPoint(parent) && child.localName === 'ele' && Number.isFinite(heightOf(parent))),
    attribute: (name, owner) => isPoint(owner) && (name === 'lat' || name === 'lon'),
  });
}

function isPoint({ localName }: Element): boolean {
  return pointNames.has(localName ?? '');
}

function heightOf(point: Element): number {
  return Number(childText(point, 'ele') || NaN);
}

function factsOf(root: Element): StoryFacts {
  // GPX 1.0 has these right below its root.
  const about = childrenOf(root, 'metadata')[0] ?? root;
  const author = childrenOf(about, 'author')[0];
  return {
    ...filledOr({
      title: plainText(childText(about, 'name')).replace(/\s+/g, ' '),
      description: plainText(childText(about, 'desc')),
      credit: author && (childText(author, 'name') || elementText(author)),
      gpx: elementValue(root, {
        element: (child, parent) => parent === root && recordNames.has(child.localName ?? ''),
      }),
    }),
  };
}
