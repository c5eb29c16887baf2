/**
 * `notices.txt` at the site's root: whose code, fonts and data the site holds, with versions and
 * the full texts of their licences.
 *
 * Of libraries, rollup-plugin-license 3.7 was tried: it writes one file a bundle, so that workers
 * overwrite each other's, and leaves out what is no code: fonts and stylesheets.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rollup } from 'vite';

const fileName = 'notices.txt';

/** Texts of those that come without one, by `NAME.txt`. */
const folder = 'geo/licences';

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly url: string | null;
  /** What of it the site holds, where that is not its code. */
  readonly about: string | null;
  readonly text: string;
}

/** A row of `geo/sources.json`, as far as it is told here. */
interface DataSource {
  readonly package: string;
  readonly version: string;
  readonly license: string;
  readonly takes: string;
  readonly url: string;
  /** Files with the texts of its licences, from the root. */
  readonly texts: readonly string[];
}

/** Plugins that gather what is bundled: `part` for each bundle within the build (workers, scripts of
 * their own), `site` for the whole, which writes the file and must come last. */
export function notices(root = '.'): { readonly part: () => Plugin; readonly site: Plugin } {
  const packages = new Map<string, Notice>();
  const gather = (bundle: Rollup.OutputBundle) => {
    for (const path of modulesOf(bundle)) {
      const home = packageOf(path, root);
      if (home && !packages.has(home)) packages.set(home, noticeOf(home, root));
    }
  };
  return {
    part: () => ({
      name: 'datelines:notices-part',
      generateBundle: (_, bundle) => gather(bundle),
    }),
    site: {
      name: 'datelines:notices',
      configureServer(server) {
        server.middlewares.use(`/${fileName}`, (_, response) => {
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          response.end('The build writes here whose code, fonts and data the site holds.\n');
        });
      },
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          gather(bundle);
          const source = noticesText([...packages.values()], dataNotices(root));
          this.emitFile({ type: 'asset', fileName, source });
        },
      },
    },
  };
}

/** Files whose content is in the bundle; fonts and pictures by their assets. */
function modulesOf(bundle: Rollup.OutputBundle): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? Object.keys(output.modules) : output.originalFileNames,
  );
}

/** The folder of the package that a module is of; `null` for our own. */
function packageOf(id: string, root: string): string | null {
  // What the bundler adds itself.
  const helper = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (helper) return resolve(root, 'node_modules', helper);
  const path = resolve(root, id.replace(/^\0/, '').replace(/\?.*$/, ''));
  const parts = /^(.*)[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
  if (!parts) return null;
  const [, above, name] = parts as unknown as [string, string, string];
  // A package may hold copies of others' modules, without the rest of them.
  const homes = [join(above, 'node_modules', name), resolve(root, 'node_modules', name)];
  return homes.find((home) => existsSync(join(home, 'package.json'))) ?? packageOf(above, root);
}

/** Throws an `Error` where a package has no text of its licence. */
export function noticeOf(home: string, root = '.'): Notice {
  const facts = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    /** As it was written formerly. */
    licenses?: readonly { readonly type: string }[];
    homepage?: string;
  };
  const { name, version, licenses = [], homepage } = facts;
  const license = facts.license ?? (licenses.map(({ type }) => type).join(', ') || 'as follows');
  const own = resolve(root, folder, `${name.replace('/', '__')}.txt`);
  const texts = readdirSync(home)
    .filter((file) => /^(?!third).*(licen[cs]e|copying)|^notice/i.test(file))
    .filter((file) => /^[^.]*(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(home, file), 'utf8'))
    // Vite's own is followed by those of what it holds itself, which is not in the site.
    .map((text) => text.split(/^# Licenses of bundled dependencies$/m)[0]!.trim());
  if (texts.length === 0 && existsSync(own)) texts.push(readFileSync(own, 'utf8').trim());
  if (texts.length === 0)
    throw new Error(
      `${name} ${version} is bundled, but has no text of its licence; expected LICENSE in ${home}, or ${own}`,
    );
  return { name, version, license, url: homepage ?? null, about: null, text: texts.join('\n\n') };
}

/** What the world's files are made from. Throws an `Error` where a source has no text. */
export function dataNotices(root = '.'): Notice[] {
  const file = resolve(root, 'geo/sources.json');
  const sources = JSON.parse(readFileSync(file, 'utf8')) as Record<string, DataSource>;
  return Object.values(sources).map(({ package: name, version, license, takes, url, texts }) => {
    const read = (texts ?? []).map((path) => readFileSync(resolve(root, path), 'utf8').trim());
    if (read.length === 0) throw new Error(`${file}: ${name} has no texts of its licences`);
    return { name, version, license, url, about: takes, text: read.join('\n\n') };
  });
}

/** A text that several share is printed once. */
export function noticesText(code: readonly Notice[], data: readonly Notice[]): string {
  const rule = '-'.repeat(80);
  const parts = [
    `This site is made with Datelines (MIT). It holds code, fonts and data of others, listed here with
their licences.`,
  ];
  const part = (title: string, list: readonly Notice[]) => {
    const byText = new Map<string, Notice[]>();
    for (const notice of [...list].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const key = notice.text.replace(/\s+/g, ' ');
      byText.set(key, [...(byText.get(key) ?? []), notice]);
    }
    for (const shared of byText.values())
      parts.push(`${rule}\n${title}\n\n${shared.map(headOf).join('\n')}\n\n${shared[0]!.text}`);
  };
  part('Code and fonts', code);
  part('Data', data);
  return `${parts.join('\n\n')}\n`;
}

function headOf({ name, version, license, url, about }: Notice): string {
  return [
    `${name} ${version}, ${license}${url ? `, ${url}` : ''}`,
    ...(about ? [`  ${about}`] : []),
  ].join('\n');
}
