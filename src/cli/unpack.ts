/** `unpack`: `FILE.dl` and its folder → the story as GeoJSON. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackText } from '../formats/packed';
import { commit, OutFile } from './output';
import { pathOf, readBinaryFile, withReason } from './paths';
import { checkTargets } from './targets';
import { printError, Usage, type Verb } from './verb';

export const unpack: Verb = {
  usage: 'FILE.dl --out FILE',
  help: `Turns a packed story back into the GeoJSON it was made from: equal in value, every member and
every record kept, in their order. FILE.dl.d must stand beside FILE.dl.

Exit 0 where it is done, 1 where the file or what lies beside it is refused, 2 for wrong usage.`,
  options: ['out'],
  async run(words, { out }) {
    const [file] = words;
    if (words.length !== 1) throw new Usage(`${words.length} files came, expected one`);
    if (!out) throw new Usage('--out is missing, expected FILE');
    const shards = await readdir(pathOf(`${file}.d`)).catch(() => []);
    const [target] = checkTargets(
      [
        { label: 'the packed file', name: file! },
        ...shards.map((name) => ({ label: 'a shard of it', name: join(`${file}.d`, name) })),
      ],
      [{ label: '--out', name: out }],
    );
    const bytes = await readBinaryFile(file!);
    const pieces = unpackText(
      new Uint8Array(bytes).buffer,
      (name) => readBinaryFile(join(`${file}.d`, name)),
      { onnote: ({ message }) => printError(message) },
    );
    const story = await OutFile.open(target!);
    try {
      await withReason(`${file} can't be unpacked`, async () => {
        for await (const piece of pieces) await story.write(piece);
      });
      await commit(null, story);
    } catch (error) {
      await story.drop();
      throw error;
    }
    printError(`${out}: written`);
    return 0;
  },
};
