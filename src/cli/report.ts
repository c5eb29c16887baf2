/** The report of an import, written while it runs: memory stays bounded, however much is wrong. */
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportProblem, ImportSummary } from '../formats/import/import-stream';
import { OutFile } from './output';
import type { Target } from './targets';

/** `{"rejected": […], "warnings": […], "read": n, "written": n, …}`. The warnings wait in a file of
 * their own until the rejected are complete. */
export class Report {
  readonly out: OutFile;
  readonly #warnings: OutFile;
  #rejected = 0;
  #warned = 0;

  private constructor(out: OutFile, warnings: OutFile) {
    this.out = out;
    this.#warnings = warnings;
  }

  static async open(target: Target): Promise<Report> {
    const beside = target.kind === 'file' ? target.path : join(tmpdir(), 'datelines');
    const out = await OutFile.open(target);
    const warnings = await OutFile.temporary(`${beside}.warnings`, target.name);
    await out.write('{\n"rejected": [');
    return new Report(out, warnings);
  }

  add(problem: ImportProblem): void | Promise<void> {
    const { severity, record, id, field, value, code, message } = problem;
    const entry = JSON.stringify({ record, id, field, value: value ?? null, code, message });
    // An error that is no record's rejects nothing.
    if (severity === 'error' && record !== null)
      return this.out.write(`${this.#rejected++ ? ',' : ''}\n${entry}`);
    return this.#warnings.write(`${this.#warned++ ? ',' : ''}\n${entry}`);
  }

  /** Writes what is known at the end; `out` is whole then. */
  async complete(summary: ImportSummary | { read: 0; written: 0; failure: string }): Promise<void> {
    await this.out.write('\n],\n"warnings": [');
    await this.#warnings.finish();
    for await (const piece of createReadStream(this.#warnings.temporary!, 'utf8'))
      await this.out.write(piece as string);
    await this.#warnings.drop();
    const { read, written, ...more } = summary;
    const facts = { read, written, ...more };
    const members = Object.entries(facts).map(
      ([name, value]) =>
        `${JSON.stringify(name === 'rejected' ? 'rejectedRecords' : name)}: ${JSON.stringify(value)}`,
    );
    await this.out.write(`\n],\n${members.join(',\n')}\n}\n`);
  }

  async drop(): Promise<void> {
    await this.out.drop();
    await this.#warnings.drop();
  }
}
