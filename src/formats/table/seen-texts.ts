/** Texts that were seen before, in far less memory than the texts: 16 bytes a slot. */

/** Words of a slot: the three hashes of a text, the first 0 where the slot is empty, and its number. */
const width = 4;

/** The share of the slots that may be taken. */
const mostTaken = 0.75;

/**
 * From texts to numbers. Of a text three hashes of 32 bits are kept, so that among a million texts
 * two are taken for one with a chance of about 1 in 10¹⁷.
 */
export class SeenTexts {
  #size = 0;
  /** How many there are, less one; all of its bits are ones. */
  #mask = 0x3fff;
  #slots = new Uint32Array((this.#mask + 1) * width);

  /** The number of a text, or nothing where it was not seen. */
  get(text: string): number | undefined {
    hash(text, none);
    const at = this.#find(hashed[0]!, hashed[1]!, hashed[2]!);
    return this.#slots[at] === 0 ? undefined : this.#slots[at + 3];
  }

  /** Gives the text a number, 0 … 2³² − 1, unless it has one; gives the one it has then.
   * @param more Numbers that belong to the text: it is the same only with the same of them. */
  add(text: string, number: number, more: readonly number[] = none): number | undefined {
    hash(text, more);
    const at = this.#find(hashed[0]!, hashed[1]!, hashed[2]!);
    if (this.#slots[at] !== 0) return this.#slots[at + 3];
    this.#slots.set(hashed, at);
    this.#slots[at + 3] = number;
    if (++this.#size > mostTaken * (this.#mask + 1)) this.#grow();
    return undefined;
  }

  /** The place of a text's slot, or of the empty one that it goes to. */
  #find(first: number, second: number, third: number): number {
    const [slots, mask] = [this.#slots, this.#mask];
    let at = (first & mask) * width;
    while (
      slots[at] !== 0 &&
      (slots[at] !== first || slots[at + 1] !== second || slots[at + 2] !== third)
    )
      at = (at + width) & (mask * width + width - 1);
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += width) {
      if (before[at] === 0) continue;
      const to = this.#find(before[at]!, before[at + 1]!, before[at + 2]!);
      for (let word = 0; word < width; word++) this.#slots[to + word] = before[at + word]!;
    }
  }
}

const none: readonly number[] = [];

/** What `hash` last gave: three numbers of 32 bits, the first never 0, which marks an empty slot. */
const hashed = new Uint32Array(3);
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
  hashed[0] = mixed(a, d) || 1;
  hashed[1] = mixed(b, a);
  hashed[2] = mixed(c, b);
}

/** Spreads the bits of two lanes over one (the finalizer of MurmurHash3). */
function mixed(one: number, other: number): number {
  let bits = one ^ Math.imul(other ^ (other >>> 15), 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
