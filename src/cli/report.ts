/** The report of an import, written while it runs: memory stays bounded, however much is wrong. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ImportProblem, ImportSummary } from '../formats/import';
import { OutFile } from './out-file';
import { pathOf } from './paths';

/** `{"rejected": […], "warnings": […], "read": n, "written": n, …}`. The warnings wait in a file of
 * their own until the rejected are complete. */
export class Report {
  readonly #out: OutFile;
  readonly #warnings: OutFile;
  readonly #warningsName: string;
  #rejected = 0;
  #warned = 0;

  constructor(name: string) {
    this.#out = new OutFile(name);
    this.#warningsName = `${name}.warnings`;
    this.#warnings = new OutFile(this.#warningsName);
    void this.#out.write('{\n"rejected": [');
  }

  add(problem: ImportProblem): void | Promise<void> {
    const { severity, record, id, field, value, code, message } = problem;
    const entry = JSON.stringify({ record, id, field, value: value ?? null, code, message });
    // An error that is no record's rejects nothing.
    if (severity === 'error' && record !== null)
      return this.#out.write(`${this.#rejected++ ? ',' : ''}\n${entry}`);
    return this.#warnings.write(`${this.#warned++ ? ',' : ''}\n${entry}`);
  }

  /** Writes what is known at the end. */
  async keep(summary: ImportSummary | { read: 0; written: 0; failure: string }): Promise<void> {
    await this.#out.write('\n],\n"warnings": [');
    await this.#warnings.keep();
    const path = pathOf(this.#warningsName);
    for await (const piece of createReadStream(path, 'utf8'))
      await this.#out.write(piece as string);
    await rm(path);
    const { read, written, ...more } = summary;
    const facts = { read, written, ...more };
    const members = Object.entries(facts).map(
      ([name, value]) =>
        `${JSON.stringify(name === 'rejected' ? 'rejectedRecords' : name)}: ${JSON.stringify(value)}`,
    );
    await this.#out.write(`\n],\n${members.join(',\n')}\n}\n`);
    await this.#out.keep();
  }

  async drop(): Promise<void> {
    await this.#out.drop();
    await this.#warnings.drop();
  }
}
