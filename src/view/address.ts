/**
 * The address as a table: one row a parameter, each with `parse` and `print`. Pure.
 *
 * `from` and `to` are kept as the EDTF text they are, since what they mean depends on the story's
 * zone; `windowOf` (`dates.ts`) and `printWindow` turn them into milliseconds and back.
 */
import { printDate, printInstant, unitOf } from '../model/edtf/print';
import { isSafeAddress } from '../model/safe-address';
import { wellFormed } from '../model/text';
import { worldviewIds, type WorldviewId } from '../model/worldviews';
import { startOfDay } from '../model/time/zone';
import { worldSize } from '../world/mercator';
import { t } from '../words/page';
import type { Camera } from './camera';
import type { Range } from '../model/time/calendar';

/** What an address can say; what it does not say is absent. */
export interface Address {
  story?: string;
  /** An http(s) address of a story. */
  src?: string;
  /** EDTF, both inclusive at the precision given. */
  from?: string;
  to?: string;
  /** The selected event's id. */
  event?: string;
  at?: Camera;
  /** Ids of the categories shown. */
  show?: readonly string[];
  /** Events without a place are left out. */
  unplaced?: 'none';
  q?: string;
  lang?: string;
  theme?: 'light' | 'dark' | 'auto';
  borders?: WorldviewId;
  projection?: 'mercator' | 'globe';
  /** `--dl-*` custom properties and their values, not checked here. */
  style?: Readonly<Record<string, string>>;
}

/** A parameter that was left out, and why, in one sentence. */
export interface AddressNote {
  readonly key: string;
  readonly value: string;
  readonly message: string;
}

/** Parameters of one name each. */
type Single = Omit<Address, 'style'>;

interface Row<K extends keyof Single> {
  /** Throws an `Error` whose message says what was expected. */
  parse(text: string): Required<Single>[K];
  print(value: Required<Single>[K]): string;
}

const table: { readonly [K in keyof Required<Single>]: Row<K> } = {
  story: { parse: matching(/^[\w.-]{1,100}$/, 'address.story'), print: String },
  src: { parse: webAddress, print: String },
  // Read by `dates.ts`.
  from: { parse: String, print: String },
  to: { parse: String, print: String },
  event: { parse: matching(/^[^]{1,500}$/, 'address.event'), print: String },
  at: { parse: camera, print: printCamera },
  show: {
    parse: (text) => text.split(',').filter(Boolean),
    print: (ids) => ids.join(','),
  },
  unplaced: { parse: (text) => oneOf(text, ['none']), print: String },
  q: { parse: matching(/^[^]{1,500}$/, 'address.q'), print: String },
  lang: { parse: language, print: String },
  theme: {
    parse: (text) => oneOf(text, ['light', 'dark', 'auto']),
    print: String,
  },
  borders: { parse: (text) => oneOf(text, worldviewIds), print: String },
  projection: { parse: (text) => oneOf(text, ['mercator', 'globe']), print: String },
};

/** The names of the parameters, in the order in which an address has them. */
export const parameterNames = Object.keys(table) as readonly (keyof Single)[];

/** The name of a custom property that a page around may set. */
const property = /^--dl-[a-z]+(-[a-z\d]+)*$/;

/** What an address says, and how its dates are read. */
export interface Read {
  readonly address: Address;
  readonly notes: AddressNote[];
  /** The window that its dates mean in a zone, as `windowOf`. */
  windowIn(zone: string, reach: Range | null): Range | null;
}

/** Reads a query string. An unknown or broken parameter is left out with a note. The code that reads
 * dates is fetched only for an address that has some. */
export async function readAddress(search: string): Promise<Read> {
  const address: Address = {};
  const notes: AddressNote[] = [];
  const parameters = new URLSearchParams(search);
  const dated = parameters.has('from') || parameters.has('to');
  const dates = dated ? await import('./dates').catch(() => null) : null;
  for (const [key, value] of parameters) {
    if (property.test(key)) {
      address.style = { ...address.style, [key]: value };
    } else if (!parameterNames.includes(key as keyof Single)) {
      notes.push({ key, value, message: t('address.unknown') });
    } else {
      try {
        const isDate = key === 'from' || key === 'to';
        if (isDate && !dates) throw new Error(t('address.noReader'));
        const parse = isDate ? dates!.readWindowBound : table[key as keyof Single].parse;
        Object.assign(address, { [key]: parse(value) });
      } catch (error) {
        notes.push({ key, value, message: (error as Error).message });
      }
    }
  }
  const windowIn: Read['windowIn'] = (zone, reach) => dates?.windowOf(address, zone, reach) ?? null;
  return { address, notes, windowIn };
}

/** The language that a query string names, `undefined` for none or a broken one: notes on the other
 * parameters are in it. */
export function languageOf(search: string): string | undefined {
  const text = new URLSearchParams(search).get('lang');
  try {
    return text === null ? undefined : language(text);
  } catch {
    return undefined;
  }
}

/** A query string in the table's order; `''` for an empty address. */
export function printAddress(address: Address): string {
  const parts = Object.entries({ ...printParameters(address), ...address.style }).map(
    // Commas and colons are legal in a query and stay readable.
    ([key, text]) =>
      `${key}=${encodeURIComponent(wellFormed(text)).replace(/%2C/g, ',').replace(/%3A/g, ':')}`,
  );
  return parts.length ? `?${parts.join('&')}` : '';
}

/** The parameters of an address but for its style, as text, by name, in the table's order. */
export function printParameters(address: Single): Partial<Record<keyof Single, string>> {
  return Object.fromEntries(
    parameterNames.flatMap((key) => {
      const value = address[key];
      return value === undefined ? [] : [[key, printParameter(key, value as never)]];
    }),
  );
}

/** One parameter as text, not yet escaped for an address. */
export function printParameter<K extends keyof Single>(key: K, value: Required<Single>[K]): string {
  return table[key].print(value);
}

/** The shortest `from` and `to` that mean this window: days where both bounds are midnights. */
export function printWindow([from, to]: Range, zone: string): { from: string; to: string } {
  if (startOfDay(from, zone) === from && startOfDay(to, zone) === to)
    return { from: printDate(from, zone), to: printDate(to - 1, zone) };
  // `to` is inclusive at the precision it is printed with: the minute, second or millisecond before.
  const unit = unitOf(to);
  return { from: printInstant(from, zone), to: printInstant(to - unit, zone, unit) };
}

function camera(text: string): Camera {
  const [lng, lat, zoom, ...rest] = text.split(',').map((part) => (part ? Number(part) : NaN));
  if (rest.length || !(Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90 && zoom! >= 0 && zoom! <= 24))
    throw new Error(t('address.at'));
  return { lng: lng!, lat: lat!, zoom: zoom! };
}

/** Digits so that half a pixel is kept: a degree of longitude is 512·2^zoom / 360 pixels wide. */
function printCamera({ lng, lat, zoom }: Camera): string {
  const digits = Math.max(0, Math.ceil(Math.log10((2 * worldSize(zoom)) / 360)));
  return [lng.toFixed(digits), lat.toFixed(digits), String(Math.round(zoom * 100) / 100)].join(',');
}

function webAddress(text: string): string {
  const { protocol, href } = isSafeAddress(text) ? new URL(text) : { protocol: '', href: '' };
  if (!/^https?:$/.test(protocol)) throw new Error(t('address.src'));
  return href;
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0]!;
  } catch {
    throw new Error(t('address.lang'));
  }
}

function matching(
  pattern: RegExp,
  expected: 'address.story' | 'address.event' | 'address.q',
): (text: string) => string {
  return (text) => {
    if (!pattern.test(text)) throw new Error(t(expected));
    return text;
  };
}

function oneOf<T extends string>(text: string, values: readonly T[]): T {
  if (!values.includes(text as T))
    throw new Error(t('address.choice', { values: values.join(', ') }));
  return text as T;
}
