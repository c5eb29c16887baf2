/** One import while it runs: what was read and written so far, and who is told of it. */
import type { Problem } from '../../model/event';
import type { Converted, Format, FormatOptions, StoryMember } from '../format';
import type { ByteSource, ImportOptions, ImportProgress, ImportSummary, ImportSink } from './types';
import { RecordValidator, type ImportProblem } from './validate-record';
import { StoryText } from './story-text';
import { decoded } from '../text/decode';
import { MOST_BYTES, unzipped } from '../text/unzip';

/** Bytes that could not be read and of which each is said. */
const MOST_BAD_BYTES = 20;
/** Milliseconds after which what else waits gets its turn, so that a cancel is heard. */
const TURN = 100;

export class ImportRun {
  readonly #source: ByteSource;
  readonly #outlet: ImportSink;
  readonly #options: ImportOptions;
  readonly #story = new StoryText();
  readonly #judge: RecordValidator;
  readonly #rejectedBy: Record<string, number> = {};
  readonly #warnedOf: Record<string, number> = {};
  readonly #badBytes: Problem[] = [];
  readonly #noted: Problem[] = [];
  #badByteCount = 0;
  #read = 0;
  #written = 0;
  #titled = false;

  constructor(source: ByteSource, outlet: ImportSink, options: ImportOptions) {
    this.#source = source;
    this.#outlet = outlet;
    this.#options = options;
    this.#judge = new RecordValidator(options);
  }

  text(phase: ImportProgress['phase']): AsyncIterable<string> {
    const { encoding, mostBytes = MOST_BYTES } = this.#options;
    this.#badBytes.length = this.#badByteCount = 0;
    const onBadByte = (byte: number, offset: number) => {
      if (++this.#badByteCount <= MOST_BAD_BYTES) this.#badBytes.push(badByte(byte, offset));
    };
    return decoded(unzipped(this.#bytes(phase), mostBytes), { encoding, onBadByte });
  }

  /** Something to say of the file as a whole, once it is read. */
  note(problem: Problem): void {
    this.#noted.push(problem);
  }

  async convert(format: Format, options: FormatOptions): Promise<ImportSummary> {
    for (const problem of this.#noted) await this.#say({ ...problem, record: null });
    if (options.map?.size && !format.maps?.(options)) {
      const message = `--map was left aside: a ${format.label} file says itself which of its fields is which. --format csv reads a table by the map.`;
      await this.#say(noted('warning', 'map', [...options.map.keys()], 'map-not-used', message));
    }
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

  async #member({ member, text }: StoryMember): Promise<void> {
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
