/** How cells of a table that a story was written in hold more than one plain text: lists with a
 * separator, and values as JSON. What each writes, its counterpart reads back equal. */

/** Whether a text can stand in a cell as it is: it is not empty, and UTF-8 can hold it. */
export function isPlainText(value: unknown): value is string {
  // eslint-disable-next-line no-control-regex
  return typeof value === 'string' && value !== '' && !/[\u0000\p{Surrogate}]/u.test(value);
}

/** `One; Two`. An entry that holds the separator or a quote, is empty, or has a space at an end
 * stands in quotes, and its quotes are doubled, as in CSV itself. */
export function printListCell(entries: readonly string[]): string {
  return entries
    .map((entry) =>
      entry === '' || /[;"]|^\s|\s$/.test(entry) ? `"${entry.replace(/"/g, '""')}"` : entry,
    )
    .join('; ');
}

/** What `printList` wrote, or somebody typed: a quote that is never closed is a sign like others. */
export function readListCell(text: string): string[] {
  const entries: string[] = [];
  const past = (at: number) => {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    return at;
  };
  for (let at = 0; at < text.length;) {
    const start = past(at);
    if (text[start] === '"') {
      let end = text.indexOf('"', start + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      const next = end < 0 ? -1 : past(end + 1);
      if (next === text.length || text[next] === ';') {
        entries.push(text.slice(start + 1, end).replace(/""/g, '"'));
        at = next + 1;
        continue;
      }
    }
    const cut = text.indexOf(';', start);
    const stop = cut < 0 ? text.length : cut;
    const bare = text.slice(start, stop).trim();
    if (bare !== '') entries.push(bare);
    at = stop + 1;
  }
  return entries;
}

/** A value as JSON; a text that could not be taken for JSON stands as it is. */
export function printValue(value: unknown): string {
  if (isPlainText(value) && readValue(value) === value) return value;
  return JSON.stringify(value);
}

export function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Whether two JSON values are equal; the order of an object's members says nothing. */
export function isSame(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every(
      (name) =>
        Object.hasOwn(second, name) &&
        isSame((first as Record<string, unknown>)[name], (second as Record<string, unknown>)[name]),
    )
  );
}
