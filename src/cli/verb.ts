/** What a verb of the command line is. Imports nothing. */

export interface Verb {
  /** What follows the verb, such as `FILE --out FILE.dl`. */
  readonly usage: string;
  /** What it does, in whole sentences, for `--help`. */
  readonly help: string;
  /** Options that take a value, by name. */
  readonly options: readonly string[];
  /** Options that are given or not, such as `json`. */
  readonly flags?: readonly string[];
  /** Gives the exit code. Throws `Usage` or `Failure`. */
  run(
    words: readonly string[],
    options: Readonly<Record<string, string>>,
    flags: ReadonlySet<string>,
  ): Promise<number>;
}

/** The verb was called wrongly: exit 2, with its usage line. */
export class Usage extends Error {}

/** The verb could not do it: exit 1. */
export class Failure extends Error {}

/** Results go to standard output, all else is said here. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
