/** No reader-facing English outside `src/words/`: found by the syntax trees of components and modules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sentencesOf, textsOfComponent } from './english';

/** Rooms whose texts no reader of a page sees: the command line's help and usage, what a build says,
 * and what the engine throws at a programmer. */
const unseen = /^src\/(words|cli|build|engine)\//;

/** Names that are data: codebooks, columns and words of other people's files and of places. */
const data = [
  /^src\/formats\/(in\/\w[\w-]*|shared)\/(codes|fips|gleditsch-ward|iso-numeric)\.ts$/,
  /^src\/formats\/table\/(countries|months)\.ts$/,
  /^src\/world\/gazetteer\/generic\.ts$/,
  // Custom properties, by name.
  /^src\/embed\/parameters\.ts$/,
  // Elements of KML, by name.
  /^src\/formats\/in\/kml\/geometry\.ts$/,
  // `about` of a field is printed by `import --help` alone.
  /^src\/formats\/table\/fields\.ts$/,
  // Why a candidate of the gazetteer is one: printed by `place` alone.
  /^src\/world\/gazetteer\/(doubt|gazetteer|score)\.ts$/,
];

/** Columns of a format, as its files write them: "Takeoff Base", "Altitude (Hundreds of Feet)". */
const column = /^\p{Lu}\p{L}*(?: (?:of|and|route|\(?\p{Lu}\p{L}*\)?)){1,6}$/u;

/** Countries or regions by their codes. */
const codes = /^[A-Z]{2}(?: [A-Z]{2})+$/;

/** What an import writes into a story is the story's text, in the language of its source. */
const written = /^src\/formats\/in\//;
const isStoryText = (text: string) =>
  /^(The (date|place|position|source) |Named as |Time precision|Cause of death|Initiator|Involved|killed,|target not|Source not|Graphic|Air force| ?The position)/.test(
    text,
  ) || /\((ACLED|GED|THOR|CC BY 4\.0|ODbL)\)|Missing Migrants Project/.test(text);

/** Faults of the program itself, drawings, and technical names. */
const technical = new Set([
  'UTC',
  'Etc/UTC',
  'Source Sans 3',
  // An address as an example.
  'https://example.org/',
  'EPSG:27700',
  '.geojson',
  'TimeSpan or TimeStamp',
  'line …, column …: found …, expected …',
  'opening was stopped',
  'the worker did not start',
  'the worker did not answer',
  'the calls were closed',
  'no story to export',
  'record … came neither with a feature nor with an error',
  'records after the end of their list',
  'PRODID:-//Datelines//Datelines//EN',
  'a face without the table "…" can\'t be read',
  'a face without a "cmap" of format 4 can’t be read',
  '"…" is no place of a shard',
  '… could not be fetched: …',
]);

it('no reader-facing English stands outside src/words/', () => {
  const found: string[] = [];
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    const file = join('src', name).replaceAll('\\', '/');
    if (unseen.test(file) || data.some((pattern) => pattern.test(file))) continue;
    if (!/\.(svelte|ts)$/.test(file) || file.endsWith('.d.ts')) continue;
    const source = readFileSync(file, 'utf8');
    const texts = file.endsWith('.svelte') ? textsOfComponent(source) : sentencesOf(source);
    for (const { line, text } of texts) {
      if (technical.has(text) || codes.test(text)) continue;
      if (written.test(file) && (column.test(text) || isStoryText(text))) continue;
      found.push(`${file}:${line}: ${text}`);
    }
  }
  expect(found).toEqual([]);
});

it('the finder sees texts, spoken attributes and sentences, and no code', () => {
  const texts = (source: string) => textsOfComponent(source).map(({ text }) => text);
  expect(texts('<p>Some words {count}</p>')).toEqual(['Some words']);
  expect(texts('<button aria-label="Close" class="big red">{t("a.b")}</button>')).toEqual([
    'Close',
  ]);
  expect(texts('<p>{open ? "Show it" : "hidden"}</p>')).toEqual(['Show it']);
  expect(texts('<i style:left="{x}px" class:on={a === "some word"}></i>')).toEqual([]);
  expect(texts('<script>const a = "A file could not be read.";</script>')).toEqual([
    'A file could not be read.',
  ]);
  const sentences = (source: string) => sentencesOf(source).map(({ text }) => text);
  expect(sentences('f(`${a} could not be read`)')).toEqual(['… could not be read']);
  expect(sentences("import a from './some thing else'; g('M0 0 L1 1'); h('a-b c-d')")).toEqual([]);
});
