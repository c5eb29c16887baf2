/** Texts that were seen before, in far less memory than the texts: 20 bytes a slot. */
import { hash53 } from './hash';

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
    const slot = this.#slot(key(text), hash53(text, 1));
    return this.#first[slot] === 0 ? undefined : this.#numbers[slot];
  }

  /** Gives the text a number, 0 … 2³² − 1, unless it has one; gives the one it has then. */
  add(text: string, number: number): number | undefined {
    const [first, second] = [key(text), hash53(text, 1)];
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

/** 0 marks an empty slot. */
function key(text: string): number {
  return hash53(text) || 1;
}
