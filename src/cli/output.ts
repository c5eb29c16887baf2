/**
 * How every verb writes: into temporaries beside the targets, which take their names once all is
 * written and on disk. However the process ends, the old files are whole or the new ones are, and
 * nothing stands beside them (`pages/build/rollback.ts`).
 */
import {
  closeSync,
  constants,
  createWriteStream,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  mkdirSync,
  open as openCallback,
  openSync,
  renameSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { chmod, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import {
  beginBlocking,
  beginSwap,
  endSwap,
  settle,
  temporaryBeside,
  temporaryName,
  undoSwap,
  type Swap,
} from '../build/rollback';
import { codeOf, reasonOf } from './reasons';
import type { Target } from './targets';
import { BrokenPipe, Failure } from './verb';

/** Prints a result. Throws `Failure` where standard output can't be written. */
export function print(text: string): void {
  if (!fstatSync(1).isFile()) {
    process.stdout.write(text);
    return;
  }
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
  } catch (error) {
    throw failureOf('standard output', error);
  }
}

const openFile = promisify(openCallback);
const syncFile = promisify(fsync);

/** A file that is written piece by piece. */
export class OutFile {
  readonly target: Target;
  /** `null` where there is none to be renamed. */
  readonly temporary: string | null;
  readonly #fd: number;
  readonly #stream: Writable;
  readonly #endBlocking: (() => void) | undefined;
  #closed = false;
  #failure: unknown;
  #waiting: Promise<void> | undefined;

  private constructor(
    target: Target,
    temporary: string | null,
    fd: number,
    endBlocking?: () => void,
  ) {
    this.target = target;
    this.temporary = temporary;
    this.#fd = fd;
    this.#endBlocking = endBlocking;
    this.#stream =
      standardStream(fd) ?? createWriteStream('', { fd, autoClose: false, highWaterMark: 1 << 18 });
    this.#stream.on('error', (error) => (this.#failure ??= error));
  }

  /** Waits for a reader where the target is a pipe. */
  static async open(target: Target): Promise<OutFile> {
    if (target.kind === 'descriptor') return new OutFile(target, null, target.fd!);
    if (target.kind === 'device') {
      const endBlocking = beginBlocking();
      const handle = await attempt(target, () => openFile(target.path, constants.O_WRONLY));
      return new OutFile(target, null, handle, endBlocking);
    }
    return OutFile.#beside(target);
  }

  /** A file for the meantime, which never gets a name. */
  static async temporary(path: string, name: string): Promise<OutFile> {
    return OutFile.#beside({ name, path, kind: 'file', old: null });
  }

  static async #beside(target: Target): Promise<OutFile> {
    const temporary = await temporaryBeside(target.path);
    const fd = await attempt(target, async () => openSync(temporary, 'wx'));
    if (target.old) takeOver(fd, target.old);
    return new OutFile(target, temporary, fd);
  }

  /** A promise where the disk needs time. Throws `Failure`, or `BrokenPipe`. */
  write(piece: string | Uint8Array): void | Promise<void> {
    this.#check();
    if (!this.#stream.write(piece)) return (this.#waiting ??= this.#drained());
  }

  /** All is written, and on disk where it is a file. */
  async finish(): Promise<void> {
    this.#check();
    await this.#flushed();
    this.#check();
    await attempt(this.target, async () => {
      if (this.temporary !== null) await syncFile(this.#fd);
      this.#close();
    });
  }

  /** Takes the target's name. Throws what the system does. */
  replace(): void {
    if (this.temporary !== null) renameSync(this.temporary, this.target.path);
  }

  async drop(): Promise<void> {
    if (!this.#closed) {
      if (this.#failure === undefined) await this.#flushed();
      this.#close();
    }
    if (this.temporary === null) return;
    await rm(this.temporary, { force: true });
    settle(this.temporary);
  }

  get #standard(): boolean {
    return this.#stream === process.stdout || this.#stream === process.stderr;
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#endBlocking?.();
    if (this.target.kind !== 'descriptor') closeSync(this.#fd);
  }

  #check(): void {
    if (this.#failure !== undefined) throw failureOf(this.target.name, this.#failure);
  }

  async #drained(): Promise<void> {
    await this.#event('drain');
    this.#waiting = undefined;
    this.#check();
  }

  async #flushed(): Promise<void> {
    // Standard output stays open: what the verb says next may go there too.
    if (this.#standard) return new Promise((done) => void this.#stream.write('', () => done()));
    const finished = this.#event('finish');
    this.#stream.end();
    return finished;
  }

  /** Resolves on an error too, which `#check` throws. */
  #event(name: 'drain' | 'finish'): Promise<void> {
    const names = [name, 'error', 'close'];
    return new Promise((done) => {
      const end = () => {
        for (const each of names) this.#stream.off(each, end);
        done();
      };
      for (const each of names) this.#stream.on(each, end);
    });
  }
}

/** A folder that is written as a whole and swapped for the one before. */
export class OutFolder {
  readonly target: Target;
  /** Where its files are written until then. */
  readonly temporary: string;
  readonly #files: Promise<void>[] = [];
  #failure: unknown;

  private constructor(target: Target, temporary: string) {
    this.target = target;
    this.temporary = temporary;
  }

  static async open(target: Target): Promise<OutFolder> {
    const temporary = await temporaryBeside(target.path);
    await attempt(target, async () => mkdirSync(temporary));
    return new OutFolder(target, temporary);
  }

  /** Writes a file of it. Several are on their way at once. */
  async add(name: string, text: string): Promise<void> {
    const most = 16;
    if (this.#files.length >= most) await Promise.all(this.#files.splice(0, most / 2));
    if (this.#failure !== undefined) throw failureOf(this.target.name, this.#failure);
    this.#files.push(
      writeSynced(join(this.temporary, name), text).catch((error: unknown) => {
        this.#failure ??= error;
      }),
    );
  }

  async finish(): Promise<void> {
    await Promise.all(this.#files.splice(0));
    if (this.#failure !== undefined) throw failureOf(this.target.name, this.#failure);
    await attempt(this.target, async () => {
      if (this.target.old) await inherit(this.temporary, this.target);
      await syncFolder(this.temporary);
    });
  }

  replace(old: string | null): void {
    if (old !== null) renameSync(this.target.path, old);
    renameSync(this.temporary, this.target.path);
  }

  async drop(): Promise<void> {
    await Promise.all(this.#files.splice(0));
    await rm(this.temporary, { recursive: true, force: true });
    settle(this.temporary);
  }
}

/**
 * All outputs take their names, folders first: the last file that does is what makes a story of
 * them. Where it fails they are dropped, and what was there before stays.
 * @param folder A file's shards, or a site.
 */
export async function commit(
  folder: OutFolder | null,
  ...files: (OutFile | undefined)[]
): Promise<void> {
  const written = files.filter((file) => file !== undefined);
  const all = [...(folder ? [folder] : []), ...written];
  try {
    for (const output of all) await output.finish();
    await replaceAll(folder, written);
  } catch (error) {
    await Promise.all(all.map((output) => output.drop().catch(() => {})));
    throw error;
  }
  for (const { target } of all)
    if (target.kind === 'file' || target.kind === 'folder') await syncFolder(dirname(target.path));
}

async function replaceAll(folder: OutFolder | null, files: readonly OutFile[]): Promise<void> {
  const swap = folder && swapOf(folder, files);
  if (swap) await beginSwap(swap);
  // Nothing else of this process runs in between: no signal is heard before all have their names.
  for (const output of [...(folder ? [folder] : []), ...files])
    try {
      if (output instanceof OutFolder) output.replace(swap!.old);
      else output.replace();
    } catch (error) {
      if (swap) {
        undoSwap(swap);
        endSwap(swap);
      }
      throw failureOf(output.target.name, error);
    }
  for (const { temporary } of files) if (temporary !== null) settle(temporary);
  if (!swap) return;
  settle(folder.temporary);
  if (swap.old !== null)
    await rm(swap.old, { recursive: true, force: true }).catch((error: unknown) => {
      throw new Failure(
        `${folder.target.name} is written, but what was there before can't be removed from ${swap.old}: ${reasonOf(error)}`,
      );
    });
  endSwap(swap);
}

function swapOf(folder: OutFolder, files: readonly OutFile[]): Swap {
  const { path, old } = folder.target;
  return {
    target: path,
    fresh: folder.temporary,
    old: old ? temporaryName(path) : null,
    marker: files.findLast(({ temporary }) => temporary !== null)?.temporary ?? folder.temporary,
  };
}

/** On disk, so that a power cut does not leave an empty file under a name. */
async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some file systems can't sync folders. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP'].includes(codeOf(error) ?? ''))
      throw error;
  }
}

/** Pipes that Node itself has opened don't block. */
function standardStream(fd: number): Writable | null {
  if ((fd !== 1 && fd !== 2) || fstatSync(fd).isFile()) return null;
  return fd === 1 ? process.stdout : process.stderr;
}

async function inherit(folder: string, { old }: Target): Promise<void> {
  await chmod(folder, Number(old!.mode & 0o7777n));
}

/** The new file has the permissions of the old one, and its owner where that is allowed. */
function takeOver(fd: number, { mode, uid, gid }: BigIntStats): void {
  const own = fstatSync(fd, { bigint: true });
  try {
    if (own.uid !== uid || own.gid !== gid) fchownSync(fd, Number(uid), Number(gid));
  } catch {
    // Not root.
  }
  fchmodSync(fd, Number(mode & 0o777n));
}

async function attempt<Result>(target: Target, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw failureOf(target.name, error);
  }
}

function failureOf(name: string, error: unknown): Error {
  if (error instanceof Failure || error instanceof BrokenPipe) return error;
  if (codeOf(error) === 'EPIPE') return new BrokenPipe();
  const whole = name === '-' ? 'standard output' : name;
  return new Failure(`${whole} can't be written: ${reasonOf(error)}`, { cause: error });
}
