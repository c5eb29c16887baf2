import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findKnots, importsOf, layerOf, rooms, upward } from './arrows';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join('src', name));

/** Every import of our own, types included, as `[importer, imported]`. */
const arrows = files.flatMap((file) =>
  importsOf(readFileSync(file, 'utf8'))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolved(file, specifier))
    .filter((target) => target !== null)
    .map((target) => [file, target] as [string, string]),
);

function resolved(file: string, specifier: string): string | null {
  const path = join(dirname(file), specifier.replace(/\?.*$/, ''));
  if (!path.startsWith('src')) return null;
  if (path.endsWith('.css')) return null;
  const found = [path, `${path}.ts`, join(path, 'index.ts')].find((name) => files.includes(name));
  if (!found) throw new Error(`${file} imports ${specifier}, which is no file of src/`);
  return found;
}

describe('arrows', () => {
  it('are many, so that the test reads what it should', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(arrows.length).toBeGreaterThan(150);
    expect(arrows).toContainEqual([
      join('src', 'map', 'Map.svelte'),
      join('src', 'map', 'types.ts'),
    ]);
  });

  it('never point up or sideways, types included', () => {
    expect(arrows.filter(([from, to]) => upward(from, to))).toEqual([]);
  });

  it('leave the engine to itself', () => {
    const out = arrows.filter(
      ([from, to]) => layerOf(from) === 'engine' && layerOf(to) !== 'engine',
    );
    expect(out).toEqual([]);
  });

  it('name no room that does not exist', () => {
    expect(rooms.filter((room) => !existsSync(join('src', room)))).toEqual([]);
  });

  it('make no knot', () => {
    expect(findKnots(arrows)).toEqual([]);
  });

  it('reach maplibre-gl from one file only', () => {
    const users = files.filter((file) =>
      importsOf(readFileSync(file, 'utf8')).some((name) => name.startsWith('maplibre-gl')),
    );
    expect(users).toEqual([join('src', 'map', 'ground', 'stage.ts')]);
  });

  it('let the pictures take only types and words from view/', () => {
    const taken = arrows.filter(
      ([from, to]) =>
        ['map', 'timeline', 'panel'].includes(layerOf(from)!) &&
        layerOf(to) === 'view' &&
        !/(dates-in-words|camera|stretch|player|steps)\.ts$/.test(to),
    );
    expect(taken).toEqual([]);
  });

  it('reach geo/out from few files only', () => {
    const users = files.filter((file) => readFileSync(file, 'utf8').includes('geo/out/'));
    expect(users.map((file) => relative('src', file)).sort()).toEqual([
      'build/geo-file.ts',
      'build/place-files.ts',
      'cli/gazetteer-files.ts',
      'world/files.ts',
    ]);
  });
});

describe('files', () => {
  it('nobody keeps a drawer of odds and ends', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
  });
});

describe('the test itself', () => {
  it('sees type imports, re-exports and dynamic imports', () => {
    expect(
      importsOf(`import type { A } from './a';
        import b, { type B } from "./b";
        import './c.css';
        export type { D } from './d';
        const e = await import('./e');
        type F = import('./f').F;
        // import './not-this';`),
    ).toEqual(['./a', './b', './c.css', './d', './e', './f']);
  });

  it('finds an upward arrow, a sideways one and a knot', () => {
    expect(upward('src/model/read/read.ts', 'src/engine/types.ts')).toBe(true);
    expect(upward('src/map/Map.svelte', 'src/timeline/types.ts')).toBe(true);
    expect(upward('src/view/dates-in-words.ts', 'src/ui/glyphs.ts')).toBe(true);
    expect(upward('src/map/Map.svelte', 'src/ui/glyphs.ts')).toBe(false);
    expect(upward('src/map/over/labels.ts', 'src/map/types.ts')).toBe(false);
    expect(
      findKnots([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual([['a', 'b', 'c']]);
  });
});
