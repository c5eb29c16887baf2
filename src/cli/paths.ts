/** Files as the caller names them, read and written with messages that name them. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from './verb';

/** A path as seen from where the command was called: npm runs scripts in the package's folder and
 * notes the caller's in `INIT_CWD`. */
export function pathOf(name: string): string {
  const called = process.env.npm_lifecycle_event === 'datelines' ? process.env.INIT_CWD : undefined;
  return resolve(called ?? process.cwd(), name);
}

export async function readBytes(name: string): Promise<Uint8Array> {
  return trying(`${name} can't be read`, () => readFile(pathOf(name)));
}

export async function readText(name: string): Promise<string> {
  const bytes = await readBytes(name);
  return trying(`${name} can't be read as UTF-8 text`, async () =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  );
}

/** Says what failed before why. */
export async function trying<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw new Failure(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
