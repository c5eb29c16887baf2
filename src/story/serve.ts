/** The worker's side of a page: opens one story, then answers what is asked of it. */
import { Transferred, answerCalls, type Callable, type Port } from './rpc';
import { openStoryIndex, type StoryIndex } from './story-index';
import type { SourceCalls } from './source';
import type { ResolvedShape } from '../world/types';
import { siteShards } from '../world/gazetteer/site';
import type { FetchShard } from '../world/gazetteer/types';
import type { Event, Problem } from '../model/event';
import type { Detail } from './details.svelte';
import type { RelatedEvent } from './archive/archive';
import { exportFrom, type ExportReply, type ExportRequest } from './export';
import type { ImportReport } from './open/import-report';
import { StoryError } from './open/story-error';
import { fetchBytes, type FetchedBytes } from './open/fetch';
import { fileSource } from './open/byte-sources';
import { openBytes, openForeign, sentence, type Opening, type OpenOptions } from './open/open';
import { openedOf, type Opened } from './open/opened';
import type { OpenRequest } from './open/request';
import { createSearch, type SearchResult } from './archive/search';
import { speakOfMenus } from '../words/messages';
import { t } from '../words/reading';

/** How far opening is: what has come, then the share of the index that is built. */
export type Progress =
  | ({ readonly stage: 'fetch' } & FetchedBytes)
  | { readonly stage: 'read' }
  | {
      readonly stage: 'import';
      readonly bytes: number;
      readonly size: number | null;
      readonly read: number;
    }
  /** The first records of a large file, as a story: requests are answered from it until all are read. */
  | { readonly stage: 'partial'; readonly opened: Opened }
  | { readonly stage: 'build'; readonly done: number };

export type OpenReply =
  | { readonly opened: Opened }
  | {
      readonly failure: {
        readonly message: string;
        readonly problems: readonly Problem[];
        readonly report: ImportReport | undefined;
      };
    };

export interface DetailReply {
  readonly details: readonly Detail[];
  /** Shapes of these events that were not given before. */
  readonly shapes: ReadonlyMap<string, ResolvedShape>;
}

export interface SearchRequest {
  readonly query: string;
  readonly anyway: boolean;
}

export type SearchReply =
  /** From now on replies are of what was found. */
  | { readonly state: 'done'; readonly found: number | null; readonly missed: number }
  | Exclude<SearchResult, { state: 'done' }>;

export interface StoryCalls extends SourceCalls {
  hello: Callable<null, true>;
  open: Callable<OpenRequest, OpenReply, Progress>;
  /** What is read is enough: `open` replies with that. */
  stop: Callable<null, true>;
  details: Callable<readonly number[], DetailReply>;
  /** Shapes of rows that came without them, less those given before. */
  shapes: Callable<readonly number[], ReadonlyMap<string, ResolvedShape>>;
  /** The row of an event's id, `null` where there is none. */
  row: Callable<string, number | null>;
  leads: Callable<number, RelatedEvent[]>;
  search: Callable<SearchRequest, SearchReply, number>;
  export: Callable<ExportRequest, ExportReply>;
  /** Gives the story another title, which exports have too. */
  rename: Callable<string, true>;
  /** The whole report of an import; empty where there was none. */
  report: Callable<null, string>;
}

/** @param signal Ends what is being fetched; a worker ends with its thread. */
export function serveStory(port: Port, signal?: AbortSignal): void {
  speakOfMenus();
  let from: OpenRequest;
  let opening: Opening;
  let desk: StoryIndex;
  let search: ReturnType<typeof createSearch>;
  let enough = false;
  const serve = async (next: Opening, tell: (progress: Progress) => void) => {
    const { url, event, points, title } = from;
    opening = title === undefined ? next : renamed(next, title);
    desk = built(opening, url, tell);
    search = createSearch(opening.archive, opening.story);
    const { row, rowFailure } = await lookUp(opening, event);
    return { ...(await openedOf(opening, row, points === undefined)), rowFailure };
  };
  answerCalls<StoryCalls>(port, {
    hello: () => true,
    async open(request, say) {
      const { language } = (from = request);
      let whole = false;
      const how = {
        enough: () => enough,
        async onpartial(first: Opening) {
          if (whole) return;
          const opened = await serve(first, () => {});
          if (!whole) say({ stage: 'partial', opened });
        },
      };
      try {
        if (language !== 'en') await (await import('../words/languages')).setLanguage(language);
        if (request.choices) from = { ...request, reading: await readingIn(request.choices) };
        const next = await (request.files
          ? openFiles(request.files, from, how, say)
          : openAddress(from, how, say, signal));
        whole = true;
        const opened = await serve(next, say);
        return new Transferred(
          { opened },
          Object.values(opened.table).map(({ buffer }) => buffer as ArrayBuffer),
        );
      } catch (error) {
        if (!(error instanceof StoryError)) throw error;
        const { message, problems, report } = error;
        return { failure: { message, problems, report } };
      }
    },
    stop: () => (enough = true),
    ask: (questions) => questions.map((question) => desk.ask(question)),
    async details(rows) {
      const details = await opening.archive.details(rows);
      return { details, shapes: await opening.shapes.give(eventsIn(details)) };
    },
    export: (request) => exportFrom(from, opening, request),
    rename(title) {
      from = { ...from, title };
      opening = renamed(opening, title);
      return true;
    },
    report: () => opening.imported?.wholeReport() ?? '',
    async shapes(rows) {
      const details = await opening.archive.details(rows);
      return opening.shapes.give(eventsIn(details));
    },
    row: (id) => opening.archive.rowOf(id),
    leads: (row) => opening.archive.leads(row),
    async search({ query, anyway }, say) {
      const found = await search(query, anyway, say);
      if (found.state !== 'done') return found;
      desk.narrow(found.rows);
      return { state: 'done', found: found.rows?.length ?? null, missed: found.missed };
    },
  });
}

type PartialOptions = Pick<OpenOptions, 'enough' | 'onpartial'>;

/** @throws StoryError Where it is no file of choices; says what came and what was expected. */
async function readingIn({ name, text }: NonNullable<OpenRequest['choices']>) {
  const { readImportOptions } = await import('../formats/import/file-options');
  try {
    return readImportOptions(name, text).options;
  } catch (error) {
    throw new StoryError((error as Error).message);
  }
}

function renamed(opening: Opening, title: string): Opening {
  return { ...opening, story: { ...opening.story, title } };
}

/** Larger files of the reader's device are read as streams, and are no stories then. */
const mostAtOnce = 512 * 1024 * 1024;

async function openAddress(
  { url, id, borders, points, reading, patience, root }: OpenRequest,
  how: PartialOptions,
  say: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Opening> {
  const bytes = await fetchBytes(
    url,
    sparsely((fetched: FetchedBytes) => say({ stage: 'fetch', ...fetched })),
    { signal, patience },
  );
  say({ stage: 'read' });
  const onprogress = sparsely((done: Done) => say({ stage: 'import', ...done }));
  const files = { points, shards: shardsOf(root) };
  return openBytes(bytes, url, id, borders, files, { ...how, reading, onprogress });
}

async function openFiles(
  [first, ...others]: readonly File[],
  { id, borders, reading, root }: OpenRequest,
  options: PartialOptions,
  say: (progress: Progress) => void,
): Promise<Opening> {
  say({ stage: 'read' });
  const onprogress = sparsely((done: Done) => say({ stage: 'import', ...done }));
  const how = { ...options, reading, beside: others.map(fileSource), onprogress };
  const beside = async (name: string) => {
    const file = others.find((other) => other.name === name);
    if (file) return new Uint8Array(await file.arrayBuffer());
    throw new StoryError(t('open.missingPart', { name, packed: first!.name }));
  };
  const shards = shardsOf(root);
  if (first!.size > mostAtOnce)
    return openForeign(fileSource(first!), id, borders, { shards }, how);
  return openBytes(await first!.arrayBuffer(), first!.name, id, borders, { beside, shards }, how);
}

/** The gazetteer's files of the site. */
function shardsOf(root: string | undefined): FetchShard | undefined {
  return root === undefined ? undefined : siteShards(root);
}

/** A story opens all the same where the file that would know an id is gone or damaged. */
async function lookUp(
  { archive }: Opening,
  event: string | undefined,
): Promise<Pick<Opened, 'row' | 'rowFailure'>> {
  if (event === undefined) return { row: null };
  try {
    return { row: await archive.rowOf(event) };
  } catch (error) {
    return { row: null, rowFailure: (error as Error).message };
  }
}

type Done = { bytes: number; size: number | null; read: number };

function eventsIn(details: readonly Detail[]): Event[] {
  return details.flatMap((detail) => ('event' in detail ? [detail.event] : []));
}

function built(
  { table, tree, events }: Opening,
  url: string,
  say: (progress: Progress) => void,
): StoryIndex {
  try {
    const onprogress = sparsely((done: number) => say({ stage: 'build', done }));
    return openStoryIndex(table, { onprogress, tree });
  } catch (error) {
    if (events || !(error instanceof RangeError)) throw error;
    throw new StoryError(t('open.failed', { url, reason: sentence(error) }));
  }
}

/** Reports 20 times a second at most, so that they never queue. */
function sparsely<T extends readonly unknown[]>(report: (...values: T) => void) {
  let last = 0;
  return (...values: T) => {
    const now = Date.now();
    if (now - last < 50) return;
    last = now;
    report(...values);
  };
}
