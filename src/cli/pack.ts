/** `pack`: a story → `FILE.dl` and the folder `FILE.dl.d`. */
import { basename } from 'node:path';
import { treeOf } from '../story/story-index';
import { packStory, type PackedFiles } from '../formats/packed';
import type { Problem } from '../model/event';
import { commit, OutFile, OutFolder } from './output';
import { readTextFile } from './paths';
import { positionsOf } from './places';
import { keepOthers, otherEntries } from './shard-folder';
import { checkTargets, type Target } from './targets';
import { Failure, printError, Usage, type Verb } from './verb';

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
    const [target, folder] = checkTargets(
      [{ label: 'the input', name: file! }],
      [
        { label: '--out', name: out },
        { label: '--out', name: `${out}.d`, folder: true },
      ],
    );
    const others = otherEntries(folder!);
    const id = basename(out, '.dl');
    const { reading, packed } = await packStory(await readTextFile(file!), id, positionsOf, treeOf);
    if (!packed) {
      tell(reading.problems);
      throw new Failure(`${file} is not a story`);
    }
    const besides = await write(packed, target!, folder!, others);
    tell(reading.problems.filter(({ severity }) => severity === 'error'));
    const { read, rejected } = reading;
    printError(
      `${out}: ${read - rejected} of ${read} records, ${packed.file.length} bytes, ${besides} files beside` +
        (rejected ? `; ${rejected} can't be shown and are kept aside` : ''),
    );
    return 0;
  },
};

/** Details and file take their names together, the file last, so that a reader never meets a file
 * without its details. Gives the number of files beside. */
async function write(
  packed: PackedFiles,
  target: Target,
  folderTarget: Target,
  others: readonly string[],
): Promise<number> {
  const folder = await OutFolder.open(folderTarget);
  let file: OutFile | undefined;
  try {
    let written = 0;
    for (const [name, text] of packed.beside()) {
      await folder.add(name, text);
      written++;
    }
    file = await OutFile.open(target);
    await file.write(packed.file);
    await keepOthers(folderTarget, others, folder.temporary);
    await commit(folder, file);
    return written;
  } catch (error) {
    await folder.drop();
    await file?.drop();
    throw error;
  }
}

function tell(problems: readonly Problem[]): void {
  const most = 20;
  for (const { record, message } of problems.slice(0, most))
    printError(record === null ? message : `record ${record}: ${message}`);
  if (problems.length > most) printError(`… and ${problems.length - most} more`);
}
