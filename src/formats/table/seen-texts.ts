/** Texts that were seen before, in far less memory than the texts: 24 bytes a slot. */

/** Numbers of a slot: the two hashes of a text, the first 0 where the slot is empty, and its number. */
const width = 3;

/**
 * From texts to numbers. Of a text two hashes of 53 bits are kept, so that among a million texts
 * two are taken for one with a chance of about 1 in 10²⁰.
 */
export class SeenTexts {
  #size = 0;
  /** How many there are, less one; all of its bits are ones. */
  #mask = 0x3fff;
  #slots = new Float64Array((this.#mask + 1) * width);

  /** The number of a text, or nothing where it was not seen. */
  get(text: string): number | undefined {
    hash(text, none);
    const at = this.#find(hashed[0]!, hashed[1]!);
    return this.#slots[at] === 0 ? undefined : this.#slots[at + 2];
  }

  /** Gives the text a number, 0 … 2³² − 1, unless it has one; gives the one it has then.
   * @param more Numbers that belong to the text: it is the same only with the same of them. */
  add(text: string, number: number, more: readonly number[] = none): number | undefined {
    hash(text, more);
    const [first, second] = [hashed[0]!, hashed[1]!];
    const at = this.#find(first, second);
    if (this.#slots[at] !== 0) return this.#slots[at + 2];
    this.#put(at, first, second, number);
    if (++this.#size * 2 > this.#mask + 1) this.#grow();
    return undefined;
  }

  /** The place of a text's slot, or of the empty one that it goes to. */
  #find(first: number, second: number): number {
    const [slots, mask] = [this.#slots, this.#mask];
    // The lower 32 bits.
    let slot = first & mask;
    let at = slot * width;
    while (slots[at] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) {
      slot = (slot + 1) & mask;
      at = slot * width;
    }
    return at;
  }

  #put(at: number, first: number, second: number, number: number): void {
    this.#slots[at] = first;
    this.#slots[at + 1] = second;
    this.#slots[at + 2] = number;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Float64Array(before.length * 2);
    for (let at = 0; at < before.length; at += width) {
      const [first, second, number] = [before[at]!, before[at + 1]!, before[at + 2]!];
      if (first !== 0) this.#put(this.#find(first, second), first, second, number);
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
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  let c = 0x1f2c8a5c;
  let d = 0x80aa3174;
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
