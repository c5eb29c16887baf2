/** Files as byte sources; standard input is kept in a temporary file, since it comes only once. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ByteSource } from '../formats/import';
import { pathOf, trying } from './paths';
import { Failure } from './verb';

/** Runs `use` with the file, or standard input for `-`, and cleans up after it. */
export async function withSource<Result>(
  name: string,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  if (name !== '-') {
    const path = pathOf(name);
    const facts = await trying(`${name} can't be read`, () => stat(path));
    if (facts.isDirectory()) throw new Failure(`${name} is a folder, expected a file`);
    return use(sourceOf(basename(name), path, facts.size));
  }
  const folder = await mkdtemp(join(tmpdir(), 'datelines-'));
  try {
    const path = join(folder, 'input');
    await trying("standard input can't be kept", () =>
      pipeline(process.stdin, createWriteStream(path)),
    );
    return await use(sourceOf('', path, (await stat(path)).size));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sourceOf(name: string, path: string, size: number): ByteSource {
  return { name, size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}
