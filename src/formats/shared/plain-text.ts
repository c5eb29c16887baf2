/** HTML of foreign records → plain text, which is all that a story shows. */

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', copy: '©', deg: '°', euro: '€', shy: '',
}; // prettier-ignore
const namePattern = /<\/?([a-z][a-z\d]*)\b/iy;
const blockPattern = /^(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote)$/;
const entityPattern = /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi;

const markupPattern =
  /<\/?(?:p|br|b|i|u|s|em|strong|a|div|span|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|img|font|sup|sub|small|big|blockquote|q|script|style|iframe|center|hr|pre|code|section|article|figure|button|input|svg|video|audio|label)\b[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** The words of a text that may be HTML; others stay as they are, such as "a < b". */
export function wordsIn(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text;
  return markupPattern.test(text) ? plainText(text) : text;
}

/** The words without elements, blocks on lines of their own. Text without any stays as it is. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const words = withoutElements(html).replace(
    entityPattern,
    (whole, name: string) => characterOf(name) ?? whole,
  );
  const lines = words.split('\n').map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Looks at every character a fixed number of times, whatever is never closed. */
function withoutElements(html: string): string {
  const ends = new Map<string, boolean>();
  /** Where this comes next, after it; `-1`, found out once only, where it doesn't. */
  const after = (end: string, from: number): number => {
    if (ends.get(end) === false) return -1;
    const at = html.indexOf(end, from);
    if (at < 0) ends.set(end, false);
    return at < 0 ? -1 : at + end.length;
  };
  let words = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    words += html.slice(at, open);
    namePattern.lastIndex = open;
    const name = namePattern.exec(html)?.[1]?.toLowerCase();
    const remark = html.startsWith('<!--', open);
    let end = remark ? after('-->', open) : name === undefined ? -1 : after('>', open);
    if (end > 0 && (name === 'script' || name === 'style') && html[open + 1] !== '/')
      end = Math.max(end, after(`</${name}>`, end));
    if (name !== undefined && blockPattern.test(name)) words += '\n';
    if (end < 0) words += '<';
    at = end < 0 ? open + 1 : end;
  }
  return words + html.slice(at);
}

/** Addresses that the text links to, each once. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]{0,2000}?\bhref\s*=\s*["']([^"']{1,2000})["']/gi)];
  return [...new Set(found.map((match) => plainText(match[1]!)))];
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const sound = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return sound ? String.fromCodePoint(code) : code === 9 || code === 10 ? ' ' : undefined;
}
