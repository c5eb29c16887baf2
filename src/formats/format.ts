/** What a foreign format is: how it is recognised, and how its records become features of a story.
 * Types only. */
import type { Inside } from '../model/check/swapped';
import type { Problem } from '../model/event';
import type { Members } from '../model/read/members';
import type { Geocoding } from './geocode/geocoding';

/** The beginning of a file, as formats recognise it: decoded, unzipped, without a byte order mark. */
export interface FileHead {
  /** The file's name, or an empty string where it has none. */
  readonly name: string;
  /** The first characters, 64 k at most. */
  readonly text: string;
  /** Whether `text` is the whole file. */
  readonly whole: boolean;
  /** The names of its columns, where the file is a table by its kind, whatever its text looks like. */
  readonly columns?: readonly string[];
}

/** One record of a foreign file and what it became. */
export interface Converted {
  /** Its number in the file, from 1; the header is no record. */
  readonly record: number;
  /** A GeoJSON feature in the story's model; nothing where `problems` has an error. */
  readonly feature?: Members;
  /** The feature's JSON text, where the file itself has it: written as it stands. */
  readonly text?: string;
  /** `field` names the file's own column or member, `value` is what stood there. A date or place
   * that can't be read is a problem, never a guess. */
  readonly problems: readonly Problem[];
}

/** A member of the story as the file itself has it, in the file's order: its JSON text is written as
 * it stands, so that nothing is lost which a parsed value loses. */
export interface StoryMember {
  readonly member: string;
  readonly text: string;
}

/** Something about the file as a whole that its user should know; no record is named. */
export interface FileNote {
  readonly note: Problem;
}

/** Sources that the story will declare after its records, by id: records name them as they are made. */
export interface SourceLookup {
  get(id: string): Members | undefined;
}

/** What a format yields: records, and what belongs to the file or the story as a whole. */
export type FormatItem = Converted | StoryMember | FileNote | { readonly sources: SourceLookup };

/** Members of the story that a format knows of or gathers on the way: `title`, `language`,
 * `timeZone`, `categories`, `sources`, `license`, `credit` and unknown ones, as a story file has them. */
export type StoryFacts = Members;

export interface FormatOptions {
  /** Field of the story's model → column of the file, as given by the user; an empty text where the
   * field is to have none. */
  readonly map?: ReadonlyMap<string, string>;
  /** Which comes first in dates such as 3/4/2025, where the file does not tell. */
  readonly dayOrder?: 'day-first' | 'month-first' | 'year-first';
  /** The first of the hundred years that years of two digits lie in: with 1950 they are 1950 to 2049. */
  readonly century?: number;
  /** The file has dates that can only have the day first and others that can only have the month
   * first, so that nothing tells of the rest. */
  readonly mixedDays?: boolean;
  /** IANA name of the zone in which the file's times without one are; UTC where it is not said. */
  readonly timeZone?: string;
  /** The sign before the fractions of amounts, where a column of them does not tell. */
  readonly decimal?: '.' | ',';
  /** Which country a position lies in, where the shapes of countries are at hand. */
  readonly inside?: Inside;
  /** The reference system of the file's coordinates: `EPSG:27700`, a PROJ string or WKT. */
  readonly crs?: string;
  /** The sheet, layer, list or file of several that is read. */
  readonly sheet?: string;
  /** The file's name, or nothing where it has none. */
  readonly name?: string;
  /** Files that were given beside this one, by name, whole: tables or lists that go with it. */
  readonly companions?: ReadonlyMap<string, string>;
  /** Looks up the places of records that have a name of one and no position. */
  readonly geocoding?: Geocoding;
  /** What `learn` found out; each format knows its own. */
  readonly learned?: unknown;
}

/** The columns of a table as they are read, for those who choose what they mean. */
export interface TableColumns {
  readonly columns: readonly string[];
  /** The first rows: a cell for each column, cut where it is long. */
  readonly rows: readonly (readonly string[])[];
  /** Field → column. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** A format that is read as a stream of text. */
export interface Format {
  /** As `--format` names it. */
  readonly id: string;
  /** As a report and the page name it. */
  readonly label: string;
  /** How sure the format is that this is its own: 0 not at all, 1 beyond doubt. */
  detect(head: FileHead): number;
  /** Reads the whole file once before its records are asked for, where they can't be understood
   * without: gives the options with what it found. `again` reads it once more, where the end of it
   * shows that its beginning misled. */
  learn?(
    text: AsyncIterable<string>,
    options: FormatOptions,
    again?: () => Promise<AsyncIterable<string>>,
  ): Promise<FormatOptions>;
  /** Whether it goes by the user's `map`, given what it learned; it does not where this is left out. */
  maps?(options: FormatOptions): boolean;
  /** The columns that `map` may name, given what it learned. */
  columns?(options: FormatOptions): TableColumns | undefined;
  /** Yields every record of the file in order, some at a time, and returns what the story has
   * besides. Keeps at most a few records in memory, except where the format can't be read otherwise.
   * Throws a `FormatError` where the file as a whole can't be read. */
  records(
    text: AsyncIterable<string>,
    options: FormatOptions,
  ): AsyncGenerator<Iterable<FormatItem>, StoryFacts>;
}

/** A format whose records are those of a table or of GeoJSON in another writing: what that is, a
 * known table or any, is found once it is rewritten. */
export interface RewrittenFormat {
  readonly id: string;
  readonly label: string;
  detect(head: FileHead): number;
  /** Looks through the whole file once. Throws a `FormatError` where it has no records. */
  rewrite(text: AsyncIterable<string>, options: FormatOptions, head: FileHead): Promise<Rewriting>;
}

/** How a file is rewritten. */
export interface Rewriting {
  /** The file's text, from its beginning again → the rows of a table (`RowStream`), or GeoJSON. */
  read(text: AsyncIterable<string>): Promise<AsyncIterable<string>>;
  readonly notes: readonly Problem[];
  /** What the file says besides its records. */
  readonly facts?: StoryFacts;
  /** The reference system of its coordinates, where it is not WGS 84. */
  readonly crs?: string;
}

/** A format that is a table with known columns; delimiters, quotes and encodings are read for it. */
export interface TableFormat {
  readonly id: string;
  readonly label: string;
  /** How sure the format is, going by the names of the columns: 0 … 1. */
  fits(columns: readonly string[]): number;
  /** Columns in which dates such as 3/4/2025 may stand, be it that a spreadsheet put them so: the
   * whole file is looked through for what tells day and month apart, and `options` says it. */
  dates?(columns: readonly string[]): readonly string[];
  /** Starts reading a table with these columns. Throws a `FormatError` where needed ones are missing. */
  open(columns: readonly string[], options: FormatOptions): RowReader;
}

export interface RowReader {
  /** `cell(column)` is the trimmed text of a cell, empty where the row has none. */
  read(cell: (column: string) => string, record: number): Converted;
  /** The sources that its records name by id. */
  readonly sources?: SourceLookup;
  /** After the last row. */
  story(): StoryFacts;
  /** What there is to say of the file as a whole, after the last row. */
  notes?(): readonly Problem[];
}

/** The file as a whole can't be read; says where and what was expected. */
export class FormatError extends Error {}
