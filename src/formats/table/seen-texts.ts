/** Texts that were seen before, in far less memory than the texts: 20 bytes a slot. */

/**
 * From texts to numbers. Of a text two hashes of 53 bits are kept, so that among a million texts
 * two are taken for one with a chance of about 1 in 10²⁰.
 */
export class SeenTexts {
  #size = 0;
  #first = new Float64Array(1024);
  #second = new Float64Array(1024);
  #numbers = new Uint32Array(1024);

  /** The number of a text, or nothing where it was not seen. */
  get(text: string): number | undefined {
    hash(text, none);
    const slot = this.#slot(hashed[0]!, hashed[1]!);
    return this.#first[slot] === 0 ? undefined : this.#numbers[slot];
  }

  /** Gives the text a number, 0 … 2³² − 1, unless it has one; gives the one it has then.
   * @param more Numbers that belong to the text: it is the same only with the same of them. */
  add(text: string, number: number, more: readonly number[] = none): number | undefined {
    hash(text, more);
    const [first, second] = [hashed[0]!, hashed[1]!];
    const slot = this.#slot(first, second);
    if (this.#first[slot] !== 0) return this.#numbers[slot];
    this.#put(slot, first, second, number);
    if (++this.#size * 2 > this.#first.length) this.#grow();
    return undefined;
  }

  #slot(first: number, second: number): number {
    const mask = this.#first.length - 1;
    let slot = (first % 0x7fff_ffff) & mask;
    while (this.#first[slot] !== 0) {
      if (this.#first[slot] === first && this.#second[slot] === second) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #put(slot: number, first: number, second: number, number: number): void {
    this.#first[slot] = first;
    this.#second[slot] = second;
    this.#numbers[slot] = number;
  }

  #grow(): void {
    const [first, second, numbers] = [this.#first, this.#second, this.#numbers];
    this.#first = new Float64Array(first.length * 2);
    this.#second = new Float64Array(first.length * 2);
    this.#numbers = new Uint32Array(first.length * 2);
    for (let at = 0; at < first.length; at++) {
      if (first[at] === 0) continue;
      this.#put(this.#slot(first[at]!, second[at]!), first[at]!, second[at]!, numbers[at]!);
    }
  }
}

const none: readonly number[] = [];

/** What `hash` last gave: two numbers of 53 bits, the first never 0, which marks an empty slot. */
const hashed = new Float64Array(2);
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Four lanes of FNV-1a with different bases over the UTF-16 units of the text and the bits of the
 * numbers. */
function hash(text: string, numbers: readonly number[]): void {
  let [a, b, c, d] = [0x811c9dc5, 0x050c5d1f, 0x1f2c8a5c, 0x80aa3174];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (a >>> 15), 0x01000193);
    c = Math.imul(c ^ unit ^ (b >>> 13), 0x85ebca6b);
    d = Math.imul(d ^ unit ^ (c >>> 15), 0x01000193);
  }
  for (const number of numbers) {
    // −0 and 0 are the same.
    double[0] = number + 0;
    for (const half of halves) {
      a = Math.imul(a ^ half, 0x01000193);
      b = Math.imul(b ^ half ^ (a >>> 15), 0x85ebca6b);
      c = Math.imul(c ^ half ^ (b >>> 13), 0xc2b2ae35);
      d = Math.imul(d ^ half ^ (c >>> 15), 0x01000193);
      a ^= b >>> 16;
      c ^= d >>> 16;
    }
  }
  hashed[0] = mixed(a, b) || 1;
  hashed[1] = mixed(c, d);
}

function mixed(one: number, other: number): number {
  let low = Math.imul(one ^ (one >>> 16), 0x85ebca6b);
  let high = Math.imul(other ^ (other >>> 15), 0xc2b2ae35);
  low ^= low >>> 13;
  high ^= high >>> 16;
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
