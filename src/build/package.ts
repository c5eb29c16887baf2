/**
 * What the npm package has beside its data: the command line for plain Node, and the engine and the
 * gazetteer as modules with their types. `npm pack` builds them by itself.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Modules of the package, by the name that `exports` gives them. */
const modules = {
  engine: 'src/engine/index.ts',
  gazetteer: 'src/world/gazetteer/index.ts',
} as const;

/**
 * Bundles the command line, a chunk for each verb: it starts in a tenth of a second, and from its
 * source in more than one.
 *
 * @param outDir Two folders below the project's or the package's root, as `src/cli/` is: paths of
 * its data go from there.
 * @returns The path of its first file.
 */
export async function buildCommandLine(outDir: string): Promise<string> {
  await build({
    ...common(outDir),
    build: {
      ...common(outDir).build,
      ssr: join(root, 'src/cli/index.ts'),
      rolldownOptions: {
        output: {
          entryFileNames: 'index.js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
          banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
  return join(outDir, 'index.js');
}

/** Writes `lib/` below a folder, in place of what was there. */
export async function buildPackage(folder: string): Promise<void> {
  const lib = join(folder, 'lib');
  rmSync(lib, { recursive: true, force: true });
  await buildCommandLine(join(lib, 'cli'));
  await build({
    ...common(lib),
    build: {
      ...common(lib).build,
      lib: {
        entry: Object.fromEntries(
          Object.entries(modules).map(([name, file]) => [name, join(root, file)]),
        ),
        formats: ['es'],
      },
    },
  });
  writeTypes(join(lib, 'types'));
}

function common(outDir: string) {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: false, copyPublicDir: false, target: 'node20', minify: false },
  } satisfies InlineConfig;
}

/** Declarations as TypeScript writes them. Node's resolution wants the ends of names, which the
 * source leaves out. */
function writeTypes(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(root, 'src'),
      outDir,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [],
    files: Object.values(modules).map((file) => join(root, file)),
  };
  const config = join(outDir, 'tsconfig.json');
  writeFileSync(config, JSON.stringify(options));
  execFileSync(process.execPath, [tsc, '--project', config], { cwd: root, stdio: 'inherit' });
  rmSync(config);
  const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
  const written = new Set(names.map((name) => join(outDir, name)));
  for (const file of written) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(file, 'utf8').replace(
      /(from |import\()(['"])(\.{1,2}\/[^'"]*)\2/g,
      (_, before: string, quote: string, name: string) => {
        const target = join(dirname(file), name.replace(/\.ts$/, ''));
        const end = written.has(`${target}.d.ts`) ? '.js' : '/index.js';
        return `${before}${quote}${name.replace(/\.ts$/, '')}${end}${quote}`;
      },
    );
    writeFileSync(file, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildPackage(root);
