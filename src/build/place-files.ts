/** The gazetteer's files at `places/` below the site's root, in dev and in the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export function placeFiles(folder = 'geo/out/places'): Plugin {
  const places = resolve(folder);
  return {
    name: 'datelines:place-files',
    configureServer(server) {
      server.middlewares.use('/places', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://site');
        const file = join(places, pathname);
        if (!/^\/[\w-]+\.(txt|json)$/.test(pathname) || !existsSync(file)) return next();
        const type = pathname.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
        response.setHeader('Content-Type', type);
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      for (const name of readdirSync(places))
        this.emitFile({
          type: 'asset',
          fileName: `places/${name}`,
          source: readFileSync(join(places, name)),
        });
    },
  };
}
