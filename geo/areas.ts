/** `worldviews.json`: the disputed areas, and what each view draws of them on what ground. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Choice {
  /** ISO 3166-1 alpha-2, `null` for an area that is drawn as no state's. */
  country: string | null;
  line: 'dashed' | 'solid';
  ground: string;
}

export interface Area {
  names: Record<string, string> & { en: string };
  /** Areas told of together. */
  group?: string;
  /** The ISO 3166-1 code that the area has of its own. */
  code?: string;
  /** Country → the ISO 3166-2 code that the area has in it. */
  regions?: Record<string, string>;
  /** From what it is drawn. */
  source: string;
  /** How far its outline may be off, where that is more than the map's own. */
  precision?: string;
  /** A view that is not named draws what `un` draws. */
  views: Record<string, Choice> & { un: Choice };
}

export interface Worldviews {
  views: Record<string, { title: string; ground: string }>;
  areas: Record<string, Area>;
}

export const worldviews = JSON.parse(
  readFileSync(join(import.meta.dirname, 'worldviews.json'), 'utf8'),
) as Worldviews;

/** Whole units of the source that are areas: by ISO 3166-2 code, by its beginning, or by Natural
 * Earth's code of the country. */
const whole: [string, (code: string | null, country: string) => boolean][] = [
  ['crimea', (code) => code === 'UA-43' || code === 'UA-40'],
  ['jammu-kashmir', (code) => code === 'IN-JK' || code === 'IN-LA'],
  ['azad-kashmir', (code) => code === 'PK-JK' || code === 'PK-GB'],
  ['siachen', (_, country) => country === 'KAS'],
  ['arunachal-pradesh', (code) => code === 'IN-AR'],
  ['west-bank', (code) => code === 'PS-WBK'],
  ['gaza', (code) => code === 'PS-GZZ'],
  ['western-sahara-east', (_, country) => country === 'SAH'],
  ['kosovo', (_, country) => country === 'KOS'],
  ['northern-cyprus', (_, country) => country === 'CYN'],
  ['taiwan', (_, country) => country === 'TWN'],
  ['abkhazia', (code) => code === 'GE-AB'],
  ['transnistria', (code) => code === 'MD-SN'],
  ['somaliland', (_, country) => country === 'SOL'],
  ['spratly', (_, country) => country === 'PGA'],
];

/** The area that a whole unit belongs to. */
export function areaOf(unit: string, code: string | null, country: string): string | undefined {
  if (unit === 'PFA+00?') return 'paracel';
  return whole.find(([, is]) => is(code, country))?.[0];
}
