/** A file in any known format → a story, and the report of what became of its records. */
import { formatIds } from '../../formats';
import { FormatError, type TableColumns } from '../../formats/format';
import {
  importStream,
  readCompanion,
  type ByteSource,
  type ImportedMembers,
  type ImportProblem,
  type ImportProgress,
  type ImportSummary,
} from '../../formats/import/import-stream';
import { mostBytesOfPage } from '../../formats/text/unzip';
import type { Inside } from '../../model/check/swapped';
import type { Story } from '../../model/event';
import { reporter } from '../../model/read/problems';
import { type Members } from '../../model/read/members';
import { assembleStory } from '../../model/read/read';
import { readRecord, type Draft } from '../../model/read/record';
import { openRegionalGazetteer } from '../../world/gazetteer/finder';
import { StoryError } from './story-error';
import type { Files } from './files';
import type { ImportReport, ReadingOptions } from './import-report';
import { t } from '../../words/reading';

/** What a page keeps of a file that it imported, beside the story. */
export interface ImportedFile {
  /** The story's members as its file would have them, without `features`. */
  readonly root: Members;
  /** The features of its events, in their order. */
  readonly features: readonly Members[];
  readonly report: ImportReport;
  /** The whole report as the command line writes it. */
  wholeReport(): string;
}

export interface ImportedStory {
  readonly story: Story;
  readonly imported: ImportedFile;
}

export interface ImportSettings {
  readonly reading: ReadingOptions;
  /** Files given beside it. */
  readonly beside: readonly ByteSource[];
  readonly inside: Inside;
  /** How to get files of the world, and of the gazetteer. */
  readonly files?: Files;
  /** Takes the first records as a story while the others are read, once and only of a file of many. */
  onpartial?(first: ImportedStory): void;
  /** Whether what is read is enough: the story then has no more. */
  enough?: () => boolean;
  /** Told bytes read and records, out of the file's size. */
  onprogress(done: { bytes: number; size: number | null; read: number }): void;
}

/** Errors, and remarks, that travel to the page; the whole report is asked for. */
const mostTold = 5000;
/** Events of one file, so that the widest rows that were measured, THOR's 46 columns at 3.7 kB an
 * event, stay below the 4 GB that a page has. Those of a table of eight columns take 1.4 kB. */
const mostEvents = 1_000_000;
/** Records after which those so far are a story of their own, where the file has about `manyRecords`,
 * of which two thirds are still to come: they take more than a second, the first a tenth of it. */
const firstRecords = 4000;
const manyRecords = 50_000;

const nothingRead = {
  format: { id: '', label: '' },
  read: 0,
  written: 0,
  rejected: 0,
  rejectedBy: {},
  warnedOf: {},
} as const;

/** @param id The story's.
 * @returns `story` is `null` where the file has records and members, but they make no story.
 * @throws StoryError Where the file as a whole can't be read. */
export async function importFile(
  source: ByteSource,
  id: string,
  {
    reading,
    beside,
    inside,
    files: { shards, geo } = {},
    enough,
    onpartial,
    onprogress,
  }: ImportSettings,
): Promise<{ story: Story | null; imported: ImportedFile }> {
  const drafts: Draft[] = [];
  const features: Members[] = [];
  let members: ImportedMembers | undefined;
  let table: TableColumns | undefined;
  const errors: ImportProblem[] = [];
  const remarks: ImportProblem[] = [];
  const rejected: string[] = [];
  const warnings: string[] = [];
  /** The story of what has come so far, of drafts that nothing else has. */
  const imported = (
    summary: ImportSummary,
    members: ImportedMembers,
    own: Draft[],
  ): { story: Story | null; imported: ImportedFile } => {
    const { rejected: rejectedRecords, ...counts } = summary;
    const report: ImportReport = {
      ...summary,
      name: source.name,
      formats: formatIds,
      reading,
      table,
      problems: [...errors, ...remarks],
      leftOut: rejected.length + warnings.length - errors.length - remarks.length,
    };
    return {
      story: storyOf(id, own, features, members),
      imported: {
        root: members.root,
        features: own === drafts ? features : features.slice(0, own.length),
        report,
        wholeReport: () =>
          `{\n"rejected": [\n${rejected.join(',\n')}\n],\n"warnings": [\n${warnings.join(',\n')}\n],\n` +
          `${JSON.stringify({ ...counts, rejectedRecords }).slice(1, -1)}\n}\n`,
      },
    };
  };
  let first = onpartial;
  const tellFirst = ({ bytes, soFar }: ImportProgress) => {
    if (!first || !soFar || drafts.length < firstRecords) return;
    const rest = (source.size ?? 0) / bytes;
    const many = rest > 3 && drafts.length * rest > manyRecords;
    if (many && !enough?.()) {
      const { summary, members } = soFar();
      const { story, ...more } = imported(
        summary,
        members,
        drafts.map((draft) => ({ ...draft })),
      );
      if (story) first({ story, ...more });
    }
    first = undefined;
  };
  try {
    const companions = new Map<string, string>();
    for (const other of beside) companions.set(other.name, await readCompanion(other));
    const summary = await importStream(
      source,
      {
        record({ draft, feature }) {
          if (drafts.length === mostEvents)
            throw new FormatError(t('open.tooManyEvents', { mostEvents }));
          drafts.push(draft);
          features.push(feature);
        },
        table(columns) {
          table = columns;
        },
        members(all) {
          members = all;
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
        gazetteer: shards && openRegionalGazetteer(shards, geo),
        mostBytes: mostBytesOfPage,
        enough,
        onProgress(progress) {
          const { bytes, read } = progress;
          onprogress({ bytes, size: source.size ?? null, read });
          tellFirst(progress);
        },
      },
    );
    return imported(summary, members!, drafts);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { name } = source;
    throw new StoryError(
      t('open.notRead', { name: name || t('import.unnamedFile'), message: error.message }),
      [],
      { ...nothingRead, name, formats: formatIds, reading, table, problems: [], leftOut: 0 },
    );
  }
}

function storyOf(
  id: string,
  drafts: readonly Draft[],
  features: readonly Members[],
  { members, context, outdated }: ImportedMembers,
): Story | null {
  if (!members) return null;
  const report = reporter([], null);
  // Zone and sources may stand after the records of a GeoJSON file.
  const read = !outdated
    ? drafts
    : drafts.map(
        (draft, at) => readRecord(features[at], draft.id, draft.record, context, report) ?? draft,
      );
  return assembleStory(id, members, read, report);
}
