/** An address → the bytes of a file, or one sentence that says why not. */
import { StoryError } from './story-error';
import { patience } from './request';
import { t } from '../../words/reading';

/** Bytes; a larger file is refused before it is whole. */
const limit = 2 ** 31 - 1;

/** Milliseconds without a byte after which a page says so. */
const quiet = 4000;
/** How far a fetch is. */
export interface FetchedBytes {
  /** Bytes so far. */
  readonly loaded: number;
  /** Bytes in all, `null` where the server does not say. */
  readonly total: number | null;
  /** Whole seconds since the last byte, or since the request where none has come; 0 while bytes
   * come. */
  readonly silent: number;
}

export interface FetchWait {
  /** Ends it; the promise then rejects. */
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte after which it is given up; left out, it waits as long as the
   * server does. */
  readonly patience?: number;
}

/** The bytes of an address.
 * @param onprogress Called with each piece, and each second while none comes. */
export async function fetchBytes(
  url: string,
  onprogress: (fetched: FetchedBytes) => void,
  { signal, patience: most = Infinity }: FetchWait = {},
): Promise<ArrayBuffer> {
  const stop = new AbortController();
  const end = () => stop.abort();
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  let gaveUp = false;
  let length = 0;
  let total: number | null = null;
  let last = Date.now();
  const watch = setInterval(() => {
    const waited = Date.now() - last;
    if (waited >= most) {
      gaveUp = true;
      end();
    }
    if (waited >= quiet) onprogress({ loaded: length, total, silent: Math.floor(waited / 1000) });
  }, 1000);
  try {
    const response = await answered(url, 'story', stop.signal);
    const stated = Math.max(0, Number(response.headers.get('Content-Length')) || 0);
    if (stated > limit) throw tooLarge(url);
    total = stated || null;
    let bytes = new Uint8Array(stated || 65_536);
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
      const needed = length + read.value.length;
      if (needed > limit) throw tooLarge(url);
      if (needed > bytes.length)
        bytes = grown(bytes, Math.min(limit, Math.max(needed, 2 * length)));
      bytes.set(read.value, length);
      length = needed;
      last = Date.now();
      // What is stated of a compressed file is less than what comes out of it.
      if (length > stated) total = null;
      onprogress({ loaded: length, total, silent: 0 });
    }
    if (length === 0) throw new StoryError(t('fetch.empty', { url }));
    return length === bytes.length ? bytes.buffer : bytes.slice(0, length).buffer;
  } catch (error) {
    if (gaveUp) throw silent(url, 'story', most);
    if (error instanceof StoryError) throw error;
    if (error instanceof RangeError)
      throw new StoryError(
        total
          ? t('fetch.noMemoryFor', { url, total: sizeOf(total) })
          : t('fetch.noMemory', { url }),
      );
    const came = sizeOf(length);
    throw new StoryError(
      total
        ? t('fetch.brokeOffOf', { url, came, total: sizeOf(total) })
        : t('fetch.brokeOff', { url, came }),
    );
  } finally {
    clearInterval(watch);
    signal?.removeEventListener('abort', end);
    // What was refused goes on coming otherwise.
    end();
  }
}

/** What is fetched, as messages name it. */
type Fetched = 'story' | 'details' | 'part';

/** The bytes of a smaller file. Rejects after nine seconds without a byte. */
export async function fetchSmall(url: string, what: Fetched): Promise<Uint8Array> {
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  let timer = setTimeout(giveUp, patience);
  try {
    const response = await answered(url, what, stop.signal);
    const pieces: Uint8Array[] = [];
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
      pieces.push(read.value);
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    }
    return joined(pieces);
  } catch (error) {
    if (stop.signal.aborted) throw silent(url, what, patience);
    if (error instanceof StoryError) throw error;
    throw new StoryError(t('fetch.partBrokeOff', { what, url }));
  } finally {
    clearTimeout(timer);
  }
}

async function answered(url: string, what: Fetched, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  } catch {
    throw new StoryError(t('fetch.failed', { what, url }));
  }
  // A part that nobody asked for would pass for the whole.
  const part = response.status === 206;
  if (response.ok && !part) return response;
  const answer = `${response.status} ${response.statusText}`.trim();
  throw new StoryError(
    part
      ? t('fetch.answeredInPart', { what, url, answer })
      : t('fetch.answered', { what, url, answer }),
  );
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function tooLarge(url: string): StoryError {
  return new StoryError(t('fetch.tooLarge', { url }));
}

function silent(url: string, what: Fetched, waited: number): StoryError {
  return new StoryError(t('fetch.silent', { what, url, seconds: waited / 1000 }));
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return t('fetch.bytes', { count: bytes });
  if (bytes < 1e6) return t('fetch.kilobytes', { size: Math.round(bytes / 1000) });
  return t('fetch.megabytes', { size: (bytes / 1e6).toFixed(1) });
}
