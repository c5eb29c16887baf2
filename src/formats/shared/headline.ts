/** Text of foreign records → the lines of a story. */

/** Characters of a title. */
const title = 140;

/** A title from a longer text: the whole, its first sentence, or its beginning. */
export function headline(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= title) return line;
  const sentence = /^.{20,138}?[.!?…](?=\s)/u.exec(line);
  if (sentence) return sentence[0];
  const cut = line.slice(0, title - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > title / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

/** The parts of a list in one cell, trimmed, without empty ones. */
export function itemList(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Parts joined where they say something. */
export function joinParts(parts: readonly (string | undefined)[], separator: string): string {
  let joined = '';
  for (const part of parts) if (part) joined = joined === '' ? part : joined + separator + part;
  return joined;
}

/** The host of an address, as the title of a source that has no other; the address of a mailbox. */
export function hostOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  return hostname.replace(/^www\./, '') || pathname;
}
