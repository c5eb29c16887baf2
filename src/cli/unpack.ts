/** `unpack`: `FILE.dl` and its folder → the story as GeoJSON. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unpackText } from '../formats/packed';
import { pathOf, readBytes, readText, trying } from './paths';
import { say, Usage, type Verb } from './verb';

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
    const path = pathOf(out);
    if (path === pathOf(file!)) throw new Usage('--out is the packed file, expected another');
    const bytes = await readBytes(file!);
    const pieces = unpackText(new Uint8Array(bytes).buffer, (name) =>
      readText(join(`${file}.d`, name)),
    );
    await trying(`${file} can't be unpacked`, async () => {
      try {
        await pipeline(Readable.from(pieces), createWriteStream(`${path}.part`));
        await rename(`${path}.part`, path);
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        throw error;
      }
    });
    say(`${out}: written`);
    return 0;
  },
};
