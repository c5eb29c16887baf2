/**
 * The address as a table: one row a parameter, each with `parse` and `print`. Pure.
 *
 * `from` and `to` are kept as the EDTF text they are, since what they mean depends on the story's
 * zone; `windowOf` (`dates.ts`) and `printWindow` turn them into milliseconds and back.
 */
import { printDate, printInstant, unitOf } from '../model/edtf/print';
import { isSafeAddress } from '../model/read/link-address';
import { wellFormed } from '../model/text';
import { worldviewIds, type WorldviewId } from '../model/worldviews';
import { startOfDay } from '../model/time/zone';
import { worldSize } from '../world/mercator';
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
  q?: string;
  lang?: string;
  theme?: 'light' | 'dark' | 'auto';
  borders?: WorldviewId;
  projection?: 'mercator' | 'globe';
  /** `--dl-*` custom properties and their values, not looked into here. */
  style?: Readonly<Record<string, string>>;
}

/** A parameter that was left out, and why. */
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
  story: { parse: matching(/^[\w.-]{1,100}$/, "a story's id"), print: String },
  src: { parse: webAddress, print: String },
  // Looked into by `dates.ts`.
  from: { parse: String, print: String },
  to: { parse: String, print: String },
  event: { parse: matching(/^[^]{1,500}$/, "an event's id"), print: String },
  at: { parse: camera, print: printCamera },
  show: {
    parse: (text) => text.split(',').filter(Boolean),
    print: (ids) => ids.join(','),
  },
  q: { parse: matching(/^[^]{1,500}$/, 'up to 500 characters'), print: String },
  lang: { parse: language, print: String },
  theme: {
    parse: (text) => oneOf(text, ['light', 'dark', 'auto']),
    print: String,
  },
  borders: { parse: (text) => oneOf(text, worldviewIds), print: String },
  projection: { parse: (text) => oneOf(text, ['mercator', 'globe']), print: String },
};

/** Parameters of the page's own that hold no state; WordPress and hosts add more. */
const keys = Object.keys(table) as (keyof Single)[];

/** The name of a custom property that a page around may set. */
const property = /^--dl-[a-z]+(-[a-z\d]+)*$/;

/** What an address says, and how its dates are read. */
export interface Read {
  readonly address: Address;
  readonly notes: AddressNote[];
  /** The window that its dates mean in a zone, as `windowOf`. */
  windowIn(zone: string, reach: Range | null): Range | null;
}

/** Reads a query string. An unknown or broken parameter is left out with a note. What reads dates
 * comes only for an address that has some. */
export async function readAddress(search: string): Promise<Read> {
  const address: Address = {};
  const notes: AddressNote[] = [];
  const parameters = new URLSearchParams(search);
  const dated = parameters.has('from') || parameters.has('to');
  const dates = dated ? await import('./dates').catch(() => null) : null;
  for (const [key, value] of parameters) {
    if (property.test(key)) {
      address.style = { ...address.style, [key]: value };
    } else if (!keys.includes(key as keyof Single)) {
      notes.push({ key, value, message: 'is not a parameter of this page' });
    } else {
      try {
        const isDate = key === 'from' || key === 'to';
        if (isDate && !dates) throw new Error('can’t be read: a part of this page did not come');
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

/** A query string in the table's order, `''` where nothing is to be said. */
export function printAddress(address: Address): string {
  const said = keys.flatMap((key) => {
    const value = address[key];
    if (value === undefined) return [];
    return [[key, (table[key] as { print(value: unknown): string }).print(value)] as const];
  });
  const parts = [...said, ...Object.entries(address.style ?? {})].map(
    // Commas and colons are legal in a query and stay readable.
    ([key, text]) =>
      `${key}=${encodeURIComponent(wellFormed(text)).replace(/%2C/g, ',').replace(/%3A/g, ':')}`,
  );
  return parts.length ? `?${parts.join('&')}` : '';
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
    throw new Error('expected "lng,lat,zoom", such as 31.2,48.4,5');
  return { lng: lng!, lat: lat!, zoom: zoom! };
}

/** Digits so that half a pixel is kept: a degree of longitude is 512·2^zoom / 360 pixels wide. */
function printCamera({ lng, lat, zoom }: Camera): string {
  const digits = Math.max(0, Math.ceil(Math.log10((2 * worldSize(zoom)) / 360)));
  return [lng.toFixed(digits), lat.toFixed(digits), String(Math.round(zoom * 100) / 100)].join(',');
}

function webAddress(text: string): string {
  const { protocol, href } = isSafeAddress(text) ? new URL(text) : { protocol: '', href: '' };
  if (!/^https?:$/.test(protocol)) throw new Error('expected an http or https address');
  return href;
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0]!;
  } catch {
    throw new Error('expected a language tag, such as uk or pt-BR');
  }
}

function matching(pattern: RegExp, expected: string): (text: string) => string {
  return (text) => {
    if (!pattern.test(text)) throw new Error(`expected ${expected}`);
    return text;
  };
}

function oneOf<T extends string>(text: string, values: readonly T[]): T {
  if (!values.includes(text as T)) throw new Error(`expected ${values.join(', ')}`);
  return text as T;
}
