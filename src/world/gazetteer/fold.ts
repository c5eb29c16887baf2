/**
 * A place's name → what is compared. Two steps: `plain` takes away what typing leaves out (case,
 * diacritics, apostrophes, hyphens); `keysOf` also takes away what romanisation and spelling vary,
 * so that Zaporizhzhia, Zaporizhzhya and Запоріжжя have one key.
 */

/** Letters that Unicode does not take apart. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
  ς: 'σ',
  // Arabic letters with the same reading: hamza carriers, Persian and Urdu forms.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
};

/** Marks over and under Latin, Greek and Cyrillic, Hebrew points, Arabic vowels and tatweel. Vowel
 * signs of Indic scripts and of Thai are letters here and stay. */
const marks = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670/g;

/** Apostrophes and primes, the soft sign's and the ayn's among them, and signs without a width. */
const silent =
  /['\u2019\u2018`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u2033"\u201c\u201d\u05f4\u05f3\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Lower case without diacritics and apostrophes, words parted by single spaces. */
export function foldName(text: string): string {
  if (/^[a-z ]*$/i.test(text)) return text.trim().toLowerCase().replace(/ {2,}/g, ' ');
  return text
    .replace(silent, '')
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(marks, '')
    .replace(silent, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/[ßæœøłđðþħıŋəςٱىیةۀہەک]/g, (letter) => letters[letter]!);
}

/** Whether it has what `plain` takes from Latin letters, such as "Suède", which is no "suede". */
export function isAccented(text: string): boolean {
  return /\p{Script=Latin}\p{M}|[ßæœøłđðþħŋə]/iu.test(text.normalize('NFD'));
}

/**
 * The keys a name is found by: one, or two where a Cyrillic г may be Ukrainian (h) or Russian (g).
 * Without spaces. Empty where the name has no letter and no digit.
 */
export function keysOf(text: string): string[] {
  const words = foldName(text.replace(/\(.*?\)/g, ' ') || text).split(' ');
  const bare = withoutArticles(words.map((word) => abbreviations[word] ?? word));
  const joined = bare.map(withoutArabicArticle).join('');
  if (!joined) return [];
  // No spelling of anything: else "zzzzq" had the key of "ZK".
  if (words.some((word) => /([\p{L}\p{N}])\1\1/u.test(word))) return [joined];
  // Nor are letters that no one language has beside each other.
  if (/[їєґ]/iu.test(text) && /[ыэёъ]/iu.test(text)) return [joined];
  if (!/[\u0400-\u04ff]/.test(joined)) return [skeleton(joined)];
  const roots = joined.includes('г') && !/[ґ]/.test(joined) ? ['g', 'h'] : ['h'];
  const readings = /[іїєґ]/.test(joined) ? ['h'] : /[ыэъ]/.test(joined) ? ['g'] : roots;
  return [...new Set(readings.map((г) => skeleton(romanised(joined, г))))];
}

/** The first of `keysOf`: the one that a stored name is sorted by. */
export function keyOf(text: string): string {
  return keysOf(text)[0] ?? '';
}

const abbreviations: Record<string, string> = {
  saint: 'st',
  sainte: 'st',
  ste: 'st',
  sankt: 'st',
  mt: 'mount',
  ft: 'fort',
};

const articles = new Set(['al', 'el', 'ar', 'as', 'ash', 'ad', 'an', 'at', 'az', 'ath', 'adh']);

/** Arabic articles in Latin letters: any of them first, `al` and `el` and `ez` within. */
function withoutArticles(words: string[]): string[] {
  const rest = words.filter(
    (word, place) => !(place > 0 ? ['al', 'el', 'ez'].includes(word) : articles.has(word)),
  );
  return rest.join('').length >= 3 ? rest : words;
}

function withoutArabicArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

/** What romanisations vary: y or i, ye or e, ou or u, gh or g, q or k, a last h, double letters. A
 * short name keeps those: else "uukk" had the key of "UK". */
function skeleton(joined: string): string {
  if (!/[a-z]/.test(joined)) return joined.length > 2 ? joined.replace(/市$/, '') : joined;
  const even = joined
    .replace(/y/g, 'i')
    .replace(/j(?=[aeou])/g, (j, at) => (at > 0 ? 'i' : j))
    .replace(/ii+/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/ou|oo/g, 'u')
    .replace(/([gd])h/g, '$1')
    .replace(/q/g, 'k')
    .replace(/ah$/, 'a');
  const single = even.replace(/([a-z])\1+/g, '$1');
  return single.length < shortest ? even : single;
}

/** Letters of a key below which double letters stay. */
const shortest = 4;

/** Ukrainian, Russian, Belarusian, Bulgarian, Serbian and Macedonian letters, by their sound. */
const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ў: 'u',
  ј: 'i',
  љ: 'l',
  њ: 'n',
  ђ: 'd',
  ћ: 'c',
  џ: 'dz',
};

function romanised(text: string, г: string): string {
  return text.replace(/\p{L}/gu, (letter) => (letter === 'г' ? г : (cyrillic[letter] ?? letter)));
}
