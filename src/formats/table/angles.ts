/** Angles and positions as tables write them. */
import { readNumber } from './numbers';

/** A hemisphere as it is written; `O` is east in German, and west in French, Spanish and Italian. */
export type Hemisphere = 'N' | 'S' | 'E' | 'W' | 'O';

export interface Angle {
  /** In degrees; negative only where it is written with a sign. */
  readonly size: number;
  readonly hemisphere?: Hemisphere;
}

/** What `O` means in a column. */
export type MeaningOfO = 'east' | 'west';

const minus = /^[\u2212\u2013]/;
const names = '[NSEWO]|North|South|East|West|Nord|Süd|Sud|Est|Ost|Ouest|Oeste|Norte|Sur|Este';
const leading = new RegExp(`^(${names})(?![a-z])[.:]?\\s{0,3}(?=[\\d+-])`, 'i');
const trailing = new RegExp(`(?<![a-z])\\s{0,3}(${names})\\.?$`, 'i');
const number = '\\d{1,4}(?:[.,]\\d{0,20})?';
const degreeSign = '\\s{0,2}(?:[°ºd˚]|deg(?:rees?|\\.)?)\\s{0,2}';
const minuteSign = "\\s{0,2}(?:['′’‘`´ʹm]|min\\.?)\\s{0,2}";
const secondSign = '\\s{0,2}(?:["″”“ʺs]|[\'′’‘`´]{2}|sec\\.?)';
/** Degrees, minutes and seconds between signs, spaces or colons. */
const parted = new RegExp(
  `^([+-]?${number})(?:${degreeSign}|\\s{0,2}:\\s{0,2}|\\s{1,3}|$)` +
    `(?:(${number})(?:${minuteSign}|\\s{0,2}:\\s{0,2}|\\s{1,3}|$)(?:(${number})(?:${secondSign})?)?)?$`,
  'i',
);
/** Letters as signs, as PROJ and GPS devices write them: `48d51m24s`, where the last is no south. */
const lettered = [
  /^(.{0,8}?\d)\s?(?:d(?:eg)?|[°º])\s?(\d[\d.,]*)\s?m(?:in)?\s?(?:(\d[\d.,]*)s(?:ec)?)?(?![a-z\d])/,
  /^(.{0,8}?\d)\s?D\s?(\d[\d.,]*)\s?M\s?(?:(\d[\d.,]*)S)?(?![A-Z\d]{2})/,
] as const;
/** As aviation writes it, beside a hemisphere: `48-51-24N`. */
const hyphened = /^\d{1,3}-\d{1,2}(?:-\d{1,2}(?:[.,]\d{1,9})?)?$/;
/** Degrees, minutes and seconds without anything between, two digits each: `485124N`, `0022108E`. */
const packed = /^(\d{2,3})(\d{2})(\d{2})?(\.\d{1,10})?$/;
const longest = 60;

/** Nothing where the text is no angle. Out of range is not judged. */
export function readHemisphere(text: string): Angle | undefined {
  const plain = readNumber(text);
  if (plain !== undefined) return { size: plain };
  if (text.length > longest) return undefined;
  let rest = withSigns(text.trim().replace(minus, '-').replace(/\s/g, ' '));
  const [before, after] = [leading.exec(rest), trailing.exec(rest)];
  if (before && after) return undefined;
  const name = (before ?? after)?.[1];
  if (before) rest = rest.slice(before[0].length);
  if (after) rest = rest.slice(0, after.index).trimEnd();
  const hemisphere = name === undefined ? undefined : letterOf(name);
  if (hemisphere && hyphened.test(rest)) rest = rest.replaceAll('-', ':');
  const size = (hemisphere && unparted(rest, hemisphere)) ?? sizeOf(rest);
  if (size === undefined || (hemisphere && (size < 0 || Object.is(size, -0)))) return undefined;
  return { size, hemisphere };
}

function withSigns(text: string): string {
  for (const pattern of lettered)
    if (pattern.test(text))
      return text.replace(
        pattern,
        (_, degrees: string, minutes: string, seconds?: string) =>
          `${degrees}°${minutes}'${seconds === undefined ? '' : `${seconds}"`}`,
      );
  return text;
}

/**
 * An angle in degrees: `52.5`, `52,5`, `52.5 N`, `N 52° 31' 12"`, `52 31 12 N`, `52:31.2N`. `axis`
 * says which hemispheres fit, `o` what an O means. Nothing where it is none; out of range is not
 * judged.
 */
export function readAngle(text: string, axis: 'lng' | 'lat', o?: MeaningOfO): number | undefined {
  const plain = readNumber(text);
  if (plain !== undefined) return plain;
  const angle = readHemisphere(text);
  if (!angle) return undefined;
  const { size, hemisphere } = angle;
  if (hemisphere === undefined) return size;
  if (axisOf(hemisphere) !== axis || (hemisphere === 'O' && o === undefined)) return undefined;
  return hemisphere === 'S' || hemisphere === 'W' || (hemisphere === 'O' && o === 'west')
    ? -size
    : size;
}

export function axisOf(hemisphere: Hemisphere): 'lng' | 'lat' {
  return hemisphere === 'N' || hemisphere === 'S' ? 'lat' : 'lng';
}

export interface Pair {
  readonly parts: readonly [string, string];
  /** Where the cell itself says which comes first. */
  readonly order?: 'latlng' | 'lnglat';
}

const labelled =
  /^\{?\s*"?(lat|lng|lon|long|latitude|longitude|y|x)"?\s{0,2}[:=]?\s{0,2}([^:=A-Za-z]{1,40}?)[\s,;]{1,3}"?(lat|lng|lon|long|latitude|longitude|y|x)"?\s{0,2}[:=]?\s{0,2}([^:=A-Za-z]{1,40}?)\s*\}?$/i;
const lettersLast =
  /^([^NSEWO]{1,40}(?:[NS](?=[^NS]{1,50}[EWO]$)|[EWO](?=[^EWO]{1,50}[NS]$)))[\s,;/]{0,4}(.{1,50})$/i;
const lettersFirst =
  /^((?:[NS](?=[^NS]{1,50}[EWO])|[EWO](?=[^EWO]{1,50}[NS]))[^NSEWO]{1,40}?)[\s,;/]{0,4}([NSEWO][^NSEWO]{1,40})$/i;

/** The two parts of a cell such as `35.5, -1.2`, `35,5; -1,2`, `(35.5 -1.2)`, `48°51'N 2°21'E` or
 * `lat: 35.5, lng: -1.2`. Nothing where it is no pair. */
export function readPair(text: string): Pair | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 120) return undefined;
  const labels = labelled.exec(trimmed);
  if (labels) return fromLabels(labels);
  const uri = /^geo:(-?[\d.]{1,20}),(-?[\d.]{1,20})/.exec(trimmed);
  if (uri) return { parts: [uri[1]!, uri[2]!], order: 'latlng' };
  const inner = trimmed.replace(/^[[({]|[\])}]$/g, '').trim();
  const letters = lettersLast.exec(inner) ?? lettersFirst.exec(inner);
  const cut = [/\s{0,3};\s{0,3}/, /\s{0,3},\s{1,3}/, /\s{0,3}[/|]\s{0,3}/, /\s{1,3}/, /,/].find(
    (sign) => inner.split(sign).length === 2,
  );
  // Without a space "35,5" may be one number.
  const cuts = cut && (cut.source !== ',' || inner.split('.').length === 3);
  const [first, second] = letters ? letters.slice(1, 3) : cuts ? inner.split(cut) : [];
  if (!first || !second) return undefined;
  return { parts: [first.trim(), second.trim()], order: orderOf(first, second) };
}

function fromLabels([, one, first, two, second]: RegExpExecArray): Pair | undefined {
  const [isLat, alsoLat] = [one!, two!].map((name) => /^(?:lat|y)/i.test(name));
  if (isLat === alsoLat) return undefined;
  return { parts: [first!.trim(), second!.trim()], order: isLat ? 'latlng' : 'lnglat' };
}

function orderOf(first: string, second: string): Pair['order'] {
  const [one, two] = [first, second].map((part) => readHemisphere(part)?.hemisphere);
  if (one !== undefined) return axisOf(one) === 'lat' ? 'latlng' : 'lnglat';
  if (two !== undefined) return axisOf(two) === 'lat' ? 'lnglat' : 'latlng';
  return undefined;
}

function letterOf(name: string): Hemisphere {
  const word = name.toLowerCase();
  if (word === 'ost') return 'E';
  if (word === 'ouest' || word === 'oeste') return 'W';
  return word.charAt(0).toUpperCase() as Hemisphere;
}

function unparted(text: string, hemisphere: Hemisphere): number | undefined {
  const match = packed.exec(text);
  const width = axisOf(hemisphere) === 'lat' ? 2 : 3;
  if (!match || match[1]!.length !== width) return undefined;
  const [, degrees, minutes, seconds, fraction = ''] = match;
  return seconds === undefined
    ? inDegrees(degrees!, minutes! + fraction, '0')
    : inDegrees(degrees!, minutes!, seconds + fraction);
}

function sizeOf(text: string): number | undefined {
  const match = parted.exec(text);
  if (!match) return undefined;
  const [, degrees, minutes = '0', seconds = '0'] = match;
  // A fraction may only stand in the last of them.
  if (match[2] !== undefined && /[.,]\d*[1-9]/.test(degrees!)) return undefined;
  if (match[3] !== undefined && /[.,]\d*[1-9]/.test(minutes)) return undefined;
  return inDegrees(degrees!, minutes, seconds);
}

function inDegrees(degrees: string, minutes: string, seconds: string): number | undefined {
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (m! >= 60 || s! >= 60) return undefined;
  const size = Math.abs(d!) + m! / 60 + s! / 3600;
  return degrees.startsWith('-') ? -size : size;
}
