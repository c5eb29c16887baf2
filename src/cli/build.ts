/** `build`: the static site, as `npm run build` makes it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getSystemErrorName, stripVTControlCharacters } from 'node:util';
import { commit, OutFolder } from './output';
import { withReason } from './paths';
import { reasonOf } from './reasons';
import { checkApart, checkReplaceable, sealSite } from './site-folder';
import { checkTargets } from './targets';
import { Failure, printError, Usage, type Verb } from './verb';

export const build: Verb = {
  usage: '[--out DIR]',
  help: `Writes the static site to DIR (dist/ where none is named): any static host, any sub-path, serves
it as it is. DIR must be new, empty, or an earlier build, which is replaced as a whole once the new
one is complete. datelines-build.json in it lists its files; where DIR holds any other file, or one
that was changed since, nothing is built.

Exit 0 where it is done, 1 where it is not, 2 for wrong usage.`,
  options: ['out'],
  async run(words, { out }) {
    if (words.length > 0) throw new Usage(`"${words[0]}" came, expected no file`);
    if (out === '') throw new Usage('--out is empty, expected DIR');
    const root = fileURLToPath(new URL('../..', import.meta.url));
    if (!existsSync(join(root, 'vite.config.ts')))
      throw new Failure(
        'the package holds no sources of the site; a clone of the repository builds it',
      );
    const place = out === undefined ? { name: 'dist', path: join(root, 'dist') } : { name: out };
    const [target] = checkTargets([], [{ label: '--out', ...place, folder: true }]);
    await checkReplaceable(target!);
    await checkApart(target!, root);
    // The configuration names its folders from the root.
    process.chdir(root);
    const folder = await OutFolder.open(target!);
    try {
      await buildInto(folder.temporary, root);
      await withReason("the site can't be completed", () => sealSite(folder.temporary));
      // Somebody may have put a file there meanwhile.
      await checkReplaceable(target!);
      await commit(folder);
    } catch (error) {
      await folder.drop();
      throw error;
    }
    printError(`${place.name}: written`);
    return 0;
  },
};

async function buildInto(outDir: string, root: string): Promise<void> {
  // Only a clone has it; the other verbs of the package do without.
  const { build: buildSite, createLogger } = await import('vite');
  const customLogger = createLogger('warn');
  // What fails is thrown too.
  customLogger.error = () => {};
  try {
    await buildSite({
      root,
      // Loaded as it is: it would be bundled into a file of its own first.
      configLoader: 'native',
      customLogger,
      // Its progress would go to standard output.
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: true,
      },
    });
  } catch (error) {
    throw new Failure(`the site can't be built: ${firstReason(error)}`, { cause: error });
  }
}

/** The bundler gathers what went wrong, with stacks; the first is what to look at. */
function firstReason(error: unknown): string {
  const { errors } = error as { errors?: readonly unknown[] };
  const reason = stripVTControlCharacters(reasonOf(errors?.[0] ?? error));
  // What its own writing meets is told at the end of a fault of its own.
  const system = /\(os error (\d+)\)/.exec(reason)?.[1];
  if (system) return reasonOf({ code: getSystemErrorName(-Number(system)) });
  return reason.split('\n').find((line) => line.trim() !== '') ?? reason;
}
