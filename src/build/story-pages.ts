/**
 * The stories and pages of the site, for the dev server and the build; beside each story, what other
 * sites read of it (`SITE_URL`).
 *
 * Every page is the same `index.html` with three facts on its root element: `data-root` (the way
 * back to the site's root, so that any sub-path serves it), `data-page` and `data-story`; and with
 * `data-basemap` where the environment names one (`DATELINES_BASEMAP`). The story of `/` and `/embed/` is
 * the one that the environment names (`DATELINES_STORY`), else the newest.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { escaped } from '../embed/snippet.ts';
import { withPrerender, type StoryAtRest } from './prerendered.ts';
import { folderOf, oembed, sharingTags } from './sharing.ts';
import { noSiteUrl, siteUrl } from './site-url.ts';
import {
  copyStories,
  defaultStory,
  isStory,
  serveStoryFile,
  storyFiles,
  unbuilt,
} from './story-files.ts';

const virtual = 'virtual:stories';

/** Hides what a page is sent with where its address asks for something else. */
const before = '<script src="./assets/elsewhere.js"></script>';

type Prerendered = Awaited<ReturnType<StoryAtRest['page']>>;

interface Page {
  /** Below the site's root, `''` or ending in a slash. */
  path: string;
  page: 'reader' | 'embed';
  story: string;
}

export function storyPages(folder = 'events', root = '.'): Plugin {
  const events = resolve(folder);
  let outDir = 'dist';
  let site: string | null = null;
  return {
    name: 'datelines:story-pages',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      if (config.command !== 'build') return;
      site = siteUrl(process.env.SITE_URL);
      if (!site) config.logger.warn(noSiteUrl);
      for (const name of unbuilt(events))
        config.logger.warn(`${name} is no story yet: datelines import writes one of it`);
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) =>
      id === `\0${virtual}` ? `export const files = ${JSON.stringify(storyFiles(events))};` : null,
    configureServer(server) {
      server.watcher.add(events);
      const reload = (file: string) => {
        if (!file.startsWith(events) || !isStory(file)) return;
        const module = server.moduleGraph.getModuleById(`\0${virtual}`);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      };
      for (const change of ['add', 'change', 'unlink'] as const) server.watcher.on(change, reload);
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://site');
        const page = pagesOf(events).find(({ path }) => `/${path}` === url.pathname);
        if (page) {
          const html = readFileSync(resolve(root, 'index.html'), 'utf8');
          server.transformIndexHtml(url.pathname, mark(html, page)).then((text) => {
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(text);
          }, next);
        } else if (pagesOf(events).some(({ path }) => `/${path}` === `${url.pathname}/`)) {
          response.writeHead(301, { Location: `${url.pathname}/${url.search}` });
          response.end();
        } else {
          next();
        }
      });
      server.middlewares.use('/events', serveStoryFile(events));
    },
    async writeBundle() {
      copyStories(events, join(outDir, 'events'));
      const file = join(outDir, 'index.html');
      if (!existsSync(file)) return;
      const html = readFileSync(file, 'utf8').replace('<title>', `${before}\n    <title>`);
      const files = storyFiles(events);
      await withPrerender(resolve(root), async (open) => {
        for (const [id, name] of Object.entries(files)) {
          const story = await open(join(events, name), id);
          const card = await story.card().catch((error: Error) => {
            this.warn(`${name}: no picture for other sites could be drawn: ${error.message}`);
            return null;
          });
          for (const page of pagesOf(events).filter((each) => each.story === id)) {
            const way = rootOf(page.path);
            const linked = mark(html, page).replace(/(\b(?:src|href)=")\.\//g, `$1${way}`);
            const drawn = await story.page(page.page, `${way}${folderOf(id)}`);
            const shared = { id, ...drawn, card };
            const tags = sharingTags(shared, site, way);
            const write = (file: string, content: string | Uint8Array) =>
              writeFileSync(join(outDir, page.path, file), content);
            mkdirSync(join(outDir, page.path), { recursive: true });
            write('index.html', filled(linked, drawn, tags));
            if (page.page === 'embed') continue;
            if (card && page.path === folderOf(id)) write('card.png', card.png);
            write('oembed.json', JSON.stringify(oembed(shared, site)));
          }
        }
      });
    },
  };
}

function pagesOf(events: string): Page[] {
  const both = (path: string, story: string): Page[] => [
    { path, page: 'reader', story },
    { path: `${path}embed/`, page: 'embed', story },
  ];
  const ids = Object.keys(storyFiles(events));
  const first = defaultStory(events, process.env.DATELINES_STORY);
  return [
    ...(first === undefined ? [] : both('', first)),
    ...ids.flatMap((id) => both(folderOf(id), id)),
  ];
}

function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

function mark(html: string, { path, page, story }: Page): string {
  const facts = `data-root="${rootOf(path)}" data-page="${page}" data-story="${escaped(story)}"`;
  const basemap = process.env.DATELINES_BASEMAP;
  const named = basemap ? ` data-basemap="${escaped(basemap)}"` : '';
  return html.replace(/<html\b/, `<html ${facts}${named}`);
}

/** The page with what can be read of its story before any script runs. It takes the place of the only
 * English outside `src/words/`, the <noscript> of `index.html`. */
export function filled(html: string, drawn: Prerendered, tags: readonly string[]): string {
  const { title, description, language, body, jsonLd, map, points, sent } = drawn;
  const head = `<title>${escaped(title)} – Datelines</title>
    <meta name="description" content="${escaped(description)}" />
    ${tags.join('\n    ')}
    <script type="application/ld+json">${jsonLd}</script>`;
  const known = JSON.stringify(points).replace(/</g, '\\u003c');
  const data = (id: string, text: string | null) =>
    text === null ? '' : `\n    <script type="application/json" id="${id}">${text}</script>`;
  return html
    .replace(
      /<html([^>]*) lang="[^"]*"/,
      (_, facts: string) => `<html${facts} lang="${escaped(language)}"`,
    )
    .replace(/<title>[^]*?<\/title>\s*<meta name="description"[^>]*>/, () => head)
    .replace(
      /<div id="page"><\/div>\s*<noscript>[^]*?<\/noscript>/,
      () =>
        `<div id="at-rest">${body}</div>\n    <div id="page"></div>${data('map', map)}${data('points', known)}${data('sent', sent)}`,
    );
}
