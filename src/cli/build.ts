/** `build`: the static site, as `npm run build` makes it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as buildSite } from 'vite';
import { pathOf, trying } from './paths';
import { Failure, say, Usage, type Verb } from './verb';

export const build: Verb = {
  usage: '[--out DIR]',
  help: `Writes the static site to DIR (dist/ where none is named): any static host, any sub-path, serves
it as it is. DIR must be new, empty, or an earlier build, which is replaced.

Exit 0 where it is done, 1 where it is not, 2 for wrong usage.`,
  options: ['out'],
  async run(words, { out }) {
    if (words.length > 0) throw new Usage(`"${words[0]}" came, expected no file`);
    if (out === '') throw new Usage('--out is empty, expected DIR');
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const outDir = out === undefined ? undefined : pathOf(out);
    if (outDir && (await trying(`${out} can't be looked into`, () => holdsOther(outDir))))
      throw new Failure(`${out} holds other files; expected a new or empty folder, or a build`);
    // The configuration names its folders from the root.
    process.chdir(root);
    await trying("the site can't be built", () =>
      buildSite({
        root,
        // Its progress would go to standard output.
        logLevel: 'warn',
        build: outDir ? { outDir, emptyOutDir: true } : {},
      }),
    );
    say(`${out ?? 'dist'}: written`);
    return 0;
  },
};

/** Building empties the folder, so it must hold nothing but a build. */
async function holdsOther(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const names = await readdir(folder);
  return names.length > 0 && !(names.includes('index.html') && names.includes('assets'));
}
