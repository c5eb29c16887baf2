/**
 * The folder of a built site. The build lists its files with their checksums in
 * `datelines-build.json`; only a folder that holds nothing else may be replaced.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, type Dirent } from 'node:fs';
import { open, readdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { syncFolder } from './output';
import { codeOf, reasonOf } from './reasons';
import type { Target } from './targets';
import { Failure } from './verb';

const manifestName = 'datelines-build.json';
const version = 1;
/** How many files of somebody else are named. */
const named = 5;

/** Below the site, with `/`, by name: `sha256-` and 64 hexadecimal digits. */
interface Manifest {
  readonly datelinesBuild: typeof version;
  readonly files: Readonly<Record<string, string>>;
}

/** What the site is made from: no site may stand in these folders of the project. */
const sources = ['events', 'src', 'geo', 'tests', '.git'];

/** Throws `Failure` where a site in the folder would bury or mix with what it is made from. */
export async function checkApart({ name, path }: Target, root: string): Promise<void> {
  const inside = sources.map((folder) => join(root, folder));
  const holders = [root, homedir(), process.cwd(), join(root, 'node_modules'), ...inside];
  const real = await realPlace(path);
  for (const folder of holders)
    if (contains(real, await realPlace(folder)))
      throw new Failure(`${name} holds ${folder}; expected a folder for the site alone`);
  for (const folder of inside)
    if (contains(await realPlace(folder), real))
      throw new Failure(`${name} is in ${folder}; expected a folder for the site alone`);
}

/** Throws `Failure` where the folder holds anything that no build wrote, or that was changed since. */
export async function checkReplaceable({ name, path, old }: Target): Promise<void> {
  if (!old) return;
  const manifest = await manifestOf(name, path);
  const files: string[] = [];
  const folders: string[] = [];
  const strangers: string[] = [];
  for await (const { below, kind } of entriesOf(name, path)) {
    const own = below === manifestName || (manifest && Object.hasOwn(manifest.files, below));
    if (kind === 'folder') folders.push(below);
    else if (kind === 'file' && own) files.push(below);
    else strangers.push(below);
    // A folder of any size is refused at once.
    if (strangers.length > named) break;
  }
  if (strangers.length > 0)
    throw new Failure(
      manifest
        ? `${name} holds other files, which no build wrote: ${listed(strangers)}; move them away, or name another folder with --out`
        : `${name} holds other files (${listed(strangers)}) and no ${manifestName}, which lists what a build wrote; ` +
            `expected a new or empty folder, or a build: move or remove ${name}, or name another folder with --out`,
    );
  const changed: string[] = [];
  for (const file of files)
    if (
      file !== manifestName &&
      (await checksumOf(join(path, file), name)) !== manifest?.files[file]
    )
      changed.push(file);
  if (changed.length > 0)
    throw new Failure(
      `${name} holds files that were changed after the build: ${listed(changed)}; move them away, or name another folder with --out`,
    );
  for (const folder of folders)
    try {
      accessSync(join(path, folder), constants.W_OK | constants.X_OK);
    } catch (error) {
      throw new Failure(`${join(name, folder)} can't be removed: ${reasonOf(error)}`);
    }
}

/** Lists all that stands in the folder in its manifest, and makes sure that it is on disk. */
export async function sealSite(folder: string): Promise<void> {
  const sums: Record<string, string> = {};
  const folders: string[] = [];
  for await (const { below, kind } of entriesOf(folder, folder)) {
    if (kind === 'folder') folders.push(below);
    else if (kind === 'file') sums[below] = await checksumOf(join(folder, below), folder, true);
    else throw new Error(`the build wrote ${below}, which is no plain file`);
  }
  const manifest: Manifest = { datelinesBuild: version, files: sums };
  const file = await open(join(folder, manifestName), 'wx');
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  for (const each of folders) await syncFolder(join(folder, each));
}

/** All that stands below the folder, with `/` in the paths. */
async function* entriesOf(
  name: string,
  path: string,
  under = '',
): AsyncGenerator<{ below: string; kind: 'file' | 'folder' | 'other' }> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(path, under), { withFileTypes: true });
  } catch (error) {
    throw new Failure(`${join(name, under)} can't be looked into: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const below = under ? `${under}/${entry.name}` : entry.name;
    yield { below, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
    if (entry.isDirectory()) yield* entriesOf(name, path, below);
  }
}

async function manifestOf(name: string, path: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(join(path, manifestName), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new Failure(`${name}/${manifestName} can't be read: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    if (value?.datelinesBuild === version && typeof value.files === 'object' && value.files)
      return value as Manifest;
  } catch {
    // No JSON.
  }
  throw new Failure(
    `${name}/${manifestName} is no list of a build of version ${version}; move or remove ${name}, or name another folder with --out`,
  );
}

async function checksumOf(path: string, name: string, sync = false): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const hash = createHash('sha256');
      for await (const piece of file.createReadStream({ autoClose: false }))
        hash.update(piece as Buffer);
      if (sync) await file.sync();
      return `sha256-${hash.digest('hex')}`;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Failure(`${name} can't be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** Without links; of what is not there yet, by its folder. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path === dirname(path) ? path : join(await realPlace(dirname(path)), basename(path));
  }
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, named).join(', ')}${names.length > named ? ' and more' : ''}`;
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
