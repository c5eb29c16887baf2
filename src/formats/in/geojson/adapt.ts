/** A GeoJSON feature that was not made for a story → one that is: its properties are read as the
 * cells of a table, its text is kept wherever it can be. */
import { membersIn, objectText } from '../../../model/read/json-scan';
import { readGeometry } from '../../../model/read/geometry';
import { reporter } from '../../../model/read/problems';
import { isObject, member, type Members } from '../../../model/read/members';
import { idOf } from '../../../model/read/record';
import type { Converted, RowReader } from '../../format';
import type { RowInterpreter } from '../../table/reader';
import { keptName } from '../../table/reserved';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { edtfOfWhen, linkedPlacesWhen } from './linked-places';
import { t } from '../../../words/reading';

/** The properties of a feature as cells. */
export function cellsOfFeature(feature: unknown): Cell {
  const properties = isObject(feature) ? member(feature, 'properties') : undefined;
  return (column) => {
    const value = isObject(properties) ? member(properties, column) : undefined;
    if (value === undefined) return '';
    return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
  };
}

/** The same with the coordinates of a point as columns, for formats that expect them. */
export function cellsWithPoint(feature: Members): Cell {
  const cell = cellsOfFeature(feature);
  const geometry = member(feature, 'geometry');
  const point = isObject(geometry) && geometry.type === 'Point' ? geometry.coordinates : undefined;
  const [lng, lat] = Array.isArray(point) ? (point as unknown[]) : [];
  return (column) => {
    const text = cell(column);
    if (text !== '') return text;
    if (column === 'longitude') return lng === undefined ? '' : String(lng);
    return column === 'latitude' && lat !== undefined ? String(lat) : '';
  };
}

/** Whether a feature has a geometry, or a place of JSON-FG. */
export function isPlaced(feature: unknown): boolean {
  const has = (name: string) => isObject(feature) && (member(feature, name) ?? null) !== null;
  return has('geometry') || has('place');
}

/** A known table and the columns that were found of it. */
export interface OpenedTable {
  readonly id: string;
  readonly columns: ReadonlySet<string>;
  readonly reader: RowReader;
}

/** By the columns that a known table has. All other members stay; so does every property, as the
 * value it was, but for texts which stand in the event. */
export function fromTable(feature: Members, table: OpenedTable, record: number): Converted {
  const read = table.reader.read(cellsWithPoint(feature), record);
  if (!read.feature) return read;
  const made = read.feature.properties as Members;
  const name = table.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const kept = member(made, name);
  const given = member(feature, 'properties');
  const stays = ([column, value]: [string, unknown]) =>
    typeof value !== 'string' ||
    value.trim() === '' ||
    !table.columns.has(column) ||
    (isObject(kept) && Object.hasOwn(kept, column));
  const properties = {
    ...made,
    [name]: Object.fromEntries(Object.entries(isObject(given) ? given : {}).filter(stays)),
  };
  const id = member(feature, 'id') ?? read.feature.id;
  const geometry = member(feature, 'geometry') ?? read.feature.geometry ?? null;
  return { ...read, feature: { ...feature, ...read.feature, id, geometry, properties } };
}

/** By the columns that were guessed. */
export function adapted(
  feature: Members,
  text: string,
  record: number,
  interpreter: RowInterpreter,
): Converted {
  const whens = linkedPlacesWhen(feature);
  const own = {
    dated: member(feature, 'time') !== undefined || whens.length > 0,
    placed: true,
    named: !isPlaced(feature),
  };
  const read = interpreter.read(cellsOfFeature(feature), record, own);
  const properties: Record<string, unknown> = { ...read.properties };
  if (whens.length > 0) {
    const problems = new RowProblems(record);
    properties.when = edtfOfWhen(whens, problems);
    if (properties.when === undefined && !problems.failed && member(feature, 'time') === undefined)
      problems.error('when', whens[0]!, 'missing-date', t('geojson.expectedTimespans'));
    read.problems.all.push(...problems.all);
  }
  if (read.problems.failed) {
    // What is wrong with the geometry is said too, though the record is lost already.
    const problems = [...read.problems.all];
    readGeometry(member(feature, 'geometry'), 'geometry', reporter(problems, record));
    return { record, problems };
  }

  const members = membersIn(text);
  const given = membersIn(
    members.get('properties')?.startsWith('{') ? members.get('properties')! : '{}',
  );
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined) texts.set(name, JSON.stringify(value));
  for (const [name, value] of given) {
    if (read.carried.includes(name)) continue;
    // Lists and objects of the model are taken as such, but for what has just been read.
    const mine = /^[[{]/.test(value) && name !== 'when' && !texts.has(name);
    texts.set(mine ? name : keptName(name), value);
  }
  members.set('properties', objectText(texts));
  if (read.geometry) members.set('geometry', JSON.stringify(read.geometry));
  else if (!members.has('geometry')) members.set('geometry', 'null');
  // An id that is neither text nor number stays, for the model to name.
  if (idOf(feature) === undefined && typeof member(feature, 'id') !== 'object') {
    const id = member(feature, '@id') ?? read.id;
    members.set('id', JSON.stringify(typeof id === 'string' ? id : `record-${record}`));
  }
  const whole = objectText(members);
  return {
    record,
    feature: JSON.parse(whole) as Members,
    text: whole,
    problems: read.problems.all,
  };
}
