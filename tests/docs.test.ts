/** The documentation names files, anchors and commands that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = ['README.md', ...readdirSync('docs').flatMap((name) => pageNamed(name))];
const files = ['src', 'tests', 'geo'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name).replaceAll('\\', '/'),
  ),
);

function pageNamed(name: string): string[] {
  return name.endsWith('.md') ? [`docs/${name}`] : [];
}

/** A page without its blocks of code. */
function prose(page: string): string {
  return readFileSync(page, 'utf8').replace(/^```[^]*?^```$/gm, '');
}

/** What stands between backticks. */
function codeIn(page: string): string[] {
  return [...prose(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
}

/** The anchors that a page's headings have. */
function anchorsOf(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  it('names files that exist', () => {
    const missing = codeIn(page).filter((code) => {
      // NAME and the like stand for a name of the reader's own.
      if (!/^[\w./@-]+$/.test(code) || /\b[A-Z]{2,}\b/.test(code)) return false;
      if (/^(?:src|tests|geo|docs|events)\//.test(code)) return !existsSync(code);
      // A test by its path below `tests/`, or a file whose folder the row before names.
      if (/\/.*\.(?:ts|svelte|tsv)$/.test(code)) return !existsSync(join('tests', code));
      return /\.(?:ts|svelte)$/.test(code) && !files.some((file) => file.endsWith(`/${code}`));
    });
    expect(missing).toEqual([]);
  });

  it('links to pages and headings that exist', () => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path, anchor] = link.split('#') as [string, string?];
      const target = path ? join(dirname(page), path) : page;
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readFileSync(page, 'utf8').matchAll(/npm run (?:-s )?([\w:-]+)/g)];
    expect(named.map((match) => match[1]!).filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the README is a first page, and its test command is what CI runs', () => {
  const text = readFileSync('README.md', 'utf8');
  expect(Buffer.byteLength(text)).toBeLessThan(10_000);
  expect(text).toContain('npm ci && npm test');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci\nnpm test/m);
});
