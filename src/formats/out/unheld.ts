/** What formats that hold only some members of a story say of the others. */
import type { Geometry } from 'geojson';
import type { Event, Text } from '../../model/event';
import { isObject, member, type Members } from '../../model/read/members';
import type { Losses, StoryToWrite, OutRecord } from './format';
import { t } from '../../words/reading';

export const oneLanguage = () => t('out.oneLanguageOnly');

/** Members of the story but those that are `held`; a title in several languages keeps one. */
export function noteStoryMembers(
  { root }: StoryToWrite,
  held: readonly string[],
  message: string,
  losses: Losses,
): void {
  for (const [name, value] of Object.entries(root)) {
    if (/^(?:type|features)$/.test(name) || isEmpty(value)) continue;
    if (!held.includes(name)) losses.noteStory(name, value, message);
    else if (isSeveral(value)) losses.noteStory(name, value, oneLanguage());
  }
}

/** Members of a record but those that are `held`, of the feature and of its properties. */
export function noteMembers(
  record: OutRecord,
  held: readonly string[],
  message: string,
  losses: Losses,
): void {
  const feature = isObject(record.feature) ? record.feature : {};
  for (const [name, value] of Object.entries(feature))
    if (!/^(?:type|id|geometry|time|properties)$/.test(name) && !isEmpty(value))
      losses.note(record, name, value, message);
  const time = others(member(feature, 'time'), ['date', 'timestamp', 'interval']);
  if (time) losses.note(record, 'time', time, message);
  for (const [name, value] of Object.entries(propertiesOf(feature))) {
    if (isEmpty(value)) continue;
    if (!held.includes(name)) losses.note(record, `properties.${name}`, value, message);
    else if (record.event && isUnread(name, value, record.event))
      losses.note(record, `properties.${name}`, value, t('out.unreadable'));
  }
}

/** Whether a member holds what none of its kind may, so that the event goes without. */
function isUnread(name: string, value: unknown, { summary, status, where }: Event): boolean {
  if (name === 'summary') return summary === undefined;
  if (name === 'category') return typeof value !== 'string';
  if (name === 'status') return value !== status;
  if (name === 'sources') return !Array.isArray(value);
  if (name !== 'where') return false;
  if (!isObject(value)) return true;
  const lacks = (part: 'name' | 'country') =>
    !isEmpty(member(value, part)) && where[part] === undefined;
  return lacks('name') || lacks('country');
}

/** Of texts in several languages, one of which is kept. */
export function noteLanguages(record: OutRecord, names: readonly string[], losses: Losses): void {
  const properties = propertiesOf(record.feature);
  for (const name of names) {
    const [first, second] = name.split('.') as [string, string?];
    const owner = member(properties, first);
    const value = second === undefined ? owner : isObject(owner) ? member(owner, second) : undefined;
    if (isSeveral(value as Text)) losses.note(record, `properties.${name}`, value, oneLanguage());
  }
} // prettier-ignore

/** Members of an object but those that are `held`. */
export function others(value: unknown, held: readonly string[]): Members | undefined {
  if (!isObject(value)) return undefined;
  const rest = Object.entries(value).filter(
    ([name, entry]) => !held.includes(name) && !isEmpty(entry),
  );
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

/** A longitude and a latitude, and nothing else. */
export function isPlainPoint(geometry: Geometry | null): boolean {
  return (
    geometry?.type === 'Point' &&
    geometry.coordinates.length === 2 &&
    Object.keys(geometry).length === 2
  );
}

export function propertiesOf(feature: unknown): Members {
  const properties = isObject(feature) ? member(feature, 'properties') : undefined;
  return isObject(properties) ? properties : {};
}

/** `time` of a feature, as it came. */
export function timeOf(feature: unknown): unknown {
  return isObject(feature) ? member(feature, 'time') : undefined;
}

/** A text in several languages, or in one that is named. */
function isSeveral(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}

/** What says nothing can't be lost. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
