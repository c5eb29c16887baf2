/** The bytes of a story's file, packed or GeoJSON → all that answers for it. */
import { tableOf } from '../event-table';
import type { EventTable } from '../story-index';
import { isPacked, openPacked, type PackedStory } from '../../formats/packed';
import { loadWorld, loadWorldview } from '../../world/atlas';
import { insideOf } from '../../world/inside';
import { locate } from '../../world/locate';
import { drawnYears, clampColumns } from '../../model/time/drawn-years';
import type { Event, Outline, Problem, Source, Story } from '../../model/event';
import type { Members } from '../../model/read/members';
import { readStory } from '../../model/read/read';
import { swappedPositions, type Inside } from '../../model/check/swapped';
import { defaultWorldview, type WorldviewId } from '../../model/worldviews';
import type { ByteSource } from '../../formats/import/import-stream';
import { EncodingError, utf8Text } from '../../formats/text/decode';
import type { Archive } from '../archive/archive';
import type { ImportSettings, ImportedFile } from './import-file';
import { StoryError } from './story-error';
import { fetchSmall } from './fetch';
import type { Files } from './files';
import { bufferSource, fileNameOf } from './byte-sources';
import { memoryArchive } from '../archive/memory-archive';
import type { ReadingOptions } from './import-report';
import { shapeStore, unknownCodes, type ShapeStore } from './shapes';
import { shardArchive } from '../archive/shard-archive';
import { t } from '../../words/reading';

export interface Opening {
  readonly story: Outline;
  readonly table: EventTable;
  /** What the index needs longest for, where the file has it. */
  readonly tree: ArrayBuffer | null;
  readonly archive: Archive;
  readonly shapes: ShapeStore;
  /** All events, where the file held them all. */
  readonly events: readonly Event[] | null;
  readonly problems: readonly Problem[];
  /** Problems that `problems` has no more room for. */
  readonly problemsLeftOut: number;
  readonly read: number;
  readonly rejected: number;
  /** How many sources its events name, or at least may name. */
  readonly sources: number;
  /** Where it was made from a file in another format, or one with bad records. */
  readonly imported?: ImportedFile;
}

/** Text beyond this length does not fit a string everywhere. */
const textLimit = 512 * 1024 * 1024;

/**
 * @param url Where the bytes came from; a packed story's shards lie beside it.
 * @param borders Whose borders the shapes of whole countries have.
 * @param files How to get other files, where a page's own fetching can't.
 * @param how How it is read where it is no story.
 * @throws StoryError Where the bytes are no story that can be shown.
 */
export async function openBytes(
  buffer: ArrayBuffer,
  url: string,
  id: string,
  borders: WorldviewId,
  files: Files = {},
  how: OpenOptions = {},
): Promise<Opening> {
  const start = new Uint8Array(buffer, 0, Math.min(16, buffer.byteLength));
  if (isPacked(start)) return openColumns(buffer, url, id, borders, files);
  if (buffer.byteLength > textLimit) throw new StoryError(t('open.textTooLarge', { url }));
  if (url.endsWith('.dl') && start[0] !== 0x7b) {
    const shown = [...start.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw new StoryError(t('open.notPacked', { url, bytes: shown.join(' ') || 'none' }));
  }
  const source = bufferSource(buffer, isAddress(url) ? fileNameOf(url) : url);
  if (start[0] === 0x7b && !how.reading) {
    // What is not UTF-8 throughout, or has lost letters before, is read and told as any import.
    const text = soundText(buffer);
    if (text === undefined) return openForeign(source, id, borders, files, how);
    const reading = readStory(text, id);
    const { story, problems, read, rejected } = reading;
    if (story && (story.events.length > 0 || read === 0)) {
      const swapped = await swappedIn(story.events, files);
      const opening = await openEvents(story, borders, files);
      return {
        ...opening,
        problems: [...problems, ...opening.problems, ...swapped],
        read,
        rejected,
      };
    }
    return openForeign(source, id, borders, files, how, reading.problems);
  }
  return openForeign(source, id, borders, files, how);
}

function soundText(buffer: ArrayBuffer): string | undefined {
  try {
    const text = utf8Text(new Uint8Array(buffer));
    return text.includes('\ufffd') ? undefined : text;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return undefined;
  }
}

/** How a file that is no story is read. */
export interface OpenOptions {
  readonly reading?: ReadingOptions;
  /** Files given with it. */
  readonly beside?: readonly ByteSource[];
  onprogress?: ImportSettings['onprogress'];
  enough?: ImportSettings['enough'];
  /** Takes the first records of a large file while the others are read. */
  onpartial?(first: Opening): void;
}

/**
 * A file in another format, by its stream: it may be larger than what a page can hold at once.
 *
 * @param problems What is wrong with it as a story, where it looks like one.
 * @throws StoryError Where it can't be read.
 */
export async function openForeign(
  source: ByteSource,
  id: string,
  borders: WorldviewId,
  files: Files = {},
  { reading = {}, beside = [], onprogress = () => {}, enough, onpartial }: OpenOptions = {},
  problems: readonly Problem[] = [],
): Promise<Opening> {
  const [{ importFile }, inside] = await Promise.all([
    import('./import-file').catch(() => {
      throw new StoryError(t('fetch.importerFailed'));
    }),
    insideWorld(files),
  ]);
  let file: Awaited<ReturnType<typeof importFile>>;
  try {
    file = await importFile(source, id, {
      reading,
      beside,
      inside,
      files,
      onprogress,
      enough,
      onpartial:
        onpartial &&
        (({ story, imported }) =>
          // Without the shapes of its places the whole still comes.
          void importedOpening(story, imported, borders, files).then(onpartial, () => {})),
    });
  } catch (error) {
    if (error instanceof StoryError && problems.length > 0)
      throw new StoryError(error.message, problems, error.report);
    throw error;
  }
  const { story, imported } = file;
  const { report } = imported;
  if (!story)
    throw new StoryError(
      t('open.notAStory'),
      report.problems.filter(({ record, severity }) => record === null && severity === 'error'),
    );
  if (report.read > 0 && report.written === 0)
    throw new StoryError(
      t('open.noRecords', {
        read: report.read,
        name: report.name,
        label: report.format.label,
      }),
      report.problems.slice(0, 200).map(({ record, ...more }) => ({
        ...more,
        record: record === null ? null : String(record),
      })),
      report,
    );
  return importedOpening(story, imported, borders, files);
}

async function importedOpening(
  story: Story,
  imported: ImportedFile,
  borders: WorldviewId,
  files: Files,
): Promise<Opening> {
  const { report } = imported;
  const opening = await openEvents(story, borders, files, imported.features);
  // Its report has them all; those of rejected records are of no event here.
  const warnings = report.problems
    .filter(({ severity, code }) => severity === 'warning' || code === 'stopped')
    .map((problem) => ({ ...problem, record: problem.id ?? problem.record }));
  return {
    ...opening,
    problems: [...warnings, ...opening.problems],
    problemsLeftOut: report.leftOut,
    imported,
  };
}

/** Events that are all in memory: placed, with the shapes they need. */
async function openEvents(
  { events, ...story }: Story,
  borders: WorldviewId,
  files: Files,
  features?: readonly Members[],
): Promise<Opening> {
  const shapes = shapeStore(borders, files);
  await shapes.look(events);
  return {
    story,
    events,
    table: tableOf(
      events,
      events.map((event) => locate(event, shapes.found)),
    ),
    tree: null,
    archive: memoryArchive(events, features),
    shapes,
    problems: unknownCodes(events, shapes.unknown),
    problemsLeftOut: 0,
    read: events.length,
    rejected: 0,
    sources: sourceCount(events),
  };
}

function sourceCount(events: readonly Event[]): number {
  const sources = new Set<Source>();
  for (const event of events) for (const source of event.sources) sources.add(source);
  return sources.size;
}

/** By the coarse world, which the map has too. */
async function swappedIn(events: readonly Event[], files: Files = {}): Promise<Problem[]> {
  const told = events.filter(({ where, places }) =>
    [where, ...places].some(({ country }) => country !== undefined),
  );
  if (told.length === 0 || files.points) return [];
  return swappedPositions(told, await insideWorld(files));
}

async function insideWorld(files: Files): Promise<Inside> {
  const [world, view] = await Promise.all([
    loadWorld('coarse', files.geo),
    loadWorldview(defaultWorldview, files.geo),
  ]);
  return insideOf(world, view);
}

function isAddress(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

function openColumns(
  buffer: ArrayBuffer,
  url: string,
  id: string,
  borders: WorldviewId,
  files: Files = {},
): Opening {
  let packed: PackedStory;
  try {
    packed = openPacked(buffer, id);
  } catch (error) {
    throw new StoryError(t('open.failed', { url, reason: sentence(error) }));
  }
  const { head } = packed;
  // Files made elsewhere may hold dates that no axis draws; a tree of their bounds is no longer theirs.
  const columns = clampColumns(packed.columns, packed.story.timeZone);
  return {
    story: packed.story,
    events: null,
    table: columns,
    tree: columns === packed.columns ? packed.tree : null,
    archive: shardArchive(
      packed,
      files.beside ?? ((name) => fetchSmall(besideOf(url, name), 'details')),
    ),
    shapes: shapeStore(borders, files),
    problems: [
      ...packed.notes,
      ...head.problems,
      ...(columns === packed.columns ? [] : [notDrawn(packed.story)]),
    ],
    problemsLeftOut: head.problemsLeftOut,
    read: head.read,
    rejected: head.rejected,
    sources: packed.story.sources?.size ?? 0,
  };
}

/** Said once of a file that was packed without the check of `readTime`. */
function notDrawn({ timeZone }: Outline): Problem {
  const { first, last } = drawnYears;
  const message = t('open.datesNotDrawn', { first, last, timeZone });
  return {
    severity: 'warning',
    record: null,
    field: 'time',
    value: null,
    code: 'date-not-drawn',
    message,
  };
}

/** `https://host/x.dl?v=2` → `https://host/x.dl.d/000000.json?v=2`. */
export function besideOf(url: string, name: string): string {
  const address = new URL(url);
  address.pathname += `.d/${name}`;
  return address.href;
}

/** The message of an error as a sentence. */
export function sentence(error: unknown): string {
  const text = (error as Error).message;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
