/** What a file is that is no text, once it is opened. Types only. */
import type { ByteSource } from '../import/types';
import type { FormatOptions, StoryFacts } from '../format';
import type { Problem } from '../../model/event';
import type { Encoding } from '../text/decode';

/** A kind of file that is no text: read by its bytes, as rows of a table or as GeoJSON. */
export interface BinaryFormat {
  /** As `--format` names it. */
  readonly id: string;
  readonly label: string;
}

export interface OpenedBinary {
  readonly format: BinaryFormat;
  /** Rows of a table (`RowStream`) or GeoJSON, as often as it is called. */
  read?(): AsyncIterable<string>;
  /** The file inside it that is read instead. */
  readonly source?: ByteSource;
  readonly notes?: readonly Problem[];
  readonly facts?: StoryFacts;
  /** The reference system of its coordinates, where it is not WGS 84. */
  readonly crs?: string;
}

export interface BinaryOptions extends FormatOptions {
  /** The most bytes a file may come to when it is unzipped. */
  readonly mostBytes?: number;
  /** Of its texts, where the user names it. */
  readonly encoding?: Encoding;
}
