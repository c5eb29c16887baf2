/** Countries and first-order units with their names in many languages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Place } from '../../src/gazetteer/types';
import { codeOf } from '../repairs';
import type { Unit } from './whereabouts';

/** A place and the other names it is found by. */
export interface NamedPlace extends Place {
  also: string[];
}

const require = createRequire(import.meta.url);

/** CLDR's languages whose names of countries are taken. */
const languages =
  'am ar az be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl no pa pl ps pt ro ru si sk sl so sq sr sr-Latn sv sw ta te tg th tk tr ug uk ur uz vi yue zh zh-Hant'.split(
    ' ',
  );

/** Countries that the drawn world names, at the places of their names. */
export function countries(named: readonly (readonly [string, number, number, number])[]) {
  const folder = dirname(require.resolve('cldr-localenames-full/package.json'));
  const names = languages.map((language) => {
    const file = join(folder, 'main', language, 'territories.json');
    const { main } = JSON.parse(readFileSync(file, 'utf8')) as {
      main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
    };
    return main[language]!.localeDisplayNames.territories;
  });
  const english = names[languages.indexOf('en')]!;
  const population = populations();
  return named.map(([code, lng, lat]): NamedPlace => {
    const people = population.get(code) || null;
    return {
      // "Myanmar (Burma)": the name, and what stands in brackets as another one.
      name: english[code]!.replace(/ \(.*\)$/, '').replace(/ SAR China$/, ''),
      also: names.flatMap((all) =>
        [code, `${code}-alt-short`, `${code}-alt-variant`]
          .map((key) => all[key])
          .filter((name) => name !== undefined && name !== code)
          .flatMap((name) => [name!, ...(/\((.+)\)$/.exec(name!)?.slice(1) ?? [])]),
      ),
      lng,
      lat,
      kind: 'country',
      country: code,
      region: null,
      population: people,
      weight: people ?? 0,
      capital: false,
    };
  });
}

/** Of countries, from GeoNames' table: tab-separated, the code first, the population eighth. */
function populations(): Map<string, number> {
  const lines = readFileSync(require.resolve('cities15000/countryInfo.txt'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'))
      .map((fields) => [fields[0]!, Number(fields[7])]),
  );
}

/** Smaller units are known by their names in fewer languages. */
const populous = 250_000;

/** First-order units; `people` says how many live in the settlements of each. */
export function regions(
  units: ReadonlyMap<string, Unit[]>,
  moreNames: Record<string, string[]>,
  people: ReadonlyMap<string, number>,
): NamedPlace[] {
  return [...units].flatMap(([country, own]) =>
    own.map(({ properties: { code, name, names, point } }) => ({
      name,
      also: [
        name,
        ...Object.values(names),
        ...((people.get(code) ?? 0) < populous ? [] : (moreNames[code] ?? [])),
      ],
      lng: point[0],
      lat: point[1],
      kind: 'region' as const,
      country,
      region: code,
      population: null,
      weight: people.get(code) ?? 0,
      capital: false,
    })),
  );
}

/** Natural Earth's languages beyond those that `geo/out/regions/` keeps. */
const furtherLanguages = ['el', 'fa', 'he', 'hi', 'ja', 'ko'];

/** Code → names of its largest part in further languages, and its local and variant ones. */
export function furtherNames(source: {
  features: readonly { properties: Record<string, string | number | null> }[];
}): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { properties } of source.features) {
    const code = codeOf(String(properties.adm1_code), String(properties.iso_3166_2));
    // Where several units share a code, the names are of parts of it.
    if (code === null || code in found) {
      if (code !== null) found[code] = [];
      continue;
    }
    const names = [
      ...furtherLanguages.map((language) => properties[`name_${language}`]),
      properties.name,
      properties.name_local,
      ...String(properties.name_alt ?? '').split('|'),
    ].filter((name): name is string => typeof name === 'string' && name.trim() !== '');
    found[code] = [...new Set(names)];
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
