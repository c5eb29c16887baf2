/** Encodings before Unicode, found by the words that a file has in them. */

/** Bytes that are not ASCII, in words around them; enough to judge by. */
const mostWords = 400;
const fewestWords = 3;

/** Gathers words with bytes beyond ASCII while a file streams by. */
export class LegacyWords {
  readonly #words: number[][] = [];
  #word: number[] = [];
  #beyond = false;

  add(bytes: Uint8Array): void {
    if (this.#words.length >= mostWords) return;
    for (const byte of bytes) {
      if (byte >= 0x80 || isLetter(byte)) {
        if (this.#word.length < 40) this.#word.push(byte);
        this.#beyond ||= byte >= 0x80;
      } else this.#end();
    }
  }

  /** The encoding that the words stand clearly in; nothing where several are as likely. */
  found(): 'windows-1251' | 'windows-1252' | undefined {
    this.#end();
    const bytes = this.#words.map((word) => Uint8Array.from(word));
    const beyond = bytes.flatMap((word) => [...word].filter((byte) => byte >= 0x80));
    // Dashes, quotes and the like have the same bytes in all of Windows' encodings.
    if (beyond.length > 0 && beyond.every((byte) => shared.has(byte))) return 'windows-1252';
    const lettered = bytes.filter((word) => word.some((byte) => byte >= 0x80 && !shared.has(byte)));
    if (lettered.length < fewestWords) return undefined;
    if (isCyrillic(textsOf(lettered, 'windows-1251'))) return 'windows-1251';
    return isWestern(textsOf(lettered, 'windows-1252')) ? 'windows-1252' : undefined;
  }

  #end(): void {
    if (this.#beyond && this.#words.length < mostWords) this.#words.push(this.#word);
    this.#word = [];
    this.#beyond = false;
  }
}

const shared = new Set([
  0x82, 0x84, 0x85, 0x86, 0x87, 0x89, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b,
  0xa0, 0xa4, 0xa6, 0xa7, 0xa9, 0xab, 0xac, 0xad, 0xae, 0xb0, 0xb1, 0xb5, 0xb6, 0xb7, 0xbb,
]); // prettier-ignore

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function textsOf(words: readonly Uint8Array[], encoding: string): string[] {
  const decoder = new TextDecoder(encoding);
  const trimmed = words.map((word) => decoder.decode(word).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  return trimmed.filter((word) => word !== '');
}

/** A capital only at the beginning, or everywhere: another encoding's letters fall anyhow. */
const naturalPattern = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)(?:[-’'ʼ]\p{Lu}?\p{L}*)*$/u;

/** Words all in Cyrillic, of which vowels are a third to six tenths: Hebrew or Greek read so has
 * fewer, KOI8 has its capitals inside. */
function isCyrillic(words: readonly string[]): boolean {
  const whole = words.filter((word) => /^[\p{Script=Cyrillic}’'ʼ-]+$/u.test(word) && naturalPattern.test(word));
  const letters = whole.join('').toLowerCase();
  const vowels = letters.replace(/[^аеиоуыэюяёіїє]/g, '').length / letters.length;
  return whole.length >= 0.9 * words.length && vowels >= 0.34 && vowels <= 0.6;
} // prettier-ignore

/** Latin words of Western Europe; those that may as well be Czech, Polish, Turkish and the like in
 * encodings of their own are not taken for them. */
function isWestern(words: readonly string[]): boolean {
  const all = words.join('').toLowerCase();
  const has = (letters: string) => [...letters].some((letter) => all.includes(letter));
  const elsewhere = has('ðýþžšŸ') || (has('ø') && has('ìèù')) || (has('õû') && has('öü'));
  const natural = words.filter((word) => /^[A-Za-zÀ-ÖØ-öø-ÿœŒª°º’'-]+$/.test(word) && naturalPattern.test(word));
  const mixed = words.filter((word) => /[A-Za-z]/.test(word));
  return !elsewhere && natural.length >= 0.97 * words.length && mixed.length >= 0.7 * words.length;
} // prettier-ignore
