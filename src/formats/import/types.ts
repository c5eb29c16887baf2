/** What an import takes and gives. Types only. */
import type { Problem } from '../../model/event';
import type { Members } from '../../model/read/members';
import type { Draft, RecordContext } from '../../model/read/record';
import type { StoryMembers } from '../../model/read/story-members';
import type { FormatOptions, TableColumns } from '../format';
import type { PlaceChoices } from '../geocode/choice';
import type { GeocodeMode, GeocodingSummary, PlaceFinder } from '../geocode/types';
import type { Encoding } from '../text/decode';

/** A file that can be read from its beginning more than once. */
export interface ByteSource {
  /** Its name, or an empty string. */
  readonly name: string;
  /** Bytes, where it is known; for progress only. */
  readonly size?: number;
  open(): AsyncIterable<Uint8Array>;
  /** Bytes from anywhere in it, half-open, where they can be had without reading what lies before. */
  slice?(start: number, end: number): Promise<Uint8Array>;
}

export interface ImportProblem extends Problem {
  readonly record: number | null;
  /** The record's id, where it has one of its own. */
  readonly id?: string;
}

/** An accepted record: read once, as the event that it is, and as the feature it came as. */
export interface ImportedRecord {
  /** Its category and its links are settled with the whole story (`assembleStory`). */
  readonly draft: Draft;
  /** As the story file has it, with its id. */
  readonly feature: Members;
}

/** The story's own members, once all records are read. */
export interface ImportedMembers {
  /** As the story file has them, without `features`. */
  readonly root: Members;
  /** As they are read; nothing where this is no story, for want of a title. */
  readonly members: StoryMembers | undefined;
  /** What records are read in. */
  readonly context: RecordContext;
  /** Members that came after records change how those are read: they have to be read again. */
  readonly outdated: boolean;
}

/** Where results go, as they come. A promise is waited for. */
export interface ImportSink {
  /** The next piece of the story file's text; where it is left out no text is made. */
  story?(text: string): void | Promise<void>;
  record?(record: ImportedRecord): void;
  /** Before the first record of a table whose columns may be chosen. */
  table?(columns: TableColumns): void;
  /** After the last record. */
  members?(members: ImportedMembers): void;
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
  /** What the whole would be if the records ended here; only while they are converted. */
  soFar?(): { readonly summary: ImportSummary; readonly members: ImportedMembers };
}

export interface ImportOptions extends FormatOptions {
  /** A format's id; left out or `auto`, it is found from the content. */
  readonly format?: string;
  /** Left out, it is UTF-8 or what a byte order mark says. */
  readonly encoding?: Encoding;
  /** The story's title, where the file has none; its name otherwise. */
  readonly title?: string;
  /** Finds places by their names; without it names stay names. */
  readonly gazetteer?: PlaceFinder;
  /** Left out, it is `strict` for a table with names of places and no position, else `off`. */
  readonly geocode?: GeocodeMode;
  /** What names mean that may mean several places: by them, as `placeKey` writes them. */
  readonly places?: PlaceChoices;
  /** The most bytes a file may come to when it is unzipped. */
  readonly mostBytes?: number;
  /** Stops the import, which then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Whether what is read is enough: the import then ends after a record, as if the file did. */
  readonly enough?: () => boolean;
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
  /** Where places were looked up by their names. */
  readonly geocoding?: GeocodingSummary;
}
