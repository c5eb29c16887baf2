/** One import while it runs: what was read and written so far, and who is told of it. */
import type { Problem } from '../../model/event';
import type {
  Converted,
  Format,
  FormatItem,
  FormatOptions,
  Rewriting,
  StoryFacts,
  StoryMember,
} from '../format';
import { RowStream } from '../table/row-stream';
import type { Row } from '../table/rows';
import type { Recognizable } from './detect';
import type {
  ByteSource,
  ImportOptions,
  ImportProblem,
  ImportProgress,
  ImportSummary,
  ImportSink,
} from './types';
import { RecordValidator } from './validate-record';
import { geocodingNotes } from '../geocode/notes';
import { StoryText } from './story-text';
import { decoded } from '../text/decode';
import { mostUnzipped, unzipped } from '../text/unzip';
import { t } from '../../words/reading';

/** Bytes that could not be read and of which each is said. */
const mostBadBytes = 20;
/** Milliseconds after which what else waits gets its turn, so that a cancel is heard. */
const recordsAtOnce = 100;
/** In characters: a text up to this length is kept from the pass that learns to the one that
 * converts, so that it is unzipped and decoded once. */
const mostKept = 32_000_000;

interface KeptText {
  readonly pieces: readonly string[];
  /** In characters. */
  readonly length: number;
  /** Of the file. */
  readonly bytes: number;
}

export class ImportRun {
  #source: ByteSource;
  readonly #sink: ImportSink;
  readonly #options: ImportOptions;
  /** Only where somebody takes the text. */
  readonly #text: StoryText | undefined;
  readonly #validator: RecordValidator;
  /** Members of the story file so far. */
  readonly #names = new Set(['type', 'features']);
  readonly #rejectedBy: Record<string, number> = {};
  readonly #warnedOf: Record<string, number> = {};
  readonly #badBytes: Problem[] = [];
  readonly #noted: Problem[] = [];
  readonly #rewritings: Rewriting['read'][] = [];
  #readAs: (() => AsyncIterable<string>) | undefined;
  #badByteCount = 0;
  #recordsRead = 0;
  #written = 0;
  #replacements = new ReplacementWatch();
  /** Bytes of the file, read in this phase. */
  #bytes = 0;
  #lastTurn = 0;
  #kept: KeptText | undefined;
  /** From the first record on. */
  #summary: (() => ImportSummary) | undefined;

  constructor(source: ByteSource, sink: ImportSink, options: ImportOptions) {
    this.#source = source;
    this.#sink = sink;
    this.#options = options;
    this.#text = sink.story && new StoryText();
    this.#validator = new RecordValidator(options);
  }

  /** The file as its format reads it: rewritten by all that `rewriteBy` was given. */
  async text(phase: ImportProgress['phase']): Promise<AsyncIterable<string>> {
    let text = this.#original(phase);
    for (const rewrite of this.#rewritings) text = await rewrite(text);
    return phase === 'converting' ? this.#replacements.watch(text) : text;
  }

  /** From now on the text is what this makes of it. */
  rewriteBy(rewrite: Rewriting['read']): void {
    this.#rewritings.push(rewrite);
  }

  /** The file that is read: the one inside an archive, where it is one. */
  get source(): ByteSource {
    return this.#source;
  }

  /** From now on it is this file. */
  readFrom(source: ByteSource): void {
    this.#source = source;
    this.#kept = undefined;
  }

  /** From now on its text is what this gives, not its bytes decoded. */
  readAs(read: () => AsyncIterable<string>): void {
    this.#readAs = read;
  }

  #original(phase: ImportProgress['phase']): AsyncIterable<string> {
    if (this.#readAs) return this.#paced(this.#readAs(), phase);
    const { encoding, mostBytes = mostUnzipped } = this.#options;
    if (this.#kept && phase === 'converting') return this.#again(this.#kept);
    this.#badBytes.length = this.#badByteCount = 0;
    const onBadByte = (byte: number, offset: number) => {
      if (++this.#badByteCount <= mostBadBytes) this.#badBytes.push(badByte(byte, offset));
    };
    const text = decoded(unzipped(this.#read(phase), mostBytes), { encoding, onBadByte });
    const kept = phase === 'learning' && (this.#source.size ?? 0) <= mostKept;
    return kept ? this.#keeping(text) : text;
  }

  /** Something to say of the file as a whole, once it is read. */
  note(problem: Problem): void {
    this.#noted.push(problem);
  }

  /** @param outer What the file is by its writing, and what it says besides its records. */
  async convert(
    format: Format,
    options: FormatOptions,
    outer?: { readonly id: string; readonly label: string; readonly facts?: StoryFacts },
  ): Promise<ImportSummary> {
    for (const problem of this.#noted) await this.#say({ ...problem, record: null });
    if (options.map?.size && !format.maps?.(options)) {
      const message = t('import.mapIgnored', { label: format.label });
      await this.#say(noted('warning', 'map', [...options.map.keys()], 'map-not-used', message));
    }
    const table = format.columns?.(options);
    if (table) this.#sink.table?.(table);
    const records = format.records(await this.text('converting'), options);
    let step = await records.next();
    this.#summary = () => this.#summaryOf(namedBy(format, outer), options);
    for (; !step.done && !this.#options.enough?.(); step = await records.next()) {
      for (const item of step.value) {
        const waiting = this.#take(item);
        if (waiting) await waiting;
        if (this.#text?.full) await this.#sink.story!(this.#text.take());
      }
    }
    const facts = step.done ? step.value : { sources: this.#validator.laterSources() };
    if (!step.done) {
      await records.return({});
      await this.#say(stopped(this.#recordsRead));
    }
    for (const problem of geocodingNotes(options.geocoding, format.label))
      await this.#say({ ...problem, record: null });
    await this.#finish({ ...outer?.facts, ...facts }, format.id !== 'story' || !step.done);
    return this.#summary();
  }

  #summaryOf(
    format: ImportSummary['format'],
    { geocoding: lookups }: FormatOptions,
  ): ImportSummary {
    const geocoding = lookups?.summary();
    const [read, written] = [this.#recordsRead, this.#written];
    return {
      format,
      read,
      written,
      rejected: read - written,
      rejectedBy: { ...this.#rejectedBy },
      warnedOf: { ...this.#warnedOf },
      ...(geocoding && { geocoding }),
    };
  }

  /** What the whole would be if the records ended here. */
  #soFar(summary: () => ImportSummary) {
    const { title = titleFrom(this.#source.name) } = this.#options;
    return { summary: summary(), members: this.#validator.soFar(title) };
  }

  /** A promise where the sink needs time. */
  #take(item: FormatItem): void | Promise<void> {
    if ('record' in item) return this.#record(item);
    if ('note' in item) return this.#say({ ...item.note, record: null });
    if ('sources' in item) return this.#validator.useSources(item.sources);
    return this.#member(item);
  }

  #record(converted: Converted): void | Promise<void> {
    this.#recordsRead++;
    const validated = this.#validator.validate(converted, this.#replacements.found);
    const { accepted, problems } = validated;
    if (accepted) {
      this.#written++;
      this.#text?.record(accepted.text ?? JSON.stringify(accepted.feature));
      this.#sink.record?.(accepted);
    } else {
      const code = problems.find(({ severity }) => severity === 'error')!.code;
      this.#rejectedBy[code] = (this.#rejectedBy[code] ?? 0) + 1;
    }
    if (problems.length > 0) return this.#sayAll(problems);
  }

  #member({ member, text }: StoryMember): void | Promise<void> {
    const value: unknown = JSON.parse(text);
    if (member === 'title' && value === null) return;
    if (this.#names.has(member)) {
      const message = t('import.repeatedMember', { member });
      return this.#say(noted('warning', member, value, 'repeated-member', message));
    }
    this.#names.add(member);
    this.#text?.member(member, text);
    this.#validator.member(member, value);
  }

  /** `named`: the story gets a title where it has none. */
  async #finish(facts: Readonly<Record<string, unknown>>, named: boolean): Promise<void> {
    const { timeZone, title = titleFrom(this.#source.name) } = this.#options;
    const all: Record<string, unknown> = { ...facts };
    if (timeZone !== undefined && all.timeZone === undefined) all.timeZone = timeZone;
    if (named && !this.#names.has('title') && all.title === undefined) {
      all.title = title;
      if (this.#options.title === undefined) {
        const message = t('import.titleFromFileName', { title });
        await this.#say(noted('warning', 'title', null, 'title-from-name', message));
      }
    }
    for (const [name, value] of Object.entries(all)) {
      const text = JSON.stringify(value) as string | undefined;
      if (text === undefined || this.#names.has(name)) continue;
      this.#names.add(name);
      this.#text?.member(name, text);
      this.#validator.member(name, value);
    }
    this.#text?.end();
    if (this.#text) await this.#sink.story!(this.#text.take());
    for (const problem of this.#badBytes) await this.#say({ ...problem, record: null });
    const more = this.#badByteCount - this.#badBytes.length;
    if (more > 0) {
      const message = t('import.moreInvalidBytes', { more });
      await this.#say(noted('warning', 'bytes', more, 'bad-bytes', message));
    }
    const { problems, members } = this.#validator.finish();
    await this.#sayAll(problems);
    this.#sink.members?.(members);
  }

  async #sayAll(problems: readonly ImportProblem[]): Promise<void> {
    for (const problem of problems) {
      const waiting = this.#say(problem);
      if (waiting) await waiting;
    }
  }

  #say(problem: ImportProblem): void | Promise<void> {
    if (problem.severity === 'warning')
      this.#warnedOf[problem.code] = (this.#warnedOf[problem.code] ?? 0) + 1;
    return this.#sink.problem(problem);
  }

  #read(phase: ImportProgress['phase']): AsyncGenerator<Uint8Array> {
    return this.#turning(this.#source.open(), phase, ({ length }) => length);
  }

  #paced(text: AsyncIterable<string>, phase: ImportProgress['phase']): AsyncIterable<string> {
    if (!(text instanceof RowStream)) return this.#turning(text, phase, () => 0);
    return new RowStream(
      text.columns,
      this.#turning(text.rows, phase, () => 0),
    );
  }

  /** Passes pieces on, tells of progress, and lets what else waits have its turn. */
  async *#turning<Piece>(
    pieces: AsyncIterable<Piece>,
    phase: ImportProgress['phase'],
    lengthOf: (piece: Piece) => number,
  ): AsyncGenerator<Piece> {
    this.#bytes = 0;
    this.#lastTurn = performance.now();
    for await (const piece of pieces) {
      await this.#turn(phase, this.#bytes + lengthOf(piece));
      yield piece;
    }
    this.#options.signal?.throwIfAborted();
  }

  /** Keeps a text that is read to its end, unless it is too long. */
  async *#keeping(text: AsyncIterable<string>): AsyncGenerator<string> {
    const pieces: string[] = [];
    let length = 0;
    for await (const piece of text) {
      length += piece.length;
      if (length <= mostKept) pieces.push(piece);
      else pieces.length = 0;
      yield piece;
    }
    if (length <= mostKept) this.#kept = { pieces, length, bytes: this.#bytes };
  }

  async *#again({ pieces, length, bytes }: KeptText): AsyncGenerator<string> {
    this.#lastTurn = performance.now();
    let done = 0;
    for (const piece of pieces) {
      await this.#turn('converting', Math.round((bytes * done) / length));
      done += piece.length;
      yield piece;
    }
    this.#options.signal?.throwIfAborted();
  }

  /** Says how far the import is, and gives a turn to what waits. */
  async #turn(phase: ImportProgress['phase'], bytes: number): Promise<void> {
    const { signal, onProgress } = this.#options;
    signal?.throwIfAborted();
    this.#bytes = bytes;
    if (performance.now() - this.#lastTurn <= recordsAtOnce) return;
    const [read, written, summary] = [this.#recordsRead, this.#written, this.#summary];
    const soFar = summary && (() => this.#soFar(summary));
    onProgress?.({ phase, bytes, read, written, soFar });
    await new Promise((turn) => setTimeout(turn));
    this.#lastTurn = performance.now();
  }
}

/** A known table is named with the writing that it comes in; any other by its writing alone. */
function namedBy(format: Recognizable, outer: Omit<Recognizable, 'detect'> | undefined) {
  const { id, label } = format;
  if (!outer) return { id, label };
  const plain = id === 'csv' || id === 'geojson' || outer.id === 'kmz';
  if (plain && outer.id !== 'zip') return { id: outer.id, label: outer.label };
  return { id, label: `${label} (${outer.label})` };
}

/** Looks out for U+FFFD in the text that records are made of, as itself or escaped as JSON, XML and
 * HTML do, so that only files that have it are looked through record by record. */
class ReplacementWatch {
  found = false;

  watch(text: AsyncIterable<string>): AsyncIterable<string> {
    if (text instanceof RowStream) return new RowStream(text.columns, this.#watchRows(text.rows));
    return this.#watchText(text);
  }

  async *#watchRows(rows: RowStream['rows']): AsyncGenerator<readonly Row[]> {
    for await (const piece of rows) {
      this.found ||= piece.some(({ cells }) => cells.some((cell) => cell.includes('\ufffd')));
      yield piece;
    }
  }

  async *#watchText(text: AsyncIterable<string>): AsyncGenerator<string> {
    let before = '';
    for await (const piece of text) {
      this.found ||= hasReplacement(before + piece);
      // An escape may be cut in two.
      before = piece.slice(-longestEscape);
      yield piece;
    }
  }
}

const longestEscape = 16;

function hasReplacement(text: string): boolean {
  if (text.includes('\ufffd')) return true;
  if (text.includes('\\u') && /\\ufffd/i.test(text)) return true;
  return text.includes('&#') && /&#(?:x0*fffd|0*65533);/i.test(text);
}

/** `trips-2024.csv.gz` → "trips-2024". */
function titleFrom(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/(\.[A-Za-z]\w{0,9}){1,2}$/, '');
  return base || t('import.untitledStory');
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

/** An error, since records are missing that the file has. */
function stopped(read: number): ImportProblem {
  const message = t('import.stopped', { read });
  return { severity: 'error', record: null, field: 'file', value: read, code: 'stopped', message };
}

function badByte(byte: number, offset: number): Problem {
  const value = `0x${byte.toString(16).padStart(2, '0')}`;
  const message = t('import.invalidByte', { value, offset });
  return noted('warning', 'bytes', value, 'bad-bytes', message);
}
