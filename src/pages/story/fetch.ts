/** An address → the bytes of a file, or one sentence that says why not. */
import { StoryError } from './failure';

/** Bytes; a larger file is refused before it is whole. */
const limit = 2 ** 31 - 1;

/** @param onprogress told bytes so far and in all, the latter only where the server says it. */
export async function fetchBytes(
  url: string,
  onprogress: (loaded: number, total: number | null) => void,
): Promise<ArrayBuffer> {
  const response = await answered(url, 'The story');
  const stated = Number(response.headers.get('Content-Length'));
  if (stated > limit) throw tooLarge(url);
  let bytes = new Uint8Array(stated || 65_536);
  let length = 0;
  try {
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
      const needed = length + read.value.length;
      if (needed > limit) throw tooLarge(url);
      if (needed > bytes.length)
        bytes = grown(bytes, Math.min(limit, Math.max(needed, 2 * length)));
      bytes.set(read.value, length);
      length = needed;
      // What is stated of a compressed file is less than what comes out of it.
      onprogress(length, stated && length <= stated ? stated : null);
    }
  } catch (error) {
    if (error instanceof StoryError) throw error;
    throw new StoryError(`The story at ${url} broke off while it was being fetched.`);
  }
  return length === bytes.length ? bytes.buffer : bytes.slice(0, length).buffer;
}

/** The bytes of a smaller file. @param what How a message begins, such as "The story". */
export async function fetchSmall(url: string, what: string): Promise<Uint8Array> {
  const response = await answered(url, what);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new StoryError(`${what} at ${url} broke off while being fetched.`);
  }
}

async function answered(url: string, what: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new StoryError(
      `${what} at ${url} could not be fetched. Either the address is wrong, its server does ` +
        'not answer, or it does not allow other sites to read it (it must send the header ' +
        'Access-Control-Allow-Origin).',
    );
  }
  if (response.ok) return response;
  const answer = `${response.status} ${response.statusText}`.trim();
  throw new StoryError(`${what} at ${url} could not be fetched: the server answered ${answer}.`);
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function tooLarge(url: string): StoryError {
  return new StoryError(`The story at ${url} is larger than 2 GB.`);
}
