/** What else than shards stands in the folder of a packed story: it is kept when the shards are new. */
import { constants, lstatSync, readdirSync } from 'node:fs';
import { copyFile, cp, link, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Target } from './targets';
import { codeOf, reasonOf } from './reasons';
import { Failure } from './verb';

const shard = /^(ids-)?\d{6}\.json$/;

/** Names of the entries that are no shards. Throws `Failure` where a shard is no plain file that may
 * be written, for it would be replaced. */
export function otherEntries({ name, path, old }: Target): readonly string[] {
  if (!old) return [];
  return readdirSync(path).filter((entry) => {
    if (!shard.test(entry)) return true;
    const facts = lstatSync(join(path, entry));
    if (!facts.isFile()) throw new Failure(`${name}/${entry} is no plain file; move it away first`);
    if (!(facts.mode & 0o200)) throw new Failure(`${name}/${entry} is read-only`);
    return false;
  });
}

/** Puts them into the folder that will take the place of theirs: files are linked, so that they cost
 * nothing and stay what they are. */
export async function keepOthers(
  { name, path }: Target,
  others: readonly string[],
  to: string,
): Promise<void> {
  for (const entry of others)
    try {
      await keep(join(path, entry), join(to, entry));
    } catch (error) {
      throw new Failure(`${name}/${entry} can't be kept: ${reasonOf(error)}`, { cause: error });
    }
}

async function keep(from: string, to: string): Promise<void> {
  if (!(await lstat(from)).isFile())
    return cp(from, to, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      errorOnExist: true,
      force: false,
    });
  try {
    await link(from, to);
  } catch (error) {
    // Some file systems have no hard links.
    if (!['EPERM', 'ENOTSUP', 'EMLINK'].includes(codeOf(error) ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
