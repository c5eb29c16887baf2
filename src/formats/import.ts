/**
 * From the bytes of somebody's file to a story file, record by record. Runs in Node and in a worker.
 *
 * The file is read up to three times (its beginning, once to learn, once to convert) and never held
 * whole, so that memory stays bounded however long it is.
 */
import type { Problem } from '../model/event';
import type { FormatOptions } from './format';

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

export interface ImportProblem extends Problem {
  readonly record: number | null;
  /** The record's id, where it has one of its own. */
  readonly id?: string;
}

export interface ImportProgress {
  readonly phase: 'learning' | 'converting';
  /** Bytes of the file read in this phase, out of `ByteSource.size`. */
  readonly bytes: number;
  /** Records read and written so far. */
  readonly read: number;
  readonly written: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface ImportOptions extends FormatOptions {
  /** A format's id; left out or `auto`, it is found from the content. */
  readonly format?: string;
  /** Left out, it is UTF-8 or what a byte order mark says. */
  readonly encoding?: Encoding;
  /** The story's title, where the file has none; its name otherwise. */
  readonly title?: string;
  /** Whether a position lies in a country (ISO 3166-1 alpha-2); nothing where that is not known. */
  readonly inside?: (country: string, lng: number, lat: number) => boolean | undefined;
  /** The most bytes a file may come to when it is unzipped. */
  readonly mostBytes?: number;
  /** Stops the import, which then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called a few times a second. */
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
  /** Records rejected by the code of their first error. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  /** Warnings by their code. */
  readonly warnedOf: Readonly<Record<string, number>>;
}
