/** Files as the caller names them, read and written with messages that name them. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf } from './reasons';
import { BrokenPipe, Failure } from './verb';

/** The package's scripts that are the command line. */
const scripts = ['datelines', 'build'];

/** A path as seen from where the command was called: npm runs scripts in the package's folder and
 * notes the caller's in `INIT_CWD`. */
export function pathOf(name: string): string {
  const called = scripts.includes(process.env.npm_lifecycle_event ?? '')
    ? process.env.INIT_CWD
    : undefined;
  return resolve(called ?? process.cwd(), name);
}

export async function readBinaryFile(name: string): Promise<Uint8Array> {
  return withReason(`${name} can't be read`, () => readFile(pathOf(name)));
}

export async function readTextFile(name: string): Promise<string> {
  const bytes = await readBinaryFile(name);
  return withReason(`${name} can't be read as UTF-8 text`, async () =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  );
}

/** Says what failed before why. */
export async function withReason<Result>(
  what: string,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure || error instanceof BrokenPipe) throw error;
    throw new Failure(`${what}: ${reasonOf(error)}`, { cause: error });
  }
}
