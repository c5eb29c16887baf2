/** Classic scripts under names that stay: `embed.js` at the site's root for pages elsewhere, and
 * `assets/elsewhere.js`, which runs before a page is shown. */
import { dirname, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** By name: where it begins. */
const entries: Readonly<Record<string, string>> = {
  'embed.js': 'src/embed/host.ts',
  'assets/elsewhere.js': 'src/pages/start/elsewhere.ts',
};

/** @param part A plugin that each of them is built with too. */
export function classicScripts(root = '.', part?: () => Plugin): Plugin {
  const made = new Map<string, Promise<string>>();
  const script = (name: string) => {
    const code = made.get(name) ?? bundled(resolve(root), entries[name]!, part);
    made.set(name, code);
    return code;
  };
  return {
    name: 'datelines:classic-scripts',
    configureServer(server) {
      server.watcher.on('change', (file) => {
        for (const [name, entry] of Object.entries(entries))
          if (file.includes(`/${dirname(entry)}/`)) made.delete(name);
      });
      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://site').pathname.slice(1);
        if (!Object.hasOwn(entries, name)) return next();
        script(name).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      for (const fileName of Object.keys(entries))
        this.emitFile({ type: 'asset', fileName, source: await script(fileName) });
    },
  };
}

async function bundled(root: string, entry: string, part?: () => Plugin): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: part ? [part()] : [],
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: 'datelines' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error(`${entry} could not be built`);
  return first.output[0].code;
}
