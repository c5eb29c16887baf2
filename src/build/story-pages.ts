/**
 * The stories and pages of the site, for the dev server and the build; beside each story, what other
 * sites read of it (`SITE_URL`). Files that the import reads become stories first, in a folder of their own
 * that goes when the build or the server ends.
 *
 * Every page is the same `index.html` with three facts on its root element: `data-root` (the way
 * back to the site's root, so that any sub-path serves it), `data-page` and `data-story`; and with
 * `data-basemap` where the environment names one (`DATELINES_BASEMAP`). The story of `/` and `/embed/` is
 * the one that the environment names (`DATELINES_STORY`), else the newest.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { escaped } from '../embed/snippet.ts';
import type * as Importing from './import-stories.ts';
import type { StoryListMarkup } from '../pages/prerender/index.ts';
import { withPrerender, type StoryAtRest } from './prerendered.ts';
import { settle, temporaryBeside } from './rollback.ts';
import { folderOf, oembed, sharingTags } from './sharing.ts';
import { noSiteUrl, siteUrl } from './site-url.ts';
import {
  copyStories,
  defaultStory,
  importables,
  isStory,
  serveStoryFile,
  storyFiles,
  storyPaths,
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
  const project = resolve(root);
  let imported: string | null = null;
  const folders = () => (imported ? [events, imported] : [events]);
  let outDir = 'dist';
  let site: string | null = null;
  return {
    name: 'datelines:story-pages',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      if (config.command !== 'build') return;
      site = siteUrl(process.env.SITE_URL);
      if (!site) config.logger.warn(noSiteUrl);
    },
    async buildStart() {
      if (this.environment.config.command === 'build')
        await importAll((line) => this.environment.logger.warn(line));
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) =>
      id === `\0${virtual}`
        ? `export const files = ${JSON.stringify(storyFiles(folders()))};`
        : null,
    async configureServer(server) {
      const tell = (line: string) => server.config.logger.warn(line, { timestamp: true });
      await importAll(tell);
      server.httpServer?.once('close', forgetImported);
      server.watcher.add(events);
      const reload = async (file: string) => {
        if (!file.startsWith(events)) return;
        if (isImported(file)) await importAll(tell);
        else if (!isStory(file)) return;
        const module = server.moduleGraph.getModuleById(`\0${virtual}`);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      };
      for (const change of ['add', 'change', 'unlink'] as const)
        server.watcher.on(change, (file) => void reload(file));
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://site');
        const page = pagesOf(folders()).find(({ path }) => `/${path}` === url.pathname);
        if (page) {
          const html = readFileSync(resolve(root, 'index.html'), 'utf8');
          server.transformIndexHtml(url.pathname, mark(html, page)).then((text) => {
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(text);
          }, next);
        } else if (pagesOf(folders()).some(({ path }) => `/${path}` === `${url.pathname}/`)) {
          response.writeHead(301, { Location: `${url.pathname}/${url.search}` });
          response.end();
        } else {
          next();
        }
      });
      server.middlewares.use('/events', (...request) => serveStoryFile(folders())(...request));
    },
    async writeBundle() {
      copyStories(folders(), join(outDir, 'events'));
      const file = join(outDir, 'index.html');
      if (!existsSync(file)) return;
      const html = readFileSync(file, 'utf8').replace('<title>', `${before}\n    <title>`);
      const pages = pagesOf(folders());
      await withPrerender(project, async (open, listMarkup) => {
        const listed: Parameters<typeof listMarkup>[0][number][] = [];
        /** Writes the site's first page, which lists all stories. */
        let writeFirst = () => {};
        for (const [id, path] of Object.entries(storyPaths(folders()))) {
          const story = await open(path, id);
          const card = await story.card().catch((error: Error) => {
            const why = `no picture for other sites could be drawn: ${error.message}`;
            this.warn(`${basename(path)}: ${why}`);
            return null;
          });
          for (const page of pages.filter((each) => each.story === id)) {
            const way = rootOf(page.path);
            const linked = mark(html, page).replace(/(\b(?:src|href)=")\.\//g, `$1${way}`);
            const drawn = await story.page(page.page, `${way}${folderOf(id)}`);
            const shared = { id, ...drawn, card };
            const tags = sharingTags(shared, site, way);
            const write = (file: string, content: string | Uint8Array) => {
              mkdirSync(join(outDir, page.path), { recursive: true });
              writeFileSync(join(outDir, page.path, file), content);
            };
            if (page.path === '')
              writeFirst = () => {
                const list = listed.length > 1 ? listMarkup(listed) : null;
                write('index.html', filled(linked, drawn, tags, list));
              };
            else write('index.html', filled(linked, drawn, tags));
            if (page.page === 'embed') continue;
            write('oembed.json', JSON.stringify(oembed(shared, site)));
            if (page.path !== folderOf(id)) continue;
            if (card) {
              write('card.png', card.png);
              if (pages.length > pagesOfOne) write('card-small.png', card.small);
            }
            const { title, language, about, facts } = drawn;
            const href = `./${folderOf(id)}`;
            const picture = card && `${href}card-small.png`;
            listed.push({ id, href, title, language, description: about, facts, picture });
          }
        }
        writeFirst();
      });
    },
    closeBundle: () => forgetImported(),
  };

  /** Imports what can be imported, in place of what was before. */
  async function importAll(tell: (line: string) => void): Promise<void> {
    forgetImported();
    if (importables(events).length === 0) return;
    const cache = join(project, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    imported = await temporaryBeside(join(cache, 'imported'));
    mkdirSync(imported);
    // Its code needs what Vite does with modules, and few sites need it.
    const { module } = await runnerImport<typeof Importing>(
      join(project, 'src/build/import-stories.ts'),
      { configFile: false, root: project, logLevel: 'error' },
    );
    await module.importStories(events, imported, project, tell);
  }

  function forgetImported(): void {
    if (!imported) return;
    rmSync(imported, { recursive: true, force: true });
    settle(imported);
    imported = null;
  }

  function isImported(file: string): boolean {
    return file.endsWith('.import.json') || importables(events).includes(basename(file));
  }
}

/** Pages of a site with one story: its first ones, and the story's own. */
const pagesOfOne = 4;

function pagesOf(folders: readonly string[]): Page[] {
  const both = (path: string, story: string): Page[] => [
    { path, page: 'reader', story },
    { path: `${path}embed/`, page: 'embed', story },
  ];
  const ids = Object.keys(storyFiles(folders));
  const first = defaultStory(folders, process.env.DATELINES_STORY);
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

/** The page with what can be read of its story before any script runs, between the parts that list all
 * stories where there are several. It takes the place of the only
 * English outside `src/words/`, the <noscript> of `index.html`. */
export function filled(
  html: string,
  drawn: Prerendered,
  tags: readonly string[],
  stories: StoryListMarkup | null = null,
): string {
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
        `${stories?.line ?? ''}<div id="at-rest">${body}</div>\n    <div id="page"></div>${data('map', map)}${data('points', known)}${data('sent', sent)}${stories?.list ?? ''}`,
    );
}
