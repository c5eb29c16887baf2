/**
 * The text of a cell → the places that it names, and how the event lies to them: "near X", "X
 * district", "between X and Y", "A; B". English, Ukrainian, Russian and Arabic. Pure.
 */
import type { PlaceRelation } from './types';

export interface PlacePhrase {
  readonly name: string;
  readonly relation: PlaceRelation;
  /** How far from it, where the text says so, in metres. */
  readonly metres?: number;
}

/** A way to read a text. */
export interface PhraseReading {
  readonly phrases: readonly PlacePhrase[];
  /** The event lies on the way from the first to the second. */
  readonly between?: true;
  /** Holds only where each is a place by itself and none lies in another: parts between commas. */
  readonly listed?: true;
  /** What an address ends with. */
  readonly address?: true;
}

/** Places of one cell that are looked up. */
const mostPhrases = 12;
/** A longer text names no place. */
const longest = 160;

/** The ways to read a text, the plainest first; none where it can be no name. */
export function phraseReadings(text: string): PhraseReading[] {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole === '' || whole.length > longest || !/\p{L}/u.test(whole)) return [];
  const readings: PhraseReading[] = [];
  // "Bakhmut raion" is no first-order unit, so that the whole is no name of one.
  const raion = raionOf(whole);
  if (!raion) readings.push({ phrases: [{ name: whole, relation: 'at' }] });
  const ends = betweenOf(text);
  if (ends) readings.push({ phrases: ends.map((name) => phraseOf(name)), between: true });
  const own = raion ?? nearOf(whole) ?? districtOf(whole);
  if (own) readings.push({ phrases: [own] });
  for (const parts of [partsBy(text, /[;|\n؛]|\s*\/\s*/), partsBy(whole, conjunction)])
    if (parts) readings.push({ phrases: withSharedUnit(parts).map(phraseOf) });
  const listed = partsBy(whole, nameComma);
  if (listed) readings.push({ phrases: listed.map(phraseOf), listed: true });
  const bare = whole.replace(leading, '');
  if (bare !== whole && bare.length > 1) readings.push({ phrases: [phraseOf(bare)] });
  // An address: what stands last is a settlement.
  for (let rest = whole; nameComma.test(rest);) {
    rest = rest.replace(/^[^,،，、]*[,،，、]\s*/, '');
    if (rest !== '') readings.push({ phrases: [{ name: rest, relation: 'at' }], address: true });
  }
  return readings.filter(({ phrases }) => phrases.length <= mostPhrases);
}

/** Whether it has a word for a unit of the second order, which some countries have as the first. */
export function asksForDistrict(text: string): boolean {
  return text.search(raionWord) >= 0 || text.search(districtWord) >= 0;
}

/** "Bakhmut raion, Donetsk Oblast" stands within "Donetsk Oblast". */
function raionOf(text: string): PlacePhrase | undefined {
  const [first, ...within] = text.split(nameComma);
  const core = first!.replace(raionWord, ' ').replace(/\s+/g, ' ').trim();
  if (core === first || core.length < 2) return undefined;
  return { name: [core, ...within].join(', '), relation: 'district' };
}

function districtOf(text: string): PlacePhrase | undefined {
  const [first, ...within] = text.split(nameComma);
  const core = first!.replace(districtWord, ' ').replace(/\s+/g, ' ').trim();
  if (core === first || core.length < 2) return undefined;
  return { name: [core, ...within].join(', '), relation: 'district' };
}

function nearOf(text: string): PlacePhrase | undefined {
  const far = distance.exec(text);
  const rest = far ? text.slice(far[0].length) : text;
  const metres = far ? Math.round(Number(far[1]!.replace(',', '.')) * unitOf(far[2]!)) : undefined;
  const core = nearBefore.reduce((name, words) => name.replace(words, ''), rest);
  const bare = core.replace(nearAfter, '').trim();
  if (bare === text || bare.length < 2) return undefined;
  return { name: bare, relation: 'near', ...(metres !== undefined && { metres }) };
}

function betweenOf(text: string): [string, string] | undefined {
  for (const form of betweens) {
    const match = form.exec(text.trim());
    if (match) return [match[1]!.trim(), match[2]!.trim()];
  }
  return undefined;
}

/** A part of a list: near something, a district, or a name. */
function phraseOf(name: string): PlacePhrase {
  return raionOf(name) ?? nearOf(name) ?? { name, relation: 'at' };
}

function partsBy(text: string, separator: RegExp): string[] | undefined {
  const parts = text
    .split(separator)
    .flatMap((part) => (separator === conjunction ? part.split(nameComma) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : undefined;
}

/** "Aleppo and Idlib governorates" → each with its own. */
function withSharedUnit(parts: readonly string[]): string[] {
  const last = parts[parts.length - 1]!;
  const plural = /\s(oblast|province|governorate|region|district|state)s$/i.exec(last);
  if (!plural) return [...parts];
  const unit = plural[1]!;
  return [...parts.slice(0, -1).map((part) => `${part} ${unit}`), last.slice(0, -1)];
}

function unitOf(word: string): number {
  return /^(mi|mile)/i.test(word) ? 1609 : /^(m|м|meters?|metres?)$/i.test(word) ? 1 : 1000;
}

export const nameComma = /[,،，、]\s*/;
/** The Arabic one stands on the word after it. */
const conjunction = /\s+(?:and|&|та|і|й|и|und|et|y)\s+|\s+و\s*(?=\p{L})/iu;

/** Units of the second order wherever they are written so. */
const raionWord = /(?<![\p{L}])(?:raion|rayon|raions|район|р-н)(?![\p{L}])/giu;
/** Units of the first order in some countries, of the second in others. */
const districtWord =
  /(?<![\p{L}])(?:district of|sub-?district|district|county|قضاء|ناحية|منطقة|מחוז|نفة)(?![\p{L}])/giu;

const compass =
  '(?:the )?(?:north|south|east|west|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|northern|southern|eastern|western|[NS]?[NSEW]|NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW)';

/** "10 km ". */
const distance =
  /^(?:(?:about|some|approx\.?|ca?\.|~|за|в|примерно|приблизно|على بعد)\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s?(km|kilomet(?:er|re)s?|mi|miles?|m|met(?:er|re)s|км|м|كم|كيلومترا?)\.?\s+/iu;

/** What stands before a name and says near it, the longest first. */
const nearBefore: readonly RegExp[] = [
  new RegExp(`^(?:to )?(?:the )?${compass} (?:of|from)\\s+`, 'i'),
  /^(?:in |on |at )?(?:the )?(?:immediate )?(?:vicinity|outskirts|suburbs?|environs|surroundings|approaches|area|countryside|border|edge) (?:of|to|with)\s+/i,
  /^(?:somewhere )?(?:just )?(?:off the coast of|outside of|near to|close to|next to|in the direction of|near|nr\.?|around|outside|off|from|towards?)\s+/i,
  /^(?:the city of|the town of|the village of)\s+/i,
  /^(?:біля|поблизу|неподалік від|неподалік|недалеко від|поруч із|поруч з|під|околиці|околиця|на околиці|на околицях|в околицях|в районі|у районі|передмістя|на північ від|на південь від|на схід від|на захід від|північніше|південніше|східніше|західніше|від|у напрямку)\s+/iu,
  /^(?:возле|около|близ|вблизи|неподалеку от|недалеко от|рядом с|под|окрестности|в окрестностях|окраина|на окраине|пригород|в районе|к северу от|к югу от|к востоку от|к западу от|севернее|южнее|восточнее|западнее|от|в направлении)\s+/iu,
  /^(?:(?:إلى )?(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي)(?: (?:شرق|غرب|شرقي|غربي))?|بالقرب من|قرب|قريب من|بجوار|محيط|في محيط|أطراف|ضواحي|ريف|بريف|خارج)\s+/u,
];

/** What stands after one. */
const nearAfter =
  /\s+(?:area|vicinity|outskirts|suburbs?|environs|surroundings|countryside|direction|axis|sector|front|напрямок|направление|напрям|околиці|окрестности)$/iu;

const betweens: readonly RegExp[] = [
  /^(?:in |on |the |road |area |somewhere )*between\s+(.+?)\s+(?:and|&)\s+(.+)$/i,
  /^(?:на |ділянка |дорога |траса |десь )*між\s+(.+?)\s+(?:та|і|й)\s+(.+)$/iu,
  /^(?:на |участок |дорога |трасса |где-то )*между\s+(.+?)\s+и\s+(.+)$/iu,
  /^(?:الطريق |طريق |على |المنطقة )*بين\s+(.+?)\s+و\s*(.+)$/u,
  /^(?:the )?(?:road|highway|motorway|route|railway) (?:from )?(.+?)\s*(?:[–—]|\s-\s|\bto\b)\s*(.+)$/i,
  /^(?:the )?(\p{Lu}[\p{L}' ]+?)\s?[-–—]\s?(\p{Lu}[\p{L}' ]+?)\s+(?:road|highway|motorway|route|railway|line of contact)$/u,
];

/** What says where in a place, or that a place comes. */
const leading = new RegExp(
  '^(?:(?:in|at|the|into|inside|within|city of|town of|village of|central|downtown|old|' +
    'rural|occupied|upper|lower|у|в|во|на|м\\.|г\\.|с\\.|смт\\.?|пгт\\.?|місто|город|село|центр|' +
    `في|مدينة|بلدة|قرية|وسط|(?:شمال|جنوب|شرق|غرب)(?:ي)?|${compass})\\s+)+`,
  'iu',
);
