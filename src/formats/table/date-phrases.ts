/** Spans and dates in words: circa, before, ranges, centuries, decades, seasons, eras. One recursive
 * reader, since any of them may stand in any other. */
import { isEdtf } from '../../model/edtf';
import { dateOfDay, dayNumber } from '../../model/time/calendar';
import { dateForms, fullYear, readDateForm, type FormWays } from './date-forms';
import {
  ageWordIn,
  isOpenEnd,
  readAge,
  readDecade,
  readPartOfYear,
  splitBound,
  splitEra,
  splitMark,
  withoutPart,
  withoutQuestion,
  type Bound,
} from './date-words';
import { monthNamed, seasonNamed } from './months';
import {
  printTableDate,
  printTableYear,
  sidesOf,
  type DateReading,
  type TableDate,
} from './table-date';
import { t } from '../../words/reading';

/** Words of a date stand in each other so often. */
const deepest = 4;

/** A date in figures, in EDTF or in words; nothing where it is none. */
export function readPhrase(text: string, ways: FormWays, depth = 0): DateReading | undefined {
  if (depth > deepest || text === '') return undefined;
  const span = isEdtfSpan(text) ? readEdtf(text) : undefined;
  if (span) return span;
  const form = readDateForm(text, ways);
  if (form) return form;
  const edtf = ways.era === undefined ? readEdtf(text) : undefined;
  if (edtf) return edtf;
  // Whole words come before the words within them: "5th c. BC" is a century, not "5th, about".
  const unit = readUnit(text, ways);
  if (unit) return unit;
  const era = ways.era === undefined ? splitEra(text) : undefined;
  if (era && !/\d\s{0,3}(?:-|–|—|\.\.|to|bis)\s{0,3}\S*\d/.test(era.rest)) {
    // 10,000 BC
    const rest = era.rest.replace(/^(\d{1,3}),(\d{3})$/, '$1$2');
    const read = readPhrase(rest, { ...ways, era: era.era }, depth + 1);
    if (read) return read;
  }
  const marked = splitMark(text);
  if (marked) {
    const read = readPhrase(marked.rest, ways, depth + 1);
    if (read) return changed(read, (date) => withMark(date, marked.mark));
  }
  const range = readRange(text, ways, depth);
  if (range) return range;
  const bounded = splitBound(text);
  if (bounded) {
    const read = readPhrase(bounded.rest, ways, depth + 1);
    if (read) return changed(read, (date) => withBound(date, bounded.bound));
  }
  const rest = withoutPart(text);
  if (rest !== undefined) return readPhrase(rest, ways, depth + 1);
  const doubted = withoutQuestion(text);
  const read = doubted === undefined ? undefined : readPhrase(doubted, ways, depth + 1);
  return read && changed(read, (date) => withMark(date, '?'));
}

function changed(reading: DateReading, change: (date: TableDate) => DateReading): DateReading {
  return 'date' in reading ? change(reading.date) : reading;
}

const spanPattern = /^-?\d{4}-\d{2}[^/]*\/[^/]*$|^[^/]*\/-?\d{4}-\d{2}[^/]*$/;
const edtfSigns = /^[-\dTZX?~%/.:,+YES[\]{} ]+$/;
/** Bare centuries and decades, on their own or as a side: a cell with `19` is no date. */
const bareAge = /(?:^|[/,[{]|\.\.)\s?[?~%]?-?\d{1,3}[?~%]?(?:$|[/,\]}]|\.\.)/;

/** An interval of EDTF with a month on one side at least, in which times may have their signs. */
function isEdtfSpan(text: string): boolean {
  return text.includes('/') && spanPattern.test(text);
}

function readEdtf(text: string): DateReading | undefined {
  if (!edtfSigns.test(text) || !/\d{4}|X|Y|^\.\.\/\.\.$/.test(text)) return undefined;
  // "?-1850" is from an unknown year to 1850.
  if (bareAge.test(text) || /^[?~%]-/.test(text) || !isEdtf(text)) return undefined;
  const slash = text.indexOf('/');
  const sides = slash < 0 ? undefined : ([text.slice(0, slash), text.slice(slash + 1)] as const);
  return { date: { year: Number(/\d{4}/.exec(text)?.[0] ?? NaN), edtf: text, sides } };
}

/** A century, decade, season or quarter. */
function readUnit(text: string, ways: FormWays): DateReading | undefined {
  const age = readAge(text);
  if (age) return inYears(age, ways);
  const decade = readDecade(text);
  if (decade !== undefined) return readTenYears(decade, ways);
  const week = readWeek(text);
  if (week) return week;
  const part = readPartOfYear(text);
  if (part) return seasonOf(part.year, part.code, undefined, ways);
  const [, name, yearText, next] = /^(\p{L}{3,12})(?:\sof|\sde|,)?\s{1,3}['’]?(\d{2,4})(?:\s?[/–-]\s?(\d{2,4}))?$/u.exec(text) ?? []; // prettier-ignore
  const first = name === undefined ? undefined : seasonNamed(name);
  if (first !== undefined) return seasonOf(yearText!, first, next, ways);
  const [, year, last] = /^(\d{4})[\s,-]{1,3}(\p{L}{3,12})$/u.exec(text) ?? [];
  const season = last === undefined ? undefined : seasonNamed(last);
  return season === undefined ? undefined : seasonOf(year!, season, undefined, ways);
}

/** The second century BC is the years −199 to −100, which are the years of −01XX. */
function inYears(
  { number, years }: NonNullable<ReturnType<typeof readAge>>,
  { era }: FormWays,
): DateReading | undefined {
  if (!(number >= 1 && number <= (years === 100 ? 30 : 10))) return undefined;
  const before = era === 'before';
  // No pattern of digits has the years beside the turn of the eras and no other.
  if (number === 1) return spanOfYears(before ? 1 - years : 1, before ? 0 : years);
  const digits = String(number - 1).padStart(years === 100 ? 2 : 1, '0');
  const edtf = `${before ? '-' : ''}${digits}${years === 100 ? 'XX' : 'XXX'}`;
  return isEdtf(edtf) ? { date: { year: NaN, edtf } } : undefined;
}

function readTenYears(text: string, ways: FormWays): DateReading | undefined {
  const { era, decades } = ways;
  const year = Number(text);
  if (era === 'before') return spanOfYears(1 - (year + 9), 1 - year);
  const short = text.length <= 2 && era === undefined;
  const first = short ? fullYear(text, ways) : year;
  if (first === undefined)
    return { fault: 'two-digit-year', expected: t('table.expectedFullYear') };
  // "The 1900s" are ten years or a hundred.
  if (first % 100 === 0 && !decades && !short) {
    const values = { text: `${text}s`, first, decade: first + 9, century: first + 99 };
    return { fault: 'ambiguous-date', expected: t('table.expectedDecadeOrCentury', values) };
  }
  return { date: { year: NaN, edtf: `${printTableYear(first).slice(0, 3)}X` } };
}

function spanOfYears(first: number, last: number): DateReading {
  const sides = [printTableYear(first), printTableYear(last)] as const;
  return { date: { year: NaN, edtf: sides.join('/'), sides } };
}

/** `2020-W05`: a week of ISO 8601, from Monday to Sunday; the first has 4 January in it. */
function readWeek(text: string): DateReading | undefined {
  const [, yearText, weekText] = /^(\d{4})-?W(\d{2})$/.exec(text) ?? [];
  if (yearText === undefined) return undefined;
  const [year, week] = [Number(yearText), Number(weekText)];
  const fourth = dayNumber(year, 1, 4);
  const first = fourth - ((fourth + 3) % 7) + (week - 1) * 7;
  if (week < 1 || dateOfDay(first + 3).year !== year) return undefined;
  const sides = [printTableDate(dateOfDay(first)), printTableDate(dateOfDay(first + 6))] as const;
  return { date: { year: NaN, edtf: sides.join('/'), sides } };
}

/** Codes of the season from December on, by hemisphere: winter 1939/40 is a northern one. */
const overNewYear: Readonly<Record<number, number>> = { 22: 30, 24: 28 };

function seasonOf(
  yearText: string,
  code: number,
  next: string | undefined,
  ways: FormWays,
): DateReading | undefined {
  const year = fullYear(yearText, ways);
  if (year === undefined) return { fault: 'two-digit-year', expected: t('table.expectedFullYear') };
  if (Math.abs(year) > 9999) return undefined;
  if (next === undefined) return { date: { year: NaN, edtf: `${printTableYear(year)}-${code}` } };
  const follows = Number(next) === (next.length === 2 ? (year + 1) % 100 : year + 1);
  const over = overNewYear[code];
  if (over === undefined || !follows) return undefined;
  return { date: { year: NaN, edtf: `${printTableYear(year)}-${over}` } };
}

const rangeSigns = [
  /^between\s{1,3}(.+?)\s{0,3}(?:\sand\s|-|–|—)\s{0,3}(.+)$/i,
  /^(.+?)\s{1,3}(?:or|oder|ou|або|или)\s{1,3}(.+)$/iu,
  /^(?:from|von|de|du|desde|з|с)\s{1,3}(.+?)\s{1,3}(?:to|until|till|bis|à|au|a|hasta|до|по)\s{1,3}(.+)$/iu,
  /^(.+?)\s{0,3}(?:–|—|\.\.)\s{0,3}(.+)$/,
  /^(.+?)\s{1,3}(?:-|to|until|till|through|thru|bis|hasta|до|по|\/)\s{1,3}(.+)$/iu,
  /^(\d{3,4}\??|\?)[-/](\d{4}\??)$/,
  /^(\d{4})-(\?)$/,
  /^(\d{4}s?)-(\p{L}{3}.*|\d{4}s)$/u,
  /^(\d{1,2}[/.]\d{1,2}[/.]\d{2,4})-(\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/,
  /^(\d{1,5}\s?[a-z.]{2,6})-([a-z.]{2,6}\s?\d{1,5})$/i,
  /^(\d{1,2}(?:st|nd|rd|th))[-/](\d{1,2}(?:st|nd|rd|th)\s.+)$/i,
  /^([ivx]{1,6})-([ivx]{1,6}\s.+)$/i,
  /^(\d{1,4})-(\d{1,4}\s?\D+)$/,
  /^(\p{L}.*?\d?)-(\d{1,2},?\s.+)$/u,
  /^(\p{L}{3,12})[-/](\p{L}{3,12}\.?\s.+)$/u,
  /^(\d{1,2})-(\d{1,2}\.?\s\p{L}.+)$/u,
] as const;

/** `1939–1945`, `12–15 March 2022`, `490–479 BC`, `2014 – present`. */
function readRange(text: string, ways: FormWays, depth: number): DateReading | undefined {
  for (const [at, pattern] of rangeSigns.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const sides = sidesFrom(match[1]!.trim(), match[2]!.trim(), ways, depth);
    if (!sides) continue;
    const [first, last] = sides;
    for (const side of sides) if ('fault' in side) return side;
    if (!('date' in first) || !('date' in last)) continue;
    const ends = [sidesOf(first.date)[0], sidesOf(last.date)[1]] as const;
    const edtf = ends.includes('..') || ends.includes('') || at > 1 ? ends.join('/') : `[${ends.join(at === 0 ? '..' : ',')}]`; // prettier-ignore
    if (isEdtf(edtf)) return { date: { year: NaN, edtf, sides: ends } };
    return { fault: 'bad-date', expected: t('table.expectedRangeInOrder') };
  }
  return undefined;
}

function sidesFrom(
  left: string,
  right: string,
  ways: FormWays,
  depth: number,
): readonly [DateReading, DateReading] | undefined {
  const read = (text: string, more: FormWays = ways) => readPhrase(text, more, depth + 1);
  if (isOpenEnd(right)) {
    const first = read(left);
    return first && [first, { date: { year: NaN, edtf: '..', sides: ['..', '..'] } }];
  }
  if (left === '?' || right === '?') {
    const unknown = { date: { year: NaN, edtf: '', sides: ['', ''] as const } };
    const known = read(left === '?' ? right : left);
    return known && (left === '?' ? [unknown, known] : [known, unknown]);
  }
  const [eraLeft, eraRight] = [splitEra(left), splitEra(right)];
  // "490–479 BC" and "AD 50–100" say the era once.
  if (eraRight && !eraRight.first && !eraLeft) {
    const era = { ...ways, era: eraRight.era };
    return pair(read(withWordOf(left, eraRight.rest), era), read(eraRight.rest, era));
  }
  if (eraLeft?.first && !eraRight) {
    const era = { ...ways, era: eraLeft.era };
    return pair(read(eraLeft.rest, era), read(right, era));
  }
  // "1914–18": the century is that of the first.
  if (/\b\d{4}$/.test(left) && /^\d{2}$/.test(right)) {
    const [, before, year] = /^(.*?)(\d{4})$/.exec(left)!;
    const reading = read(`${year}–${right}`);
    const first = before === '' ? undefined : read(left);
    return first && reading && 'date' in reading ? [first, reading] : undefined;
  }
  const last = read(right) ?? read(withNameOf(left, right));
  if (!last) return undefined;
  const full = withWordOf(left, right);
  const first = (full === left ? undefined : read(full)) ?? read(left) ?? readShort(left, ways);
  return pair(first, last);
}

function pair(first: DateReading | undefined, last: DateReading | undefined) {
  return first && last && ([first, last] as const);
}

/** A year of three digits is one beside another. */
function readShort(text: string, ways: FormWays): DateReading | undefined {
  return /^\d{3}$/.test(text) ? readDateForm(text, { ...ways, shortYears: true }) : undefined;
}

/** "18th" before "19th century" → "18th century". */
function withWordOf(left: string, right: string): string {
  const word = ageWordIn(right);
  const bare = word !== undefined && /^(?:the\s)?(?:\d{1,2}\D{0,3}|[ivx]{1,6})$/i.test(left);
  return bare ? `${left} ${word}` : withYearOf(left, right);
}

/** "12" before "15 March 2022" → "12 March 2022"; "28 February" before "3 March 2022", and "March 12"
 * before "15, 2022", likewise. */
function withYearOf(left: string, right: string): string {
  const [, only] = /^\d{1,2},?\s(\d{4})$/.exec(right) ?? [];
  if (only !== undefined && /\p{L}/u.test(left)) return `${left}, ${only}`;
  const [, month, year] = /(\p{L}{3,12})\.?,?\s(?:of\s|de\s)?(\d{1,4})$/u.exec(right) ?? [];
  const named = month !== undefined && monthNamed(month) !== undefined;
  if (named && /^\d{1,2}\.?(?:st|nd|rd|th)?$/.test(left)) return `${left} ${month} ${year}`;
  const [, last] = /\p{L}.*?\b(\d{3,4})$/u.exec(right) ?? [];
  const lacks = /\p{L}/u.test(left) && !/\d{3,4}/.test(left);
  return last !== undefined && lacks && !splitEra(left) ? `${left} ${last}` : left;
}

/** "March 12" before "15, 2022" → "March 15, 2022". */
function withNameOf(left: string, right: string): string {
  const [, name] = /^(\p{L}{3,12})\.?\s\d{1,2}$/u.exec(left) ?? [];
  return name !== undefined && /^\d{1,2},?\s\d{4}$/.test(right) ? `${name} ${right}` : '';
}

function withMark(date: TableDate, mark: '~' | '?'): DateReading {
  const set = date.edtf !== undefined && /^[[{]/.test(date.edtf);
  const marked = sidesOf(date).map((side) => markedSide(side, mark));
  const edtf = set ? `[${marked.join('..')}]` : [...new Set(marked)].join('/');
  if (!isEdtf(edtf)) return { fault: 'bad-date', expected: dateForms() };
  const sides = [marked[0]!, marked[1]!] as const;
  return { date: { year: NaN, edtf, sides } };
}

function markedSide(side: string, mark: '~' | '?'): string {
  if (side === '..' || side === '') return side;
  const given = /[?~%]$/.exec(side)?.[0];
  if (given === undefined) return side + mark;
  return given === mark ? side : `${side.slice(0, -1)}%`;
}

function withBound(date: TableDate, bound: Bound): DateReading {
  const [first, last] = sidesOf(date);
  const sides = {
    before: ['..', first],
    until: ['..', last],
    after: [last, '..'],
    since: [first, '..'],
  }[bound] as [string, string];
  const edtf = sides.join('/');
  if (edtf === '../..' || !isEdtf(edtf)) return { fault: 'bad-date', expected: dateForms() };
  return { date: { year: NaN, edtf, sides } };
}
