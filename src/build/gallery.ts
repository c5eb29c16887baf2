/** The gallery of `tests/gallery/` at `/gallery/`, in the dev server alone. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readGeoFile } from './geo-file.ts';

export function gallery(root = '.'): Plugin {
  return {
    name: 'datelines:gallery',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/gallery', (request, response, next) => {
        const { pathname } = new URL(request.originalUrl ?? '/', 'http://site');
        const [, geo] = /^\/gallery\/geo\/([\w/-]+)$/.exec(pathname) ?? [];
        if (geo !== undefined)
          readGeoFile(geo, root).then((file) => {
            if (file === undefined) return next();
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(file));
          }, next);
        else if (pathname === '/gallery/')
          server
            .transformIndexHtml(
              pathname,
              readFileSync(resolve(root, 'tests/gallery/index.html'), 'utf8'),
            )
            .then((html) => {
              response.setHeader('Content-Type', 'text/html; charset=utf-8');
              response.end(html);
            }, next);
        else if (pathname === '/gallery') {
          response.writeHead(301, { Location: '/gallery/' });
          response.end();
        } else next();
      });
    },
  };
}
