/** A file in any known format → the text of a story, and the report of what became of its records. */
import { formatIds } from '../../formats';
import { FormatError } from '../../formats/format';
import {
  importStream,
  readWholeText,
  type ByteSource,
  type ImportProblem,
} from '../../formats/import/import-stream';
import { MOST_BYTES_OF_PAGE } from '../../formats/text/unzip';
import type { Inside } from '../../model/check/swapped';
import { StoryError } from './story-error';
import type { ImportReport, ReadingOptions } from './import-report';

export interface ImportedStory {
  /** The story file's. */
  readonly text: string;
  readonly report: ImportReport;
  /** The whole report as the command line writes it. */
  wholeReport(): string;
}

export interface ImportSettings {
  readonly reading: ReadingOptions;
  /** Files given beside it. */
  readonly beside: readonly ByteSource[];
  readonly inside: Inside;
  /** Told bytes read and records, out of the file's size. */
  onprogress(done: { bytes: number; size: number | null; read: number }): void;
}

/** Errors, and remarks, that travel to the page; the whole report is asked for. */
const mostTold = 5000;
/** Characters that a string holds everywhere. */
const longest = 500e6;
const mostBeside = 256 * 1024 * 1024;

/** @throws StoryError Where the file as a whole can't be read. */
export async function importFile(
  source: ByteSource,
  { reading, beside, inside, onprogress }: ImportSettings,
): Promise<ImportedStory> {
  const pieces: string[] = [];
  let length = 0;
  const errors: ImportProblem[] = [];
  const remarks: ImportProblem[] = [];
  const rejected: string[] = [];
  const warnings: string[] = [];
  try {
    const companions = new Map<string, string>();
    for (const other of beside) companions.set(other.name, await readWholeText(other, mostBeside));
    const summary = await importStream(
      source,
      {
        story(text) {
          length += text.length;
          if (length > longest)
            throw new FormatError(
              'As a story the file is larger than 500 MB, too large for a page; the command line turns it into a packed story (datelines import, then pack).',
            );
          pieces.push(text);
        },
        problem(problem) {
          const { severity, record, id, field, value, code, message } = problem;
          const entry = JSON.stringify({ record, id, field, value: value ?? null, code, message });
          const rejects = severity === 'error' && record !== null;
          (rejects ? rejected : warnings).push(entry);
          const told = rejects ? errors : remarks;
          if (told.length < mostTold) told.push(problem);
        },
      },
      {
        ...reading,
        companions,
        inside,
        mostBytes: MOST_BYTES_OF_PAGE,
        onProgress: ({ bytes, read }) => onprogress({ bytes, size: source.size ?? null, read }),
      },
    );
    const { rejected: rejectedRecords, ...counts } = summary;
    const report: ImportReport = {
      ...summary,
      name: source.name,
      formats: formatIds,
      reading,
      problems: [...errors, ...remarks],
      leftOut: rejected.length + warnings.length - errors.length - remarks.length,
    };
    return {
      text: pieces.join(''),
      report,
      wholeReport: () =>
        `{\n"rejected": [\n${rejected.join(',\n')}\n],\n"warnings": [\n${warnings.join(',\n')}\n],\n` +
        `${JSON.stringify({ ...counts, rejectedRecords }).slice(1, -1)}\n}\n`,
    };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new StoryError(`${source.name || 'The file'} could not be read. ${error.message}`);
  }
}
