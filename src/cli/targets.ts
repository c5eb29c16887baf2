/**
 * Where a verb may write: checked before anything is read or written. Files are known by device and
 * inode, so that links can't hide that an output is an input.
 */
import {
  accessSync,
  constants,
  fstatSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  statSync,
  type BigIntStats,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathOf } from './paths';
import { codeOf, reasonOf } from './reasons';
import { Failure, Usage } from './verb';

/** A file as the caller names it; `-` is standard input or output. */
export interface NamedFile {
  /** What it is to the verb, such as `--out`. */
  readonly label: string;
  readonly name: string;
}

export interface RequestedOutput extends NamedFile {
  /** A folder is written, not a file. */
  readonly folder?: boolean;
  /** Where it is, if not where the name leads from the caller's folder. */
  readonly path?: string;
}

/** Where an output goes. */
export interface Target {
  readonly name: string;
  readonly path: string;
  /** `device`: a character device or a pipe, which is written to and never replaced. */
  readonly kind: 'file' | 'folder' | 'device' | 'descriptor';
  /** Facts of what stands there, `null` where nothing does. */
  readonly old: BigIntStats | null;
  /** Of a descriptor that is open already. */
  readonly fd?: number;
}

/** What tells whether two names mean the same. */
interface Identity {
  /** Device and inode; `null` where nothing is there, or where reading and writing don't collide. */
  readonly id: string | null;
  /** The folder's device and inode, and the name in it; `null` for open descriptors and devices. */
  readonly place: string | null;
  /** Device and inode of all folders around it. */
  readonly around: readonly string[];
}

/** Throws `Usage` where an output is an input or another output, a folder that holds one included;
 * `Failure` where it can't be written: a folder for a file, a read-only file, a link, no permission. */
export function checkTargets(
  inputs: readonly NamedFile[],
  outputs: readonly RequestedOutput[],
): readonly Target[] {
  const read = inputs.map((input) => [input, identityOf(input, 0)] as const);
  const written = outputs.map((output) => {
    if (output.name !== '-') checkParent(output);
    return [output, identityOf(output, 1)] as const;
  });
  written.forEach(([output, identity], number) => {
    for (const [other, its] of [...read, ...written.slice(0, number)]) {
      if (same(identity, its))
        throw new Usage(
          `${output.label} is ${other.label} (${other.name}); expected different files`,
        );
      const holds = output.folder && identity.id !== null && its.around.includes(identity.id);
      if (holds)
        throw new Usage(
          `${output.label} writes the folder ${output.name}, which holds ${other.label} (${other.name}); expected another place`,
        );
    }
  });
  return outputs.map(targetOf);
}

function same(a: Identity, b: Identity): boolean {
  return (a.id !== null && a.id === b.id) || (a.place !== null && a.place === b.place);
}

function identityOf({ name, path = pathOf(name) }: RequestedOutput, standard: 0 | 1): Identity {
  const fd = name === '-' ? standard : descriptorOf(path);
  const facts = fd === null ? factsOf(path) : openFacts(fd);
  const id = facts && collides(facts) ? idOf(facts) : null;
  if (fd !== null) return { id, place: null, around: [] };
  const parent = factsOf(dirname(path));
  return {
    id,
    place: parent && (id !== null || !facts) ? `${idOf(parent)}/${basename(path)}` : null,
    around: parent ? foldersAbove(realpathSync(facts ? path : dirname(path)), !facts) : [],
  };
}

/** Terminals and the like may be read and written at once. */
function collides(facts: BigIntStats): boolean {
  return facts.isFile() || facts.isDirectory() || facts.isFIFO() || facts.isBlockDevice();
}

function foldersAbove(path: string, itself: boolean): string[] {
  const ids: string[] = [];
  for (let at = itself ? path : dirname(path); ; at = dirname(at)) {
    const facts = factsOf(at);
    if (facts) ids.push(idOf(facts));
    if (at === dirname(at)) return ids;
  }
}

function idOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

/** Follows links; `null` where nothing is there or can be seen. */
function factsOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

function openFacts(fd: number): BigIntStats | null {
  try {
    return fstatSync(fd, { bigint: true });
  } catch {
    return null;
  }
}

const descriptors = ['stdin', 'stdout', 'stderr'];

/** `/dev/stdout` and the like name what is open already: opening it anew would empty it. Others may
 * be Node's own. */
function descriptorOf(path: string): number | null {
  const name = /^\/dev\/(std\w+)$/.exec(path)?.[1];
  if (name) return descriptors.includes(name) ? descriptors.indexOf(name) : null;
  const number = /^\/(?:dev|proc\/self)\/fd\/([012])$/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}

function checkParent({ label, name, path = pathOf(name) }: RequestedOutput): void {
  if (descriptorOf(path) !== null) return;
  const parent = dirname(path);
  try {
    if (statSync(parent).isDirectory()) return;
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new Failure(`${label} ${name} can't be written: ${reasonOf(error)}`, { cause: error });
    throw new Failure(`${label} is ${name}, but there is no folder ${parent}`, { cause: error });
  }
  throw new Failure(`${label} is ${name}, but ${parent} is no folder`);
}

function targetOf({ label, name, folder = false, path = pathOf(name) }: RequestedOutput): Target {
  const fd = name === '-' ? 1 : descriptorOf(path);
  const fail = (what: string) => new Failure(`${label} is ${name}, ${what}`);
  if (fd !== null) {
    if (folder) throw fail('which is no folder');
    if (!openFacts(fd)) throw fail('which is not open');
    return { name, path, kind: 'descriptor', old: null, fd };
  }
  const old = linkFacts(path, fail);
  if (old?.isSymbolicLink()) {
    const facts = factsOf(path);
    const target = linkTarget(path);
    if (!facts) throw fail(`a symbolic link to ${target}, which is not there; expected no link`);
    if (!isDevice(facts))
      throw fail(`a symbolic link to ${target}; name that itself to replace it`);
    return { name, path, kind: 'device', old: facts };
  }
  if (old && !folder && isDevice(old)) return { name, path, kind: 'device', old };
  if (old && folder && !old.isDirectory()) throw fail('which is no folder');
  if (!folder && (old?.isDirectory() || /[\\/]$/.test(name)))
    throw fail('which is a folder; expected a file');
  if (old && !folder && !old.isFile()) throw fail('which is no plain file');
  if (old) checkWritable(path, old, fail);
  const parent = dirname(path);
  if (old && folder && old.dev !== statSync(parent, { bigint: true }).dev)
    throw fail('a mount point, which can’t be replaced; name a folder in it');
  try {
    accessSync(parent, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw fail(`but the folder ${parent} can't be written to: ${reasonOf(error)}`);
  }
  return { name, path, kind: folder ? 'folder' : 'file', old };
}

/** Root may write anything, so the owner's permission is looked at too. */
function checkWritable(path: string, old: BigIntStats, fail: (what: string) => Failure): void {
  if (!(old.mode & 0o200n)) throw fail('which is read-only');
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw fail(`which can't be written to: ${reasonOf(error)}`);
  }
}

function isDevice(facts: BigIntStats): boolean {
  return facts.isCharacterDevice() || facts.isFIFO();
}

function linkFacts(path: string, fail: (what: string) => Failure): BigIntStats | null {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw fail(`which can't be written: ${reasonOf(error)}`);
  }
}

function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(dirname(path), realLink(path));
  }
}

function realLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return path;
  }
}
