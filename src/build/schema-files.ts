/** The JSON Schemas, at `schema/` below the site's root: `story-1.json` and later versions, in dev and in the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export function schemaFiles(folder = 'src/model/schema'): Plugin {
  const schemas = resolve(folder);
  return {
    name: 'datelines:schema-files',
    configureServer(server) {
      server.middlewares.use('/schema', (request, response, next) => {
        const name = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
        const file = join(schemas, name);
        if (!name.endsWith('.json') || dirname(file) !== schemas || !existsSync(file))
          return next();
        response.setHeader('Content-Type', 'application/schema+json');
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      for (const name of readdirSync(schemas))
        this.emitFile({
          type: 'asset',
          fileName: `schema/${name}`,
          source: readFileSync(join(schemas, name)),
        });
    },
  };
}
