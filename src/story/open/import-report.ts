/** What a page is told of a file that was turned into a story. Types. */
import type { TableColumns } from '../../formats/format';
import type {
  ImportOptions,
  ImportProblem,
  ImportSummary,
} from '../../formats/import/import-stream';

/** How a file is to be read, where its reader knows better than its content tells. */
export interface ReadingOptions {
  /** A format's id; left out, it is found from the content. */
  readonly format?: string;
  /** Field → column; an empty text where the field is to have none. */
  readonly map?: ReadonlyMap<string, string>;
  readonly dayOrder?: 'day-first' | 'month-first' | 'year-first';
  /** The first of the hundred years that years of two digits lie in. */
  readonly century?: number;
  /** The sign before the fractions of amounts. */
  readonly decimal?: '.' | ',';
  /** IANA. */
  readonly timeZone?: string;
  /** Left out, names of places are looked up where a table has no position. */
  readonly geocode?: 'off' | 'strict' | 'propose';
  /** What names mean that may mean several places. */
  readonly places?: ImportOptions['places'];
  /** The reference system of its coordinates: `EPSG:27700`, a PROJ string or WKT. */
  readonly crs?: string;
  /** The sheet, layer, list or file of several that is read. */
  readonly sheet?: string;
  readonly encoding?: ImportOptions['encoding'];
  /** The story's, where the file has none. */
  readonly title?: string;
}

export interface ImportReport extends ImportSummary {
  /** The file's. */
  readonly name: string;
  /** The ids of all formats. */
  readonly formats: readonly string[];
  readonly reading: ReadingOptions;
  /** Its columns and what they are taken for, where it is a table. */
  readonly table?: TableColumns;
  /** The first of them, those that reject a record before the others. */
  readonly problems: readonly ImportProblem[];
  /** Problems that `problems` has no room for. */
  readonly leftOut: number;
}
