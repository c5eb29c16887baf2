/** What a verb of the command line is. Imports nothing. */

export interface Verb {
  /** What follows the verb, such as `FILE --out FILE.dl`. */
  readonly usage: string;
  /** What it does, in whole sentences, for `--help`. */
  readonly help: string;
  /** Options that take a value, by name; of one given more than once the last counts. */
  readonly options: readonly string[];
  /** Options that take no value. */
  readonly flags?: readonly string[];
  /** Options that take a value each time they are given. */
  readonly lists?: readonly string[];
  /** Gives the exit code. Throws `Usage` or `Failure`. */
  run(words: readonly string[], options: Options, more: MoreOptions): Promise<number>;
}

export type Options = Readonly<Record<string, string>>;

export interface MoreOptions {
  readonly flags: ReadonlySet<string>;
  /** By name; empty where it was not given. */
  list(name: string): readonly string[];
}

/** The verb was called wrongly: exit 2, with its usage line. */
export class Usage extends Error {}

/** The verb could not do it: exit 1. */
export class Failure extends Error {}

/** Whoever reads what the verb writes has gone: it ends without a word, as on SIGPIPE. */
export class BrokenPipe extends Error {}

/** Results go to standard output, all else is said here. */
export function printError(message: string): void {
  process.stderr.write(`${message}\n`);
}
