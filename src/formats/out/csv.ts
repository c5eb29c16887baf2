/** CSV for spreadsheets (RFC 4180, with a byte order mark), one row an event. Its columns are named
 * as the import names its fields, so that it comes back as it went, but for what is noted. */
import type { Event, Text } from '../../model/event';
import { isObject, member, type Members } from '../../model/problems';
import { plain } from '../../model/text';
import { guarded } from '../formula';
import { isModelProperty } from '../table/reserved';
import type { Losses, OutFormat, Outgoing, OutRecord } from './format';
import { edtfOf } from './spans';

type Cell = string | number | undefined;

export const csvOut: OutFormat = {
  id: 'csv',
  label: 'CSV',
  about: 'For spreadsheets: one row an event, a point for each, one language.',
  extension: '.csv',
  mediaType: 'text/csv;charset=utf-8',
  *write(out, losses) {
    for (const name of Object.keys(out.root))
      if (!/^(?:type|features|bbox)$/.test(name))
        losses.noteStory(name, 'A table has no place for what the story says of itself.');
    const rows = out.records.flatMap(({ feature, event }) => {
      if (event) return [{ feature, event }];
      losses.note('record', 'Records that can’t be shown were left out.');
      return [];
    });
    const figures = figureColumns(rows.map(({ event }) => event));
    const others = otherColumns(rows);
    yield `\ufeff${[...COLUMNS, ...figures, ...others].map((name) => quoted(guarded(name))).join(',')}\r\n`;
    for (const { feature, event } of rows) {
      noteLosses(event, feature, losses);
      const cells = [
        ...cellsOf(event, out),
        ...figures.map((column) => figureOf(event, column)),
        ...others.map((name) => otherOf(feature, name, losses)),
      ];
      yield `${cells.map(printed).join(',')}\r\n`;
    }
  },
};

const COLUMNS = [
  'id', 'title', 'summary', 'category', 'when', 'lng', 'lat', 'where.name', 'where.precision',
  'where.radius', 'where.country', 'where.regions', 'status', 'evidence', 'actors', 'source', 'url',
  'sensitive', 'note',
] as const; // prettier-ignore

function cellsOf(event: Event, { story, language }: Outgoing): Cell[] {
  const { id, where, geometry, sources } = event;
  const text = (value: Text | undefined) => plain(value, language, story.language) || undefined;
  const [lng, lat] = geometry?.type === 'Point' ? geometry.coordinates : [];
  const urls = sources.flatMap(({ url }) => url ?? []);
  return [
    id,
    text(event.title),
    text(event.summary),
    story.categories[event.category]?.id,
    edtfOf(event, story.timeZone),
    lng,
    lat,
    text(where.name),
    where.precision,
    where.radius,
    where.country,
    where.regions?.join(' '),
    event.status === 'happened' ? undefined : event.status,
    event.evidence,
    event.actors.map(({ name }) => text(name)).join('; ') || undefined,
    sources.map(({ title }) => text(title)).join('; ') || undefined,
    urls.join(' ') || undefined,
    text(event.sensitive),
    text(event.note),
  ];
}

function noteLosses(event: Event, feature: unknown, losses: Losses): void {
  const lose = (field: string, lost: boolean, message: string) => {
    if (lost) losses.note(field, message);
  };
  const { geometry, sources, actors, figures } = event;
  lose(
    'geometry',
    geometry !== null && geometry.type !== 'Point',
    'Only points have columns; lines, areas and others were left out.',
  );
  lose(
    'geometry',
    geometry?.type === 'Point' && geometry.coordinates.length > 2,
    'Heights were left out.',
  );
  lose('properties.places', event.places.length > 0, 'Further places were left out.');
  lose('properties.claims', event.claims.length > 0, 'Claims were left out.');
  lose('properties.links', event.links.length > 0, 'Links between events were left out.');
  lose('properties.media', event.media.length > 0, 'Media were left out.');
  lose('properties.sources', sources.length > 0, 'Of sources only titles and addresses were kept.');
  lose(
    'properties.actors',
    actors.some(({ role }) => role),
    'Roles of actors were left out.',
  );
  lose(
    'properties.figures',
    figures.some(({ by }) => by),
    'Who gives a figure was left out.',
  );
  const texts = [event.title, event.summary, event.where.name, event.sensitive, event.note];
  lose(
    'properties',
    texts.some((value) => typeof value === 'object'),
    'Of texts in several languages one was kept.',
  );
  const foreign = isObject(feature) ? Object.keys(feature) : [];
  for (const name of foreign)
    lose(
      name,
      !/^(?:type|id|geometry|time|properties|bbox)$/.test(name),
      'Members beside the properties were left out.',
    );
}

/** `figures.killed.min` and so on, for every measure and bound that some event gives. */
function figureColumns(events: readonly Event[]): string[] {
  const columns = new Set<string>();
  for (const { figures } of events) {
    for (const { measure, min, max, best } of figures) {
      if (min !== undefined) columns.add(`figures.${measure}.min`);
      if (max !== undefined) columns.add(`figures.${measure}.max`);
      if (best !== undefined) columns.add(`figures.${measure}.best`);
    }
  }
  return [...columns];
}

function figureOf({ figures }: Event, column: string): Cell {
  const bound = column.slice(column.lastIndexOf('.') + 1) as 'min' | 'max' | 'best';
  const measure = column.slice('figures.'.length, -bound.length - 1);
  return figures.find((figure) => figure.measure === measure)?.[bound];
}

function otherColumns(rows: readonly OutRecord[]): string[] {
  const names = new Set<string>();
  for (const { feature } of rows)
    for (const name of Object.keys(propertiesOf(feature)))
      if (!isModelProperty(name) && !(COLUMNS as readonly string[]).includes(name)) names.add(name);
  return [...names];
}

function otherOf(feature: unknown, name: string, losses: Losses): Cell {
  const value = member(propertiesOf(feature), name);
  if (value === undefined || typeof value === 'string') return value || undefined;
  losses.note(`properties.${name}`, 'Values that are no text come back as text.');
  return typeof value === 'number' ? value : JSON.stringify(value);
}

function propertiesOf(feature: unknown): Members {
  const properties = isObject(feature) ? member(feature, 'properties') : undefined;
  return isObject(properties) ? properties : {};
}

function printed(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : quoted(guarded(cell));
}

function quoted(text: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
