/** What first-order units are called. */
import { english, formerCodes, names as repaired } from './repairs';
import { innerPoint, wholeArea, type Shape } from './shapes';
import type { Raw } from './source';
import type { Unit } from './units';

/** Languages whose names are kept; English is `name`. */
const languages = ['ar', 'de', 'es', 'fr', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];

export interface Description {
  name: string;
  /** By language; one that is the same as `name` is left out. */
  names: Record<string, string>;
  /** Codes it had before. */
  former?: string[];
  point: [number, number];
}

/** Describes a region by its code and its shape as drawn. */
export function describer(units: readonly Unit[]): (code: string, shape: Shape) => Description {
  const mains = new Map<string, Unit>();
  for (const unit of units) {
    const { code } = unit.properties;
    const main = mains.get(code ?? '');
    if (code && (!main || wholeArea(unit.geometry) > wholeArea(main.geometry)))
      mains.set(code, unit);
  }
  const rawOf = (code: string) => mains.get(code)!.properties.raw;
  const nameOf = englishNames([...mains.keys()], rawOf);
  return (code, shape) => {
    const name = nameOf(code);
    const others = Object.entries(repaired[code] ?? namesOf(rawOf(code)));
    const former = formerCodes(code).filter((old) => !mains.has(old));
    return {
      name,
      names: Object.fromEntries(
        others.filter(([language, other]) => language !== 'en' && other !== name),
      ),
      ...(former.length > 0 && { former }),
      point: innerPoint(shape),
    };
  };
}

/** The source's English name, or its plain one where another unit of the country has the same. */
function englishNames(codes: string[], rawOf: (code: string) => Raw): (code: string) => string {
  const given = (code: string) => {
    const { name_en, name } = rawOf(code);
    return repaired[code]?.en ?? english[code] ?? name_en ?? name ?? code;
  };
  const users = new Map<string, number>();
  const key = (code: string) => `${code.slice(0, 2)} ${given(code)}`;
  for (const code of codes) users.set(key(code), (users.get(key(code)) ?? 0) + 1);
  return (code) => {
    const fixed = code in repaired || code in english;
    return fixed || users.get(key(code)) === 1 ? given(code) : (rawOf(code).name ?? code);
  };
}

function namesOf(raw: Raw): Record<string, string> {
  const names: Record<string, string> = {};
  for (const language of languages) {
    const name = raw[`name_${language}`];
    if (typeof name === 'string' && name) names[language] = name;
  }
  return names;
}
