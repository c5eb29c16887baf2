/** What a reader chooses of a table: which column means what. */
import type { ImportReport } from '../../story';

/** Fields of the story's model → their short names in the catalogue, in the order of the menu. */
const names = {
  when: 'when',
  start: 'start',
  end: 'end',
  time: 'time',
  year: 'year',
  month: 'month',
  day: 'day',
  'end.year': 'endYear',
  'end.month': 'endMonth',
  'end.day': 'endDay',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  title: 'title',
  summary: 'summary',
  category: 'category',
  'where.name': 'place',
  'where.region': 'region',
  'where.country': 'country',
  lat: 'lat',
  lng: 'lng',
  latlng: 'latlng',
  lnglat: 'lnglat',
  pair: 'pair',
  wkt: 'wkt',
  actors: 'actors',
  source: 'source',
  url: 'url',
  status: 'status',
  evidence: 'evidence',
  id: 'id',
} as const;

/** Fields that a menu offers. */
export const roleFields = Object.keys(names) as readonly (keyof typeof names)[];

/** The name of a field in the catalogue; nothing of one that has none there. */
export function roleName(field: string): string | undefined {
  if (field.startsWith('figures.')) return 'figure';
  return Object.hasOwn(names, field) ? names[field as keyof typeof names] : undefined;
}

/** The field of a figure whose measure is called as its column is. */
export function figureField(column: string): string {
  const measure = column.replace(/[.=\s_]+/g, ' ').trim();
  return `figures.${measure.slice(0, 60).trim() || 'number'}`;
}

/** The field that a column is taken for; an empty text where it is none. */
export function roleOf(mapping: ReadonlyMap<string, string>, column: string): string {
  for (const [field, named] of mapping) if (named === column) return field;
  return '';
}

/** The mapping in which a column means another field, or none. What it meant has no column then, so
 * that nothing is guessed in its place. */
export function withRole(
  mapping: ReadonlyMap<string, string>,
  column: string,
  field: string,
): ReadonlyMap<string, string> {
  const next = new Map(mapping);
  for (const [other, named] of mapping) if (named === column) next.set(other, '');
  if (field !== '') next.set(field, column);
  return next;
}

/** What the report's table says, with the fields that were left without a column on purpose. */
export function mappingOf({ table, reading }: ImportReport): ReadonlyMap<string, string> {
  const refused = [...(reading.map ?? [])].filter(([, column]) => column === '');
  return new Map([...refused, ...Object.entries(table?.mapping ?? {})]);
}
