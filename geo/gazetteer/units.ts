/** Countries and first-order units with their names in many languages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GazetteerPlace } from '../../src/world/gazetteer/types';
import type { Description } from '../names';
import type { Raw } from '../source';
import type { Unit } from '../units';
import { grouped } from './grouped';

/** A place and the other names it is found by. */
export interface NamedPlace extends GazetteerPlace {
  also: string[];
}

const require = createRequire(import.meta.url);

/** CLDR's languages whose names of countries are taken. */
const languages =
  'am ar az be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl no pa pl ps pt ro ru si sk sl so sq sr sr-Latn sv sw ta te tg th tk tr ug uk ur uz vi yue zh zh-Hant'.split(
    ' ',
  );

/** Those whose names have another one in brackets: "Myanmar (Burma)", "Aotearoa (New Zealand)". Of
 * others there stands what they belong to, or a word: "Congo (Republic)", "Hong Kong (China)". */
const renamedCountries = new Set(['CC', 'CI', 'FK', 'MM', 'NZ', 'TL']);

/** Countries, at the places of their names on the map; `XK` is Kosovo's in CLDR and in GeoNames. */
export function countries(positions: ReadonlyMap<string, readonly [number, number]>) {
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
  return [...positions].map(([code, [lng, lat]]): NamedPlace => {
    const people = population.get(code) || null;
    return {
      // "Myanmar (Burma)": the name, and what stands in brackets as another one.
      name: english[code]!.replace(/ \(.*\)$/, '').replace(/ SAR China$/, ''),
      also: names.flatMap((all, at) =>
        [code, `${code}-alt-short`, `${code}-alt-variant`]
          .map((key) => all[key])
          .filter((name) => name !== undefined && name !== code)
          // "ZK" and "R.U." are short for the United Kingdom in one language alone.
          .filter((name) => languages[at] === 'en' || !/^\p{Lu}\P{L}*\p{Lu}\P{L}*$/u.test(name!))
          .flatMap((name) => [name!, ...(renamedCountries.has(code) ? bracketsOf(name!) : [])]),
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

/** A unit as `geo/out/regions/` names it. */
export interface NamedRegion extends Description {
  code: string;
}

/** First-order units; `people` says how many live in the settlements of each. */
export function regions(
  all: readonly NamedRegion[],
  further: ReadonlyMap<string, string[]>,
  people: ReadonlyMap<string, number>,
): NamedPlace[] {
  return all.map(({ code, name, names, point }) => ({
    name,
    also: [
      // Chinese ones in both ways of writing: "安徽|安徽".
      ...Object.values(names).flatMap((each) => each.split('|')),
      ...((people.get(code) ?? 0) < populous ? [] : (further.get(code) ?? [])),
    ],
    lng: point[0],
    lat: point[1],
    kind: 'region' as const,
    country: code.slice(0, 2),
    region: code,
    population: null,
    weight: people.get(code) ?? 0,
    capital: false,
  }));
}

/** Natural Earth's languages beyond those that `geo/out/regions/` keeps. */
const furtherLanguages = ['el', 'fa', 'he', 'hi', 'ja', 'ko'];

/** Code → its names in further languages, and its local and variant ones. None where several units
 * share a code: there they are names of parts of it. */
export function furtherNames(units: readonly Unit[]): Map<string, string[]> {
  const sharing = grouped(units, ({ properties }) => properties.code);
  return new Map(
    [...sharing].flatMap(([code, own]): [string, string[]][] => {
      const raws = new Map(own.map(({ properties: { raw } }) => [raw.adm1_code, raw]));
      if (code === null || raws.size > 1) return [];
      const [raw] = [...raws.values()] as [Raw];
      const names = [
        ...furtherLanguages.map((language) => raw[`name_${language}`]),
        raw.name,
        raw.name_local,
        ...String(raw.name_alt ?? '').split('|'),
      ].filter((name): name is string => typeof name === 'string' && name.trim() !== '');
      return [[code, [...new Set(names)]]];
    }),
  );
}

function bracketsOf(name: string): string[] {
  return /\((.+)\)$/.exec(name)?.slice(1) ?? [];
}
