/** The files of `events/`, and of the stories that are imported from there: what is a story, and how its
 * files reach a page. */
import {
  closeSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { Connect } from 'vite';

/** GeoJSON, or packed columns with the folder `NAME.dl.d` of details beside them. */
const story = /\.(?:geojson|dl)$/;

/** Tables and other files that `datelines import` makes a story of. */
const importable =
  /(?<!\.import)\.(?:csv|tsv|json|jsonl|ndjson|geojsonl|kml|kmz|gpx|xlsx|ods|parquet|ics|jsonld|zip)$/i;

/** Pictures, films and recordings, which a story names by relative addresses. */
const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
};

const mediaTypeOf = (file: string) => mediaTypes[extname(file).slice(1).toLowerCase()];

export function isStory(file: string): boolean {
  return story.test(file);
}

/** Folders that have the site's stories, one or several. */
export type StoryFolders = string | readonly string[];

const listOf = (folders: StoryFolders) => (typeof folders === 'string' ? [folders] : folders);

/** File names by story id, sorted. Throws an `Error` where two files have one id, and where a
 * packed story lacks its details. */
export function storyFiles(folders: StoryFolders): Record<string, string> {
  const paths = storyPaths(folders);
  return Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, basename(path)]));
}

/** Paths by story id, sorted by file name. Throws as `storyFiles`. */
export function storyPaths(folders: StoryFolders): Record<string, string> {
  const paths: Record<string, string> = {};
  const found = listOf(folders)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter(isStory)
        .map((name) => ({ folder, name })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { folder, name } of found) {
    const id = name.replace(story, '');
    if (paths[id])
      throw new Error(`${folder}: ${basename(paths[id])} and ${name} are both the story "${id}"`);
    if (name.endsWith('.dl') && !existsSync(join(folder, `${name}.d`)))
      throw new Error(
        `${folder}: ${name} lacks its details, expected the folder ${name}.d beside it`,
      );
    paths[id] = join(folder, name);
  }
  return paths;
}

/**
 * The story of a site's first page: the one that is named, else the newest by its `asOf`, else the first
 * by its id. `undefined` where there is none. Throws an `Error` where the named one is not there.
 */
export function defaultStory(folders: StoryFolders, named?: string): string | undefined {
  const paths = storyPaths(folders);
  const ids = Object.keys(paths);
  if (named) {
    if (paths[named]) return named;
    throw new Error(`DATELINES_STORY is ${named}; expected one of ${ids.join(', ')}`);
  }
  if (ids.length < 2) return ids[0];
  const dated = ids.map((id) => ({ id, asOf: asOfIn(paths[id]!) }));
  return dated.reduce((newest, each) => (each.asOf > newest.asOf ? each : newest)).id;
}

/** Bytes in which a story says of itself what it says before its events. */
const headBytes = 65_536;

/** Up to when a GeoJSON story reports, where it says so before its events; else `''`. */
function asOfIn(file: string): string {
  if (file.endsWith('.dl')) return '';
  const bytes = Buffer.alloc(headBytes);
  const opened = openSync(file, 'r');
  const length = readSync(opened, bytes, 0, headBytes, 0);
  closeSync(opened);
  const [head] = bytes.toString('utf8', 0, length).split('"features"');
  return /"asOf"\s*:\s*"([^"]*)"/.exec(head!)?.[1] ?? '';
}

/** Files of formats that the import reads; sorted. A packed story's own are none. */
export function importables(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => importable.test(name))
    .sort();
}

/** Copies stories, their details and their media; they may be too many and too large to go through the
 * bundler. */
export function copyStories(folders: StoryFolders, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of Object.values(storyPaths(folders))) {
    const name = basename(path);
    cpSync(path, join(to, name));
    if (name.endsWith('.dl')) cpSync(`${path}.d`, join(to, `${name}.d`), { recursive: true });
  }
  for (const folder of listOf(folders))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!mediaTypeOf(name) || !statSync(join(folder, name)).isFile()) continue;
      mkdirSync(dirname(join(to, name)), { recursive: true });
      cpSync(join(folder, name), join(to, name));
    }
}

/** Answers for the files of stories, for pages of any origin; what is none is left to the next. */
export function serveStoryFile(folders: StoryFolders): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const all = listOf(folders);
    const folder = all.find((each) => existsSync(join(each, path))) ?? all[0]!;
    const file = join(folder, path);
    const [name, beside, ...deeper] = file.slice(folder.length + 1).split(sep);
    const media = mediaTypeOf(file);
    const known =
      file.startsWith(folder + sep) &&
      (media !== undefined || (deeper.length === 0 && isOfStory(name!, beside)));
    if (!known || !existsSync(file) || !statSync(file).isFile()) {
      // A page that asks for details must not get the page for an answer.
      if (!known) return next();
      response.writeHead(404, { 'Access-Control-Allow-Origin': '*' });
      return response.end(`${basename(file)} is not there`);
    }
    response.writeHead(200, {
      'Content-Type':
        media ?? (file.endsWith('.dl') ? 'application/octet-stream' : 'application/geo+json'),
      'Content-Length': statSync(file).size,
      'Access-Control-Allow-Origin': '*',
    });
    createReadStream(file).pipe(response);
  };
}

function isOfStory(name: string, beside: string | undefined): boolean {
  return beside === undefined ? isStory(name) : /\.dl\.d$/.test(name) && beside.endsWith('.json');
}
