/**
 * MapLibre and its worker as one file, under the address that `virtual:maplibre` exports.
 *
 * The package brings two files that hold the same modules to a third. Here both are built from its
 * modules together: what they share is fetched once. The file is also its own worker, either by its
 * address, which the browser has by then, or as the text `source`, where a page has no origin.
 */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const virtual = 'virtual:maplibre';
const entry = 'maplibre-entry';
/** Where the dev server has it. */
const served = '/maplibre.js';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')),
  'src',
);

/** What the stage uses, and the worker, which starts itself where it is in one. */
const parts = `
  export { Map } from '${folder}/ui/map.ts';
  export { addProtocol, removeProtocol } from '${folder}/source/protocol_crud.ts';
  export { config } from '${folder}/util/config.ts';
  import '${folder}/source/worker.ts';`;

/** Modules in place of MapLibre's, by their paths in it. */
const replaced: Readonly<Record<string, string>> = {
  // Workers start from the address in `config` as it is; MapLibre would fetch the file again.
  'util/web_worker.ts': `
    import { config } from '${folder}/util/config.ts';
    export const workerFactory = async () => new Worker(config.WORKER_URL, { type: 'module' });`,
  // Base maps have tiles of the Mapbox kind alone (`map/ground/basemap.ts`).
  'source/vector_tile_mlt.ts': 'export class MLTVectorTile { layers = {}; }',
};

/** Its rules for what the stage has: the canvas and the note on gestures, not the controls. */
const isUsed = /maplibregl-(?:map|canvas|cooperative)/;

/** @param part A plugin that the file is built with too. */
export function mapLibreFile(root = '.', part?: () => Plugin): Plugin {
  let made: Promise<string> | undefined;
  const code = () => (made ??= bundled(resolve(root), part));
  let serving = false;
  return {
    name: 'datelines:maplibre',
    enforce: 'pre',
    configResolved: ({ command }) => void (serving = command === 'serve'),
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    async load(id) {
      if (id !== `\0${virtual}`) return null;
      if (serving) return `export default ${JSON.stringify(served)};`;
      const file = this.emitFile({ type: 'asset', name: 'maplibre.js', source: await code() });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    transform(text, id) {
      if (!/maplibre-gl\.css(?:\?|$)/.test(id)) return null;
      return text.replace(/[^{}]+\{[^{}]*\}/g, (rule) => (isUsed.test(rule) ? rule : ''));
    },
    configureServer(server) {
      server.middlewares.use(served, (_, response, next) => {
        code().then((text) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end(text);
        }, next);
      });
    },
  };
}

async function bundled(root: string, part?: () => Plugin): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    // As MapLibre is compiled: a field that is only declared leaves what a base class set.
    oxc: {
      typescript: { removeClassFieldsWithoutInitializer: true },
      assumptions: { setPublicClassFields: true },
    },
    plugins: [
      {
        name: 'datelines:maplibre-parts',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null),
        load(id) {
          if (id === `\0${entry}`) return parts;
          return id.startsWith(folder) ? replaced[id.slice(folder.length + 1)] : null;
        },
      },
      ...(part ? [part()] : []),
    ],
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'maplibre' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('MapLibre could not be built');
  const all = `() => {\n${first.output[0].code}\nreturn maplibre;\n}`;
  return `const all = ${all};\nexport const maplibre = all();\nexport const source = \`(\${all})()\`;\n`;
}
