/** What a timemap file is made of: events, and the sources and associations that they name. */
import { isObject, member, type Members } from '../../../model/read/members';
import { FormatError } from '../../format';
import { jsonOf, textOrNumber } from '../../shared/whole-json';
import { t } from '../../../words/reading';

export interface Parts {
  readonly events: readonly unknown[];
  readonly sources: ReadonlyMap<string, Members>;
  readonly associations: ReadonlyMap<string, Members>;
}

/**
 * From one file and those given beside it: an object or a list with all three, or a file of each.
 * Sources come as a list or by their ids. Throws a `FormatError` where there are no events.
 */
export function timemapParts(root: unknown, companions: ReadonlyMap<string, string>): Parts {
  const found = new Found();
  found.add(root);
  for (const [name, text] of companions) found.add(jsonOf(text, name));
  if (!found.events) throw new FormatError(t('timemap.missingEvents'));
  return { ...found, events: found.events };
}

class Found {
  events: readonly unknown[] | undefined;
  readonly sources = new Map<string, Members>();
  readonly associations = new Map<string, Members>();

  add(value: unknown): void {
    if (Array.isArray(value)) this.#addList(value as unknown[]);
    else if (isObject(value)) this.#addObject(value);
  }

  #addObject(value: Members): void {
    const named = ['events', 'sources', 'associations'].filter((name) => isCompound(value[name]));
    if (named.length === 0) {
      this.#addById(value);
      return;
    }
    if (Array.isArray(value.events)) this.events ??= value.events as unknown[];
    this.#addEach(value.sources, this.sources);
    this.#addEach(value.associations, this.associations);
  }

  /** A list of events, sources or associations, or of these three in any order. */
  #addList(list: readonly unknown[]): void {
    const first = list.find(isObject);
    const parts = list.length > 0 && list.length <= 3 && list.every(isCompound);
    if (parts && !(first && isRecord(first))) for (const part of list) this.add(part);
    else if (first && isSource(first)) this.#addEach(list, this.sources);
    else if (first && isAssociation(first)) this.#addEach(list, this.associations);
    else if (first || list.length === 0) this.events ??= list;
  }

  #addById(value: Members): void {
    const first = Object.values(value).find(isObject);
    if (first && isAssociation(first)) this.#addEach(value, this.associations);
    else if (first && isSource(first)) this.#addEach(value, this.sources);
  }

  #addEach(value: unknown, into: Map<string, Members>): void {
    const entries = Array.isArray(value)
      ? (value as unknown[]).map((entry) => ['', entry] as const)
      : isObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, entry] of entries) {
      if (!isObject(entry)) continue;
      const id = key || textOrNumber(member(entry, 'id'));
      if (id !== '' && !into.has(id)) into.set(id, entry);
    }
  }
}

function isCompound(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: Members): boolean {
  return isEvent(value) || isSource(value) || isAssociation(value);
}

function isEvent(value: Members): boolean {
  return Object.hasOwn(value, 'date') && Object.hasOwn(value, 'latitude');
}

function isSource(value: Members): boolean {
  return !isEvent(value) && (Object.hasOwn(value, 'paths') || Object.hasOwn(value, 'thumbnail'));
}

function isAssociation(value: Members): boolean {
  return Object.hasOwn(value, 'mode') || Object.hasOwn(value, 'filter_paths');
}
