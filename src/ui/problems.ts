/** A problem of a file in words: which record it is of, and the value that came. */
import type { Problem } from '../model/event';
import { reasonKey } from '../model/problem-groups';
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

/** Problems of one reason. */
export interface AlikeProblems<Kind extends Problem> {
  readonly key: string;
  readonly count: number;
  readonly first: readonly Kind[];
  /** With the first ones. */
  readonly all: readonly Kind[];
}

/** Problems of each group that are shown. */
const mostFirst = 3;

/** Problems by their reason, in the order of the first of each. */
export function groupsOf<Kind extends Problem>(problems: readonly Kind[]): AlikeProblems<Kind>[] {
  const groups = new Map<string, Kind[]>();
  for (const problem of problems) {
    const key = reasonKey(problem);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups].map(([key, all]) => ({
    key,
    count: all.length,
    first: all.slice(0, mostFirst),
    all,
  }));
}
