/** What a reader chooses of how a file is read: in the menus, as `NAME.import.json`, as a command. */
import { printPlaceChoice } from '../../formats/geocode/choice';
import { isZone } from '../../model/time/zone';
import type { ReadingOptions } from '../../story';
import { baseOf } from '../start/drop';

/** The texts of the menus and fields; an empty one leaves it to the file. */
export interface ReadingChoices {
  format: string;
  dayOrder: string;
  timeZone: string;
  century: string;
  decimal: string;
  crs: string;
  sheet: string;
  encoding: string;
  geocode: string;
}

export function choicesIn(reading: ReadingOptions): ReadingChoices {
  const { format = '', dayOrder = '', timeZone = '', century, decimal = '' } = reading;
  const { crs = '', sheet = '', encoding = '', geocode = '' } = reading;
  const texts = { dayOrder, timeZone, decimal, crs, sheet, encoding, geocode };
  return { format: format === 'auto' ? '' : format, century: century?.toString() ?? '', ...texts };
}

/** What is half typed, such as a zone that is none, is no choice.
 *
 * @param rest What has no menu, or one of its own. */
export function readingOf(choices: ReadingChoices, rest: ReadingOptions): ReadingOptions {
  const texts = Object.entries(choices).map(([name, text]) => [name, text.trim() || undefined]);
  const { century, timeZone, ...others } = Object.fromEntries(texts) as Partial<ReadingChoices>;
  return {
    ...rest,
    ...(others as ReadingOptions),
    timeZone: timeZone !== undefined && isZone(timeZone) ? timeZone : undefined,
    century: century !== undefined && /^\d{4}$/.test(century) ? Number(century) : undefined,
  };
}

/** As `NAME.import.json` has them. */
export function fileOf(reading: ReadingOptions): Record<string, unknown> {
  const { format, title, encoding, map, dayOrder, century, timeZone, decimal, crs, sheet } =
    reading;
  return {
    format,
    title,
    encoding,
    map: map && Object.fromEntries(map),
    'day-order': dayOrder,
    century,
    zone: timeZone,
    decimal,
    crs,
    sheet,
    geocode: reading.geocode,
    places: reading.places?.size
      ? Object.fromEntries([...reading.places].map(([key, one]) => [key, printPlaceChoice(one)]))
      : undefined,
  };
}

/** The same as a command. */
export function commandOf(name: string, reading: ReadingOptions): string {
  const { map, places, ...options } = fileOf(reading);
  const words = ['datelines', 'import', quoted(name)];
  for (const [field, column] of Object.entries(map ?? {}))
    words.push('--map', quoted(`${field}=${column}`));
  for (const [key, choice] of Object.entries(places ?? {}))
    words.push('--place', quoted(`${key}=${String(choice)}`));
  for (const [option, value] of Object.entries(options))
    if (value !== undefined) words.push(`--${option}`, quoted(String(value)));
  return [...words, '--out', quoted(`${baseOf(name)}.geojson`)].join(' ');
}

/** For a shell of POSIX. */
function quoted(text: string): string {
  return /^[\w./:=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
