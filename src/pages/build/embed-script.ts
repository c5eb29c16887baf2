/** `embed.js` at the site's root, for pages elsewhere: one classic script under a name that stays. */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

export function embedScript(root = '.'): Plugin {
  let made: Promise<string> | null = null;
  const script = () => (made ??= bundled(resolve(root)));
  return {
    name: 'datelines:embed-script',
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (file.includes('/src/embed/')) made = null;
      });
      server.middlewares.use((request, response, next) => {
        if (new URL(request.url ?? '/', 'http://site').pathname !== '/embed.js') return next();
        script().then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: await script() });
    },
  };
}

async function bundled(root: string): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry: resolve(root, 'src/embed/host.ts'), formats: ['iife'], name: 'datelines' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('embed.js could not be built');
  return first.output[0].code;
}
