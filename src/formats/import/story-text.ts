/** Writes a story file as text while its members and records come in, in their order. */

export class StoryText {
  #pieces: string[] = ['{"type":"FeatureCollection"'];
  #length = 0;
  #state: 'before' | 'inside' | 'after' = 'before';
  #records = 0;

  /** A member of the story, its value as JSON text. */
  member(name: string, text: string): void {
    if (this.#state === 'inside') this.closeList();
    this.#add(`,\n${JSON.stringify(name)}:${text}`);
  }

  record(text: string): void {
    if (this.#state === 'after') throw new Error('records after the end of their list');
    if (this.#state === 'before') this.#add(',\n"features":[');
    this.#state = 'inside';
    this.#add(this.#records++ === 0 ? `\n${text}` : `,\n${text}`);
  }

  closeList(): void {
    if (this.#state === 'after') return;
    this.#add(this.#state === 'before' ? ',\n"features":[]' : '\n]');
    this.#state = 'after';
  }

  end(): void {
    this.closeList();
    this.#add('}\n');
  }

  /** Whether there is enough to be worth passing on. */
  get full(): boolean {
    return this.#length > 1 << 16;
  }

  /** The text since it was last taken. */
  take(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return text;
  }

  #add(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
