/** Files as byte sources; what comes only once, such as standard input, is kept in a temporary file. */
import { createReadStream, createWriteStream, fstatSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteSource } from '../formats/import/import-stream';
import { beginBlocking, settle, temporaryBeside } from '../build/rollback';
import { pathOf, withReason } from './paths';
import { Failure } from './verb';

/** Runs `use` with the file, or standard input for `-`, and cleans up after it. */
export async function withSource<Result>(
  name: string,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  if (name === '-') {
    if (fstatSync(0).isDirectory())
      throw new Failure('standard input is a folder, expected a file');
    return withCopy('standard input', '', () => process.stdin, use);
  }
  const path = pathOf(name);
  const facts = await withReason(`${name} can't be read`, () => stat(path));
  if (facts.isDirectory()) throw new Failure(`${name} is a folder, expected a file`);
  if (facts.isFile()) return use(sourceOf(basename(name), path, facts.size));
  return withCopy(name, basename(name), () => createReadStream(path), use);
}

/** A pipe can't be read twice. */
async function withCopy<Result>(
  what: string,
  name: string,
  read: () => Readable,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const copy = await temporaryBeside(join(tmpdir(), 'datelines'));
  try {
    const endBlocking = beginBlocking();
    await withReason(`${what} can't be kept`, () =>
      pipeline(read(), createWriteStream(copy, { flags: 'wx', mode: 0o600 })),
    );
    endBlocking();
    return await use(sourceOf(name, copy, (await stat(copy)).size));
  } finally {
    await rm(copy, { force: true });
    settle(copy);
  }
}

function sourceOf(name: string, path: string, size: number): ByteSource {
  return {
    name,
    size,
    open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    async slice(start, end) {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}
