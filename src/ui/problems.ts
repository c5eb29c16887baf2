/** A problem of a file in words: which record it is of, and the value that came. */
import type { Problem } from '../model/event';
import { t } from '../words/page';

/** Characters of a value that are shown. */
const mostCharacters = 160;

/** The record's number or id, both where both are known; "The file" for a problem of the whole. */
export function recordOf({ record, id }: Problem & { readonly id?: string }): string {
  if (record === null) return t('problem.file');
  return id === undefined ? String(record) : `${record} (${id})`;
}

/** The value as text, shortened; `''` for none. */
export function printValueShort({ value }: Problem): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
