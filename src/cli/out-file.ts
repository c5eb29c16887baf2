/** A file that is written piece by piece and is there only when it is whole. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pathOf } from './paths';

export class OutFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  #failure: Error | undefined;
  #waiting: Promise<void> | undefined;

  constructor(name: string) {
    this.#path = pathOf(name);
    this.#stream = createWriteStream(`${this.#path}.part`);
    this.#stream.on('error', (error) => (this.#failure = error));
  }

  /** A promise where the disk needs time. */
  write(text: string): void | Promise<void> {
    if (this.#failure) throw this.#failure;
    if (!this.#stream.write(text)) return (this.#waiting ??= this.#drained());
  }

  /** The file is whole: it takes its name. */
  async keep(): Promise<void> {
    await this.#close();
    if (this.#failure) throw this.#failure;
    await rename(`${this.#path}.part`, this.#path);
  }

  async drop(): Promise<void> {
    await this.#close();
    await rm(`${this.#path}.part`, { force: true });
  }

  async #drained(): Promise<void> {
    // An error rejects it, and closing without one can't come before a drain.
    await once(this.#stream, 'drain');
    this.#waiting = undefined;
  }

  async #close(): Promise<void> {
    if (this.#stream.closed || this.#stream.destroyed) return;
    await new Promise<void>((done) => {
      this.#stream.once('close', () => done());
      this.#stream.end();
    });
  }
}
