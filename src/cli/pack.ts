/** `pack`: a story → `FILE.dl` and the folder `FILE.dl.d`. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { treeOf } from '../engine/desk';
import { packStory, type Packed } from '../formats/packed';
import type { Problem } from '../model/event';
import { pathOf, readText, trying } from './paths';
import { positionsOf } from './places';
import { Failure, say, Usage, type Verb } from './verb';

export const pack: Verb = {
  usage: 'FILE --out FILE.dl',
  help: `Packs the story FILE, so that a page can open a million events at once: FILE.dl has times, places
and categories as columns, the folder FILE.dl.d beside it the details, fetched by need. Put both
on any static host. Events without a geometry stand where their regions or country are. Records
that can't be shown are kept aside, so that unpacking gives them back.

Exit 0 where the file is a story, 1 where it is none or can't be read, 2 for wrong usage.`,
  options: ['out'],
  async run(words, { out }) {
    const [file] = words;
    if (words.length !== 1) throw new Usage(`${words.length} files came, expected one`);
    if (!out?.endsWith('.dl')) throw new Usage(`--out is ${out ?? 'missing'}, expected FILE.dl`);
    const id = basename(out, '.dl');
    const { reading, packed } = await packStory(await readText(file!), id, positionsOf, treeOf);
    if (!packed) {
      tell(reading.problems);
      throw new Failure(`${file} is not a story`);
    }
    const besides = await trying(`${out} can't be written`, () => write(packed, pathOf(out)));
    tell(reading.problems.filter(({ severity }) => severity === 'error'));
    const { read, rejected } = reading;
    say(
      `${out}: ${read - rejected} of ${read} records, ${packed.file.length} bytes, ${besides} files beside` +
        (rejected ? `; ${rejected} can't be shown and are kept aside` : ''),
    );
    return 0;
  },
};

/** The details first and the file last, so that a reader never meets a file without its details.
 * Gives the number of files beside. */
async function write(packed: Packed, path: string): Promise<number> {
  const folder = `${path}.d`;
  await mkdir(folder, { recursive: true });
  const old = new Set((await readdir(folder)).filter((name) => /^(ids-)?\d{6}\.json$/.test(name)));
  let written = 0;
  for (const [name, text] of packed.beside()) {
    await writeFile(join(folder, name), text);
    old.delete(name);
    written++;
  }
  await writeFile(`${path}.part`, packed.file);
  await rename(`${path}.part`, path);
  // What an earlier and longer story left.
  await Promise.all([...old].map((name) => rm(join(folder, name))));
  return written;
}

function tell(problems: readonly Problem[]): void {
  const most = 20;
  for (const { record, message } of problems.slice(0, most))
    say(record === null ? message : `record ${record}: ${message}`);
  if (problems.length > most) say(`… and ${problems.length - most} more`);
}
