/** What all rows of a table together say of the story that it was written from. */
import type { Problem } from '../../../model/event';
import { shown } from '../../../model/read/problems';
import { isObject, member, type Members } from '../../../model/read/members';
import { note } from '../header';
import { isSame, readValue } from './cells';
import { storyColumn } from './columns';
import { sourcesIn, textProperty, type Cells, type Translations } from './properties';
import { t } from '../../../words/reading';

export class StoryCells {
  readonly notes: Problem[] = [];
  readonly #translations: Translations;
  #members: Members | undefined;
  #zone: string | undefined;
  readonly #labels = new Map<string, unknown>();
  readonly #sources = new Map<string, unknown>();
  readonly #said = new Set<string>();

  constructor(translations: Translations) {
    this.#translations = translations;
  }

  add(cells: Cells, record: number): void {
    const text = cells.get(storyColumn);
    if (text !== undefined) this.#story(text, record);
    const zone = cells.get('timeZone');
    if (this.#zone !== undefined && zone !== undefined && zone !== this.#zone)
      this.#differs('timeZone', zone, this.#zone, record);
    this.#zone ??= zone;
    const category = cells.get('category');
    const label = textProperty(cells, 'category.label', this.#translations);
    if (category !== undefined && label !== undefined) {
      const known = this.#labels.get(category);
      if (known === undefined) this.#labels.set(category, label);
      else if (!isSame(known, label)) this.#differs('category.label', label, known, record);
    }
    for (const { id, source } of sourcesIn(cells) ?? []) {
      if (id === undefined || Object.keys(source).length === 0) continue;
      const known = this.#sources.get(id);
      if (known === undefined) this.#sources.set(id, source);
      else if (!isSame(known, source)) this.#differs('source', source, known, record);
    }
  }

  /** The story's members, as a file of a story has them. */
  members(): Members {
    const told = this.#members ?? {};
    const members: Record<string, unknown> = { ...told };
    if (this.#zone !== undefined && members.timeZone === undefined) members.timeZone = this.#zone;
    if (members.timeZone !== this.#zone && this.#zone !== undefined)
      this.#differs('timeZone', this.#zone, members.timeZone, null);
    const categories = this.#categories(members.categories);
    if (categories) members.categories = categories;
    const sources = members.sources;
    if (sources === undefined || isObject(sources)) {
      const all = { ...Object.fromEntries(this.#sources), ...sources };
      if (sources !== undefined || Object.keys(all).length > 0) members.sources = all;
    }
    return members;
  }

  #categories(told: unknown): unknown[] | undefined {
    const list: unknown[] = Array.isArray(told) ? [...(told as unknown[])] : [];
    for (const [id, label] of this.#labels) {
      const known = list.find((entry) => isObject(entry) && member(entry, 'id') === id) as Members;
      if (!known) list.push({ id, label });
      else if (!isSame(known.label, label) && known.label !== undefined)
        this.#differs('category.label', label, known.label, null);
    }
    return Array.isArray(told) || list.length > 0 ? list : undefined;
  }

  #story(text: string, record: number): void {
    const value = readValue(text);
    if (!isObject(value)) {
      const message = t('table.badStoryCell', { story: storyColumn, record });
      this.notes.push(note(storyColumn, 'bad-story-cell', message, shown(text)));
    } else if (this.#members !== undefined) this.#differs(storyColumn, text, this.#members, record);
    else this.#members = value;
  }

  /** Once for each column. */
  #differs(column: string, came: unknown, kept: unknown, record: number | null): void {
    if (this.#said.has(column)) return;
    this.#said.add(column);
    const values = { column, value: brief(came), kept: brief(kept) };
    const message =
      record === null
        ? t('table.differsFromStory', values)
        : t('table.differsFromEarlier', { ...values, record });
    this.notes.push(note(column, 'rows-disagree', message, came));
  }
}

function brief(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 120) : shown(value);
}
