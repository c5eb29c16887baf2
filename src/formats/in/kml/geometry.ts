/** Geometry of a Placemark or an overlay (OGC 12-007r2, clauses 10 and 11; `gx` by Google). */
import type { Element } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import type { RowProblems } from '../../table/row-problems';
import { childrenOf, childText, foundBelow, elementText } from '../../xml/elements';
import { combined, lineOrPoint, positionFrom } from '../../xml/positions';
import { t } from '../../../words/reading';

/** Elements that say where, each by all text in it. */
const places: ReadonlySet<string> = new Set(
  'Point LineString LinearRing coordinates coord Location LatLonBox LatLonQuad'.split(' '),
);

/** Nothing where there is none; an error where a position can't be read. */
export function geometryOf(feature: Element, problems: RowProblems): Geometry | undefined {
  return combined(partsOf(feature, problems));
}

function partsOf(parent: Element, problems: RowProblems): Geometry[] {
  return childrenOf(parent).flatMap((element) => {
    const part = partFrom(element, problems);
    return part ? [part] : [];
  });
}

function partFrom(element: Element, problems: RowProblems): Geometry | undefined {
  switch (element.localName) {
    case 'Point':
    case 'LineString':
    case 'LinearRing':
      return lineOrPoint(positionsIn(element, problems));
    case 'Polygon':
      return polygonFrom(element, problems);
    case 'MultiGeometry':
    case 'MultiTrack':
      return combined(partsOf(element, problems));
    case 'Track':
      return lineOrPoint(trackIn(element, problems));
    case 'Model':
      return modelAt(element, problems);
    case 'LatLonBox':
      return boxFrom(element, problems);
    case 'LatLonQuad':
      return areaOf([closed(positionsIn(element, problems), problems)]);
    default:
      return undefined;
  }
}

/** `lng,lat` or `lng,lat,height`, with white space between. */
function positionsIn(element: Element, problems: RowProblems): Position[] {
  const text = childText(element, 'coordinates').replace(/\s*,\s*/g, ',');
  if (text === '') return [];
  const positions: Position[] = [];
  for (const tuple of text.split(/\s+/)) {
    const position = positionFrom(tuple.split(','), 'coordinates', problems);
    if (position) positions.push(position);
  }
  return positions;
}

function polygonFrom(element: Element, problems: RowProblems): Geometry | undefined {
  const boundaries = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((name) =>
    childrenOf(element, name),
  );
  const rings = boundaries.flatMap((boundary) => childrenOf(boundary, 'LinearRing'));
  return areaOf(rings.map((ring) => closed(positionsIn(ring, problems), problems)));
}

function areaOf(rings: readonly Position[][]): Geometry | undefined {
  const filled = rings.filter((ring) => ring.length > 0);
  return filled.length > 0 ? { type: 'Polygon', coordinates: filled } : undefined;
}

function closed(ring: Position[], problems: RowProblems): Position[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (!first || first.every((value, axis) => value === last![axis])) return ring;
  const expected = t('kml.expectedClosedRing');
  problems.warn('coordinates', last!.join(','), 'open-ring', expected);
  return [...ring, first];
}

/** An empty coordinate stands for a time at which the place was not known. */
function trackIn(element: Element, problems: RowProblems): Position[] {
  const positions: Position[] = [];
  for (const text of childrenOf(element, 'coord').map(elementText)) {
    const position = text && positionFrom(text.split(/\s+/), 'gx:coord', problems);
    if (position) positions.push(position);
  }
  return positions;
}

function modelAt(element: Element, problems: RowProblems): Geometry | undefined {
  const [location] = childrenOf(element, 'Location');
  if (!location) return undefined;
  const parts = ['longitude', 'latitude', 'altitude'].map((name) => childText(location, name));
  const position = positionFrom(parts, 'Location', problems);
  return position && { type: 'Point', coordinates: position };
}

/** Turned counter-clockwise about its middle, in degrees. */
function boxFrom(element: Element, problems: RowProblems): Geometry | undefined {
  const side = (name: string) => childText(element, name);
  const low = positionFrom([side('west'), side('south')], 'LatLonBox', problems);
  const high = positionFrom([side('east'), side('north')], 'LatLonBox', problems);
  const [turn = 0] = positionFrom([side('rotation') || '0', '0'], 'rotation', problems) ?? [];
  if (!low || !high) return undefined;
  const [west, south] = low as [number, number];
  const [east, north] = high as [number, number];
  const [middleLng, middleLat] = [(west + east) / 2, (south + north) / 2];
  const angle = (turn * Math.PI) / 180;
  const shrink = Math.cos((middleLat * Math.PI) / 180);
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  const ring = corners.map(([lng, lat]): Position => {
    if (turn === 0) return [lng, lat];
    const [x, y] = [(lng - middleLng) * shrink, lat - middleLat];
    return [
      middleLng + (x * Math.cos(angle) - y * Math.sin(angle)) / shrink,
      middleLat + x * Math.sin(angle) + y * Math.cos(angle),
    ];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** Whether a Placemark says of a place at all, be it readable or not. */
export function hasPlace(feature: Element): boolean {
  for (const element of foundBelow(feature, places)) if (elementText(element) !== '') return true;
  return false;
}
