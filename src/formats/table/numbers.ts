/** Numbers and coordinates as tables write them. */

const plainPattern = /^[+-]?(?:\d{1,20}(?:[.,]\d{0,20})?|[.,]\d{1,20})(?:e[+-]?\d{1,3})?$/i;
const [UNICODE_MINUS, EN_DASH] = [0x2212, 0x2013];
const minusPattern = /^[\u2212\u2013]/;

/** A decimal number with a point or a comma, without thousands separators. Nothing where it is none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  if (first === UNICODE_MINUS || first === EN_DASH) return readNumber(`-${trimmed.slice(1)}`);
  if (!plainPattern.test(trimmed)) return undefined;
  const value = Number(trimmed.includes(',') ? trimmed.replace(',', '.') : trimmed);
  return Number.isFinite(value) ? value : undefined;
}

const angle =
  /^([+-]?\d{1,3}(?:[.,]\d{1,20})?)\s{0,2}[°ºd]?\s{0,2}(?:(\d{1,2}(?:[.,]\d{1,20})?)\s{0,2}['′’m]\s{0,2}(?:(\d{1,2}(?:[.,]\d{1,20})?)\s{0,2}(?:["″”s]|''))?\s{0,2})?([NSEWO])?$/i;

/**
 * An angle in degrees: `52.5`, `52,5`, `52.5 N`, `52° 31' 12" N`. `axis` says which letters fit.
 * Nothing where it is none; out of range is not judged.
 */
export function readAngle(text: string, axis: 'lng' | 'lat'): number | undefined {
  const plain = readNumber(text);
  if (plain !== undefined) return plain;
  const trimmed = text.trim().replace(minusPattern, '-');
  const match = trimmed.length <= 60 ? angle.exec(trimmed) : null;
  if (!match) return undefined;
  const [, degrees, minutes = '0', seconds = '0', letter = ''] = match;
  const fits = axis === 'lng' ? /^[EWO]?$/i : /^[NS]?$/i;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part!.replace(',', '.')));
  if (!fits.test(letter) || m! >= 60 || s! >= 60 || (letter && d! < 0)) return undefined;
  const size = Math.abs(d!) + m! / 60 + s! / 3600;
  const negative = degrees!.startsWith('-') || /[SW]/i.test(letter);
  return negative ? -size : size;
}

/** The two parts of a cell such as `35.5, -1.2`, `35,5; -1,2` or `(35.5 -1.2)`; in the order of a
 * `POINT (lng lat)` where it is one. Nothing where it is no pair. */
export function readPair(text: string): { parts: [string, string]; wkt: boolean } | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 120) return undefined;
  const wkt = /^(?:SRID=4326;\s{0,2})?POINT\s{0,2}\(([^()]{3,80})\)$/i.exec(trimmed);
  const inner = (wkt?.[1] ?? trimmed.replace(/^[[(]|[\])]$/g, '')).trim();
  const cut = [/\s{0,3};\s{0,3}/, /\s{0,3},\s{1,3}/, /\s{1,3}/, /,/].find(
    (sign) => inner.split(sign).length === 2,
  );
  // Without a space "35,5" may be one number.
  if (!cut || (cut.source === ',' && inner.split('.').length !== 3)) return undefined;
  const [first, second] = inner.split(cut) as [string, string];
  return first && second ? { parts: [first, second], wkt: wkt !== null } : undefined;
}

/** Texts that stand for "nothing known", by habit of those who keep tables. */
const longestEmpty = 7;
const emptyPattern = /^(?:n\/?a|null|nil|none|nan|unknown|-{1,3}|–|—|\?|\.|#n\/a)$/i;

export function standsForNothing(text: string): boolean {
  return text.length <= longestEmpty && (text === '' || emptyPattern.test(text));
}

const sentinelPattern = /^(?:-9{2,6}|9{4,6})(?:[.,]0{1,6})?$/;

/** Numbers that often stand for "nothing known": -99, -999 and so on, 9999 and so on. */
export function isSentinel(text: string): boolean {
  return text.includes('99') && sentinelPattern.test(text);
}
