/**
 * From the bytes of somebody's file to a story file, record by record. Runs in Node and in a worker.
 *
 * The file is read up to three times (its beginning, once to learn, once to convert) and never held
 * whole, so that memory stays bounded however long it is.
 */
import type { Problem } from '../model/event';
import type { Inside } from '../model/swapped';
import { chooseFormat } from './detect';
import type { Converted, Format, FormatOptions, Told } from './format';
import { formats } from './index';
import { Judge, type ImportProblem } from './judge';
import { StoryText } from './story-text';
import { decoded, type Encoding } from './text/decode';
import { headOf } from './text/head';
import { MOST_BYTES, unzipped } from './text/unzip';

export type { ImportProblem } from './judge';
export type { Encoding } from './text/decode';

/** A file that can be read from its beginning more than once. */
export interface ByteSource {
  /** Its name, or an empty string. */
  readonly name: string;
  /** Bytes, where it is known; for progress only. */
  readonly size?: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Where results go, as they come. A promise is waited for. */
export interface Outlet {
  /** The next piece of the story file's text. */
  story(text: string): void | Promise<void>;
  /** `record` is the record's number in the file, from 1; `null` for the file as a whole. Those
   * with severity `error` say why a record was rejected. */
  problem(problem: ImportProblem): void | Promise<void>;
}

export interface ImportProgress {
  readonly phase: 'learning' | 'converting';
  /** Bytes of the file read in this phase, out of `ByteSource.size`. */
  readonly bytes: number;
  /** Records read and written so far. */
  readonly read: number;
  readonly written: number;
}

export interface ImportOptions extends FormatOptions {
  /** A format's id; left out or `auto`, it is found from the content. */
  readonly format?: string;
  /** Left out, it is UTF-8 or what a byte order mark says. */
  readonly encoding?: Encoding;
  /** The story's title, where the file has none; its name otherwise. */
  readonly title?: string;
  readonly inside?: Inside;
  /** The most bytes a file may come to when it is unzipped. */
  readonly mostBytes?: number;
  /** Stops the import, which then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called some ten times a second. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** `read = written + rejected`, always. */
export interface ImportSummary {
  /** The format's id and label. */
  readonly format: { readonly id: string; readonly label: string };
  readonly read: number;
  readonly written: number;
  /** Records, each counted once however many errors it has. */
  readonly rejected: number;
  /** Records rejected, by the code of their first error. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  /** Warnings, by their code. */
  readonly warnedOf: Readonly<Record<string, number>>;
}

/** Throws a `FormatError` where the file as a whole can't be read, or breaks off. */
export async function importStream(
  source: ByteSource,
  outlet: Outlet,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const run = new Run(source, outlet, options);
  const head = await headOf(run.text('learning'), source.name);
  const format = chooseFormat(formats, options.format, head);
  const given: FormatOptions = { ...options, name: source.name };
  const learned = format.learn ? await format.learn(run.text('learning'), given) : given;
  return run.convert(format, learned);
}

/** The whole text of a file that goes with another; unzipped, at most so many bytes. Throws a
 * `FormatError` where it is none. */
export async function textOf(source: ByteSource, mostBytes: number): Promise<string> {
  let text = '';
  for await (const piece of decoded(unzipped(source.open(), mostBytes), {})) text += piece;
  return text;
}

/** Bytes that could not be read and of which each is said. */
const MOST_BAD_BYTES = 20;
/** Milliseconds after which what else waits gets its turn, so that a cancel is heard. */
const TURN = 100;

class Run {
  readonly #source: ByteSource;
  readonly #outlet: Outlet;
  readonly #options: ImportOptions;
  readonly #story = new StoryText();
  readonly #judge: Judge;
  readonly #rejectedBy: Record<string, number> = {};
  readonly #warnedOf: Record<string, number> = {};
  readonly #badBytes: Problem[] = [];
  #badByteCount = 0;
  #read = 0;
  #written = 0;
  #titled = false;

  constructor(source: ByteSource, outlet: Outlet, options: ImportOptions) {
    this.#source = source;
    this.#outlet = outlet;
    this.#options = options;
    this.#judge = new Judge(options);
  }

  text(phase: ImportProgress['phase']): AsyncIterable<string> {
    const { encoding, mostBytes = MOST_BYTES } = this.#options;
    this.#badBytes.length = this.#badByteCount = 0;
    const onBadByte = (byte: number, offset: number) => {
      if (++this.#badByteCount <= MOST_BAD_BYTES) this.#badBytes.push(badByte(byte, offset));
    };
    return decoded(unzipped(this.#bytes(phase), mostBytes), { encoding, onBadByte });
  }

  async convert(format: Format, options: FormatOptions): Promise<ImportSummary> {
    const records = format.records(this.text('converting'), options);
    let step = await records.next();
    for (; !step.done; step = await records.next()) {
      const item = step.value;
      if ('record' in item) await this.#record(item);
      else if ('note' in item) await this.#say({ ...item.note, record: null });
      else await this.#member(item);
      if (this.#story.full) await this.#outlet.story(this.#story.take());
    }
    await this.#finish(step.value, format.id !== 'story');
    const [read, written] = [this.#read, this.#written];
    return {
      format: { id: format.id, label: format.label },
      read,
      written,
      rejected: read - written,
      rejectedBy: this.#rejectedBy,
      warnedOf: this.#warnedOf,
    };
  }

  async #record(converted: Converted): Promise<void> {
    this.#read++;
    const { text, problems } = this.#judge.judge(converted);
    for (const problem of problems) await this.#say(problem);
    if (text === undefined) {
      const code = problems.find(({ severity }) => severity === 'error')!.code;
      this.#rejectedBy[code] = (this.#rejectedBy[code] ?? 0) + 1;
      return;
    }
    this.#written++;
    this.#story.record(text);
  }

  async #member({ member, text }: Told): Promise<void> {
    const value: unknown = JSON.parse(text);
    if (member === 'title' && value === null) return;
    if (!this.#story.member(member, text)) {
      const message = `The file has the member "${member}" more than once; the first one was kept.`;
      return this.#say(noted('warning', member, value, 'repeated-member', message));
    }
    this.#titled ||= member === 'title';
    this.#judge.tell(member, value);
  }

  /** `named`: the story gets a title where it has none. */
  async #finish(facts: Readonly<Record<string, unknown>>, named: boolean): Promise<void> {
    const { timeZone, title = titleFrom(this.#source.name) } = this.#options;
    const all: Record<string, unknown> = { ...facts };
    if (timeZone !== undefined && all.timeZone === undefined) all.timeZone = timeZone;
    if (named && !this.#titled && all.title === undefined) {
      all.title = title;
      if (this.#options.title === undefined) {
        const message = `The file has no title for the story; "${title}" was taken from its name.`;
        await this.#say(noted('warning', 'title', null, 'title-from-name', message));
      }
    }
    for (const [name, value] of Object.entries(all)) this.#judge.tell(name, value);
    this.#story.members(all);
    this.#story.end();
    await this.#outlet.story(this.#story.take());
    for (const problem of this.#badBytes) await this.#say({ ...problem, record: null });
    const more = this.#badByteCount - this.#badBytes.length;
    if (more > 0) {
      const message = `${more} more bytes are not UTF-8; U+FFFD stands for each.`;
      await this.#say(noted('warning', 'bytes', more, 'bad-bytes', message));
    }
    for (const problem of this.#judge.end()) await this.#say(problem);
  }

  async #say(problem: ImportProblem): Promise<void> {
    if (problem.severity === 'warning')
      this.#warnedOf[problem.code] = (this.#warnedOf[problem.code] ?? 0) + 1;
    await this.#outlet.problem(problem);
  }

  async *#bytes(phase: ImportProgress['phase']): AsyncGenerator<Uint8Array> {
    const { signal, onProgress } = this.#options;
    let bytes = 0;
    let last = performance.now();
    for await (const piece of this.#source.open()) {
      signal?.throwIfAborted();
      bytes += piece.length;
      if (performance.now() - last > TURN) {
        onProgress?.({ phase, bytes, read: this.#read, written: this.#written });
        await new Promise((turn) => setTimeout(turn));
        last = performance.now();
      }
      yield piece;
    }
    signal?.throwIfAborted();
  }
}

/** `trips-2024.csv.gz` → "trips-2024". */
function titleFrom(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/(\.[A-Za-z]\w{0,9}){1,2}$/, '');
  return base || 'Imported events';
}

function noted(
  severity: Problem['severity'],
  field: string,
  value: unknown,
  code: string,
  message: string,
): ImportProblem {
  return { severity, record: null, field, value, code, message };
}

function badByte(byte: number, offset: number): Problem {
  const value = `0x${byte.toString(16).padStart(2, '0')}`;
  const message = `Byte ${value} at offset ${offset} is not UTF-8; U+FFFD stands for it.`;
  return noted('warning', 'bytes', value, 'bad-bytes', message);
}
