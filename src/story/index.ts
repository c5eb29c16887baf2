/** A story as a page has it: an outline and columns here, all else with the worker that opened it. */
import { remoteCalls, type RemoteCalls, type Port } from './rpc';
import { portSource, type AnswerSource } from './source';
import type { ResolvedShape } from '../world/types';
import { Details } from './details.svelte';
import type { RelatedEvent } from './archive/archive';
import type { ExportReply, ExportRequest } from './export';
import { StoryError } from './open/story-error';
import type { Opened } from './open/opened';
import type { OpenRequest } from './open/request';
import type { Progress, SearchReply, StoryCalls } from './serve';
import workerUrl from './worker?worker&url';

export type { RelatedEvent } from './archive/archive';
export type { ExportReply } from './export';
export { StoryError } from './open/story-error';
export type { ImportReport, ReadingOptions } from './open/import-report';
export type { OpenRequest } from './open/request';
export type { SearchReply } from './serve';

/** What a page reads of an opened story: there from the start, or filled as details come. */
export interface StoryData extends Omit<Opened, 'events'> {
  /** Where it came from, absolute. */
  readonly url: string;
  readonly details: Details;
  /** Shapes of regions and countries that the details at hand name, by ISO code. */
  readonly shapes: ReadonlyMap<string, ResolvedShape>;
}

/** What a page requests of an opened story, from whoever holds its index and records. */
export interface StoryService extends AnswerSource {
  /** Fetches the shapes of rows that came without them. Never rejects. */
  shape(rows: readonly number[]): Promise<void>;
  /** The row of an event's id, `null` where there is none. */
  rowOf(id: string): Promise<number | null>;
  /** Events that an event leads to: those its links name, and those that name it, where all of
   * them are in memory. */
  leads(row: number): Promise<RelatedEvent[]>;
  /** From its end on, replies are of what holds all the words. A newer search overtakes it.
   * @param anyway Even where many files must be fetched.
   * @param onprogress Called with the share done, 0 … 1; not by what takes no time. */
  search(query: string, anyway: boolean, onprogress: (share: number) => void): Promise<SearchReply>;
  /** The whole report of what became of the story's records, as JSON; empty where there is none. */
  wholeReport(): Promise<string>;
  /** The story, or some of its events, in another format. */
  export(request: ExportRequest): Promise<ExportReply>;
  /** Gives the story another title, which exports have too. */
  rename(title: string): void;
  /** Ends the worker; no request may follow. */
  close(): void;
}

/** How far opening is. */
export type OpeningProgress = Exclude<Progress, { stage: 'partial' }>;

export interface OpenStory {
  readonly data: StoryData;
  readonly service: StoryService;
}

interface Started {
  readonly calls: RemoteCalls<StoryCalls>;
  end(): void;
}

/** Fetches and opens a story off this thread. Rejects with a `StoryError` where it can't be shown.
 * @param signal Stops it; the promise then rejects, or once a part is there, gives what is read.
 * @param onpartial Takes the first records of a large file as a story while the others are read. It
 * answers until the promise resolves, and on where it rejects. */
export async function openStory(
  request: OpenRequest,
  onprogress: (progress: OpeningProgress) => void,
  signal?: AbortSignal,
  onpartial?: (first: OpenStory) => void,
): Promise<OpenStory> {
  const { calls, end } = await unlessStopped(startWorker(), signal);
  let partial = null as PartialCalls | null;
  const stop = () => (partial ? void calls.call('stop', null) : end());
  signal?.addEventListener('abort', stop);
  const onnews = (progress: Progress) => {
    if (progress.stage !== 'partial') return onprogress(progress);
    if (!onpartial || signal?.aborted) return;
    partial = new PartialCalls(calls, end);
    onpartial(openedStory(request, progress.opened, partial, () => partial!.close()));
  };
  try {
    const reply = await calls.call('open', request, onnews);
    if ('failure' in reply) {
      const { message, problems, report } = reply.failure;
      throw new StoryError(message, problems, report);
    }
    partial?.replace();
    return openedStory(request, reply.opened, calls, end);
  } catch (error) {
    if (partial) partial.keep();
    else end();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

type Calls = Pick<RemoteCalls<StoryCalls>, 'call'>;

/** Calls about the first records of a file, from whose worker the whole will answer. */
class PartialCalls implements Calls {
  readonly #calls: Calls;
  readonly #end: () => void;
  #state: 'partial' | 'replaced' | 'kept' = 'partial';
  #closed = false;

  constructor(calls: Calls, end: () => void) {
    this.#calls = calls;
    this.#end = end;
  }

  /** Never settles once the whole answers: its replies are of other rows and categories. */
  call: Calls['call'] = async (...call) => {
    const value = await this.#calls.call(...call);
    return this.#state === 'replaced' ? new Promise(() => {}) : value;
  };

  replace(): void {
    this.#state = 'replaced';
  }

  /** There will be no whole. */
  keep(): void {
    this.#state = 'kept';
    if (this.#closed) this.#end();
  }

  close(): void {
    this.#closed = true;
    if (this.#state === 'kept') this.#end();
  }
}

function openedStory(
  request: OpenRequest,
  { events, ...opened }: Opened,
  calls: Calls,
  end: () => void,
): OpenStory {
  const shapes = new Map(opened.shapes);
  /** Rows whose shapes were requested. */
  const shaped = new Set<number>();
  const details = new Details(async (rows) => {
    const came = await calls.call('details', rows);
    for (const [code, shape] of came.shapes) shapes.set(code, shape);
    return came.details;
  }, events);
  return {
    data: {
      ...opened,
      // A file of the device has no address; what is beside it would be beside the page.
      url: new URL(request.files ? encodeURIComponent(request.url) : request.url, document.baseURI)
        .href,
      details,
      shapes,
    },
    service: {
      ...portSource(calls),
      async shape(rows) {
        const fresh = rows.filter((row) => !shaped.has(row));
        if (!request.points || fresh.length === 0) return;
        for (const row of fresh) shaped.add(row);
        try {
          const came = await calls.call('shapes', fresh);
          for (const [code, shape] of came) shapes.set(code, shape);
          if (came.size > 0) details.touch();
        } catch {
          // Requested again when they are next on the map.
          for (const row of fresh) shaped.delete(row);
        }
      },
      rowOf: (id) => calls.call('row', id),
      leads: (row) => calls.call('leads', row),
      search: (query, anyway, progress) => calls.call('search', { query, anyway }, progress),
      wholeReport: () => calls.call('report', null),
      export: (request) => calls.call('export', request),
      rename: (title) => void calls.call('rename', title),
      close: end,
    },
  };
}

/** Rejects once it is stopped, and lets go of what starts too late. */
function unlessStopped(starting: Promise<Started>, signal?: AbortSignal): Promise<Started> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(new Error('opening was stopped'));
      starting.then(({ end }) => end()).catch(() => {});
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    starting.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop));
  });
}

/** Milliseconds a worker may take to say that its script runs. */
const patience = 10_000;

/** A worker that runs; where none can, this thread stands in for it. */
async function startWorker(): Promise<Started> {
  let worker: Worker | undefined;
  try {
    worker = madeWorker();
    const made = worker;
    const calls = remoteCalls<StoryCalls>(made);
    await started(made, calls.call('hello', null));
    const end = () => {
      made.terminate();
      calls.close();
    };
    return { calls, end };
  } catch {
    worker?.terminate();
    const { serveStory } = await import('./serve');
    const { port1, port2 } = new MessageChannel();
    const stop = new AbortController();
    serveStory(port2 as Port, stop.signal);
    const calls = remoteCalls<StoryCalls>(port1 as Port);
    const end = () => {
      stop.abort();
      calls.close();
      port1.close();
    };
    return { calls, end };
  }
}

/** In a sandboxed frame the page's origin is opaque and may not start a worker from an address; a
 * `data:` module that imports the same script may (and a policy needs `worker-src 'self' data:`). */
function madeWorker(): Worker {
  const address = new URL(workerUrl, import.meta.url).href;
  return new Worker(
    self.origin === 'null'
      ? `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(address)}`)}`
      : address,
    { type: 'module' },
  );
}

/** Rejects where the worker's script does not run. */
async function started(worker: Worker, hello: Promise<true>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('the worker did not start'));
    timer = setTimeout(() => reject(new Error('the worker did not answer')), patience);
  });
  await Promise.race([hello, failed]).finally(() => clearTimeout(timer));
}
