import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readGeoFile } from '../../../src/build/geo-file';
import { cardOf, storyAtRest } from '../../../src/pages/prerender';
import { readFace } from '../../../src/pages/prerender/face';
import { fitTitle } from '../../../src/pages/prerender/fitted';
import {
  asXml,
  dashesOfCircles,
  inLight,
  unscaledStrokes,
} from '../../../src/pages/prerender/plain-svg';

const files = {
  geo: (name: string) => readGeoFile(name, '.'),
  beside: () => Promise.reject(new Error('nothing is beside')),
};

async function card(change: (story: Record<string, unknown>) => void = () => undefined) {
  const story = JSON.parse(readFileSync('events/peace-plan-december-2025.geojson', 'utf8'));
  change(story);
  const { buffer } = new TextEncoder().encode(JSON.stringify(story));
  return cardOf(await storyAtRest(buffer as ArrayBuffer, 'story', files), files);
}

/** Width and height as a PNG's header says them. */
function sizeOf(png: Uint8Array): [number, number] {
  const data = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  return [data.getUint32(16), data.getUint32(20)];
}

// The drawer and its faces are read first, which takes a while on a busy machine.
describe("a story's picture", { timeout: 30_000 }, () => {
  it('is small, of the size it says, and told in words', async () => {
    const { png, width, height, alt } = await card();
    expect(sizeOf(png)).toEqual([1200, 630]);
    expect([width, height]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(60_000);
    expect(png.length).toBeLessThan(300_000);
    expect(alt).toMatch(/^Talks and strikes: .*: \d+ events, 14 – 20 December 2025$/);
  });

  it.each([
    ['long', 'Word '.repeat(400)],
    ['one word', 'Donau­dampfschifffahrtsgesellschaftskapitän'.repeat(9)],
    ['a script the faces lack', '一周的和平计划'],
    ['with signs that XML forbids', 'a\u0000\u0008\uffffb <b>&amp; "c" ]]> \ud83d\ude80 $& $1'],
  ])('is drawn with a title that is %s', async (_, title) => {
    const { png } = await card((story) => (story.title = title));
    expect(sizeOf(png)).toEqual([1200, 630]);
  });
});

describe('a face', () => {
  const file = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
  const face = readFace(readFileSync(createRequire(import.meta.url).resolve(file)));

  it('says which letters it has', () => {
    for (const text of [
      'Kraków',
      'Київ',
      'Αθήνα',
      'Hà Nội',
      '14\u202f–\u202f20',
      '1\u202fk',
      'x\u2009y',
    ])
      expect([text, face.has(text)]).toEqual([text, true]);
    for (const text of ['北京', 'القاهرة', '🚀'])
      expect([text, face.has(text)]).toEqual([text, false]);
  });

  it('says how wide they are', () => {
    // 497 and 246 of 1000, as the file's table has them.
    expect(face.width('0')).toBeCloseTo(0.497, 3);
    expect(face.width('00')).toBeCloseTo(2 * face.width('0'), 6);
    expect(face.width('i')).toBeLessThan(face.width('m') / 2);
  });
});

describe('a title', () => {
  const width = (text: string) => text.length / 2;

  it('is as large as it may be in its lines', () => {
    expect(fitTitle('One two', 360, width)).toEqual({ lines: ['One two'], size: 52 });
    expect(fitTitle('Ten words '.repeat(9), 360, width).size).toBeLessThan(52);
  });

  it('ends with dots where there is no room for all of it', () => {
    const { lines, size } = fitTitle('Word '.repeat(400), 360, width);
    expect([lines.length, size]).toEqual([8, 28]);
    expect(lines.at(-1)).toMatch(/ …$/);
    for (const line of lines) expect(width(line) * size).toBeLessThanOrEqual(360);
  });

  it('of one long word is broken', () => {
    const { lines, size } = fitTitle('W'.repeat(60), 360, width);
    expect(lines.join('')).toBe('W'.repeat(60));
    for (const line of lines) expect(width(line) * size).toBeLessThanOrEqual(360);
  });

  it('may be none', () => {
    expect(fitTitle('', -72, width).lines).toEqual([]);
  });
});

describe('SVG for a drawer that knows less', () => {
  it('has the colours of the light theme', () => {
    expect(inLight('fill: var(--dl-surface); stroke="var(--dl-category-1)"')).toBe(
      'fill: #ffffff; stroke="#1b6ab4"',
    );
    expect(inLight('var(--dl-none)')).toBe('var(--dl-none)');
  });

  it('has strokes as wide before they are scaled, of ground and shapes only', () => {
    expect(
      unscaledStrokes(
        '.dl-ground .x {stroke-width: 0.5;stroke-dasharray: 3 2;} .y {stroke-width: 1;}',
        0.25,
      ),
    ).toBe('.dl-ground .x {stroke-width: 2;stroke-dasharray: 12 8;} .y {stroke-width: 1;}');
  });

  it('has dashes in their own units', () => {
    expect(
      dashesOfCircles('<circle r="10" pathLength="256" stroke-dasharray="0 64 128 256"/>'),
    ).toBe('<circle r="10" stroke-dasharray="0 15.708 31.4159 62.8319"/>');
  });

  it('is XML', () => {
    expect(asXml('<section class="map"><!--[--><g>a\u0000b</g></section>')).toBe('<g>ab</g>');
  });
});
