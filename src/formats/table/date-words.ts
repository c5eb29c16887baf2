/** Words that stand beside dates in tables, in the languages of the world's larger data publishers. */

/** `c. 1850`. */
const circaPattern =
  /^(?:circa|ca\.?|c\.|approx(?:\.|imately)?|about|around|roughly|etwa|ungefähr|um|vers|environ|hacia|alrededor de|intorno al|por volta de|около|ок\.|приблизно|близько|бл\.|≈|~)\s{0,3}(?=[^\s])/iu;
const circaYearPattern = /^c(?=\d{3,4}\b)/;
const circaLastPattern = /\s{0,2}[(,]?\s{0,2}\b(?:circa|approx(?:\.|imately)?|ca?\.?)\s{0,2}\)?$/iu;
const doubtPattern = /^(?:probably|possibly|perhaps|presumably|vermutlich|wahrscheinlich|probablement|probablemente|вероятно|ймовірно|імовірно)\s{1,3}/iu; // prettier-ignore
const doubtLastPattern = /\s{0,2}(?:\(\?\)|\(uncertain\)|\s\?)$/iu;

/** A word that makes the rest of a date less sure, as EDTF's mark of it, and the rest. */
export function splitMark(text: string): { rest: string; mark: '~' | '?' } | undefined {
  for (const [pattern, mark] of [
    [circaPattern, '~'],
    [circaYearPattern, '~'],
    [doubtPattern, '?'],
    [circaLastPattern, '~'],
    [doubtLastPattern, '?'],
  ] as const) {
    const rest = text.replace(pattern, '');
    if (rest !== text && rest !== '') return { rest, mark };
  }
  return undefined;
}

/** The rest of a date before its question mark. */
export function withoutQuestion(text: string): string | undefined {
  return /[^\s?]\?$/.test(text) ? text.slice(0, -1) : undefined;
}

export type Bound = 'before' | 'until' | 'after' | 'since';

const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'before',
    /^(?:before|prior to|earlier than|pre-|vor|avant|antes del?|prima del?|antes de|раніше|ранее|до|перед|<)\s{0,3}(?=[^\s=])/iu,
  ],
  [
    'until',
    /^(?:until|till|up to|by|no later than|not after|to|bis|jusqu['’](?:en|au|à)|hasta|fino al?|até|по|<=|≤)\s{0,3}(?=\S)/iu,
  ],
  [
    'after',
    /^(?:after|later than|post-|nach|après|después del?|dopo(?: il)?|depois de|після|после|>)\s{0,3}(?=[^\s=])/iu,
  ],
  [
    'since',
    /^(?:since|from|starting|beginning|as of|not before|no earlier than|seit|ab|depuis|dès|desde|dal|з|із|від|с|от|>=|≥)\s{0,3}(?=\S)/iu,
  ],
];

const lastBounds: readonly (readonly [Bound, RegExp])[] = [
  ['since', /(?:\s{0,3}\+|\s{1,3}(?:onwards?|(?:or|and) (?:later|after)|und später))$/i],
  ['until', /\s{1,3}(?:(?:or|and) (?:earlier|before)|und früher)$/i],
];

/** A word that leaves one side of a span open, and the rest. */
export function splitBound(text: string): { rest: string; bound: Bound } | undefined {
  for (const [bound, pattern] of lastBounds) {
    const rest = text.replace(pattern, '');
    if (rest !== text && rest !== '') return { rest, bound };
  }
  for (const [bound, pattern] of bounds) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    // A word ends where a space or figure begins.
    const whole = /[\p{L}]$/u.test(match[0]) ? /^[^\p{L}]/u.test(rest) : true;
    if (rest !== '' && whole) return { rest, bound };
  }
  return undefined;
}

const openEndPattern =
  /^(?:(?:the |to |until |till |bis )?(?:present|date|now|today|current|currently|heute|gegenwart|jetzt)(?: day| time)?|(?:still )?(?:ongoing|continuing|in progress|open|active)|offen|andauernd|laufend|(?:jusqu['’])?(?:aujourd['’]hui|à présent|présent)|en cours|(?:el |al )?presente|(?:en )?actualidad|hoy|(?:in corso|oggi)|(?:atual|atualmente|hoje)|(?:до )?(?:тепер|сьогодні|донині|дотепер|нині)|теперішній час|триває|(?:по )?(?:настоящее время|наст(?:\. вр)?\.?|сей день|н\. ?в\.?)|продолжается|сегодня)$/iu;

/** A word such as "present": what ends with it has not ended. */
export function isOpenEnd(text: string): boolean {
  return text.length <= 24 && openEndPattern.test(text);
}

const beforeEra = String.raw`b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-?c\.?|a\. ?(?:de )?c\.?|до н\. ?[еэ]\.?|до нашої ери|до нашей эры`;
const commonEra = String.raw`a\.? ?d\.?|c\.? ?e\.?|n\. ?chr\.?|ap\. ?j\.?-?c\.?|d\. ?(?:de )?c\.?|н\. ?[еэ]\.?|нашої ери|нашей эры`;
const beforeLast = new RegExp(`\\s{0,3}(?<![\\p{L}])(?:${beforeEra})$`, 'iu');
const commonLast = new RegExp(`\\s{0,3}(?<![\\p{L}])(?:${commonEra})$`, 'iu');
const beforeFirst = /^b\.? ?c\.?(?: ?e\.?)?\s{1,3}(?=\d)/i;
const commonFirst = /^(?:a\.? ?d\.?|c\.?e\.?)\s{0,3}(?=\d)/i;

export type WrittenEra = 'before' | 'common';

/** `480 BC`, `AD 79`: the era and the rest. */
export function splitEra(
  text: string,
): { rest: string; era: WrittenEra; first: boolean } | undefined {
  for (const [pattern, era, first] of [
    [beforeLast, 'before', false],
    [commonLast, 'common', false],
    [beforeFirst, 'before', true],
    [commonFirst, 'common', true],
  ] as const) {
    const rest = text.replace(pattern, '');
    if (rest !== text && /\d|[ivx]/i.test(rest)) return { rest, era, first };
  }
  return undefined;
}

const partPattern =
  /^(?:(?:in |during )?(?:the )?(?:early|mid|middle|late|beginning of|start of|end of|(?:first|second|1st|2nd) half of)(?: the)?|[12]\. hälfte(?: des)?|le|(?:in|during)(?: the)?(?: year)?|the(?: year)?|anfang|mitte|ende|im jahr|début|mi|fin|en|año|anno|на початку|початок|середина|кінець|наприкінці|начало|конец|в начале|в конце|у|в)(?=[\s\d‘'’]|$)[\s.]{0,3}/iu;
/** "1995 р.", where the year is said to be one. */
const yearLastPattern = /(?<=\d{4})\s?(?:року|році|рік|года|году|год|р|г)\.?$/iu;
const hyphenedPartPattern = /^(?:the )?(?:early|mid|late)-(?=\S)/i;

/** The rest after words such as "early", which EDTF has no form for: the whole is read. */
export function withoutPart(text: string): string | undefined {
  const bare = text.replace(yearLastPattern, '');
  const rest = bare.replace(hyphenedPartPattern, '').replace(partPattern, '');
  return rest !== text && rest !== '' ? rest : undefined;
}

const suffix = /(?:\s?(?:st|nd|rd|th|e|er|ème|re|º|\.|-?(?:е|й|го|м|та|те)))/.source;
const ordinal = `(\\d{1,2})${suffix}?`;
const roman = '([ivx]{1,6})(?:\\s?(?:e|er|ème|th|-?(?:е|й|го|м)))?\\.?';
const centuryWord = String.raw`(?:century|centuries|cent\.?|jahrhunderts?|jhd?t?\.?|siècle|век[ае]?|столетие|столетия|столетии|століття|столітті|сторіччя)`;
/** These follow an ordinal or a Roman number only: "12 s." is none. */
const shortCenturyWord = String.raw`(?:c\.?|s\.|в\.?|ст\.?)`;
const centuryPatterns = [
  new RegExp(`^${ordinal}[\\s-]{0,3}${centuryWord}$`, 'iu'),
  new RegExp(`^(\\d{1,2})${suffix}[\\s-]{0,3}${shortCenturyWord}$`, 'iu'),
  new RegExp(`^${roman}[\\s-]{0,3}(?:${centuryWord}|${shortCenturyWord})$`, 'iu'),
  /^C(\d{1,2})(?:th|st|nd|rd)?$/u,
  /^(?:century|siglo|s\.|século|séc\.|secolo|sec\.)\s{0,2}(\d{1,2}|[ivx]{1,6})$/iu,
];
const millenniumPattern = new RegExp(`^${ordinal}[\\s-]{0,3}(?:millennium|mill\\.|jahrtausends?|millénaire|тысячелетие|тисячоліття)$`, 'iu'); // prettier-ignore

/** "18th" and "19th century" of a span in one: the word that its first side lacks. */
export function ageWordIn(text: string): string | undefined {
  return ageWordPattern.exec(text)?.[0].trim();
}

/** The number of a century or millennium, with how many years it has. */
export function readAge(text: string): { number: number; years: 100 | 1000 } | undefined {
  for (const pattern of centuryPatterns) {
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) return { number: numberOf(number), years: 100 };
  }
  const number = millenniumPattern.exec(text)?.[1];
  return number === undefined ? undefined : { number: numberOf(number), years: 1000 };
}

const ageWordPattern = new RegExp(`\\s(?:${centuryWord}|${shortCenturyWord}|millennium)(?=\\s|$)`, 'iu'); // prettier-ignore

const decadePattern =
  /^(['’‘]?\d{1,3}0)\s?(?:['’]?s|er(?:[ -]?jahren?)?|-?(?:е|х|ті|их|тих)(?: (?:годы|годов|годах|роки|років|роках))?)$/iu;
const decadeFirstPattern = /^(?:les )?(?:années|década de(?: los)?|los años|anni)\s(\d{1,3}0)$/iu;

/** `1860s`: its first year as written. */
export function readDecade(text: string): string | undefined {
  return (decadePattern.exec(text) ?? decadeFirstPattern.exec(text))?.[1]?.replace(/^['’‘]/, '');
}

const ordinalWords: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const quarterPatterns = [
  /^(?:q|kw?q)\s?([1-4])[\s,/'’-]{0,3}(?:of )?(\d{2,4})$/iu,
  /^()?(\d{4})[\s,/-]{0,3}q\s?([1-4])$/iu,
  /^([1-4])\s?q[\s,/'’-]{0,3}(\d{2,4})$/iu,
  /^([1-4])(?:st|nd|rd|th|\.|er|e|ème)?\s(?:quarter|quartal|trimestre|квартал)[\s,]{1,3}(?:of |de )?(\d{4})(?:\s?(?:р|г|року|года)\.?)?$/iu,
  /^(first|second|third|fourth) quarter[\s,]{1,3}(?:of )?(\d{4})$/iu,
] as const;
const halfPatterns = [
  /^h\s?([12])[\s,/'’-]{0,3}(?:of )?(\d{2,4})$/iu,
  /^()?(\d{4})[\s,/-]{0,3}h\s?([12])$/iu,
  /^(first|second) half of (\d{4})$/iu,
] as const;

/** `Q1 2024`: its year as written, and its code in EDTF. */
export function readPartOfYear(text: string): { year: string; code: number } | undefined {
  for (const [patterns, first] of [
    [quarterPatterns, 33],
    [halfPatterns, 40],
  ] as const) {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (!match) continue;
      const part = (match[3] ?? match[1])!.toLowerCase();
      return { year: match[2]!, code: first + (ordinalWords[part] ?? Number(part)) - 1 };
    }
  }
  return undefined;
}

/** Arabic or Roman; `NaN` where it is no Roman one. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(x{0,2})(ix|iv|v?i{0,3})$/i.exec(text);
  if (!match) return NaN;
  const ones = match[2]!.toLowerCase();
  const small = { ix: 9, iv: 4 }[ones] ?? (ones.startsWith('v') ? 4 : 0) + ones.length;
  return match[1]!.length * 10 + small;
}
