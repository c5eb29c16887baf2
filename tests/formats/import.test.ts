import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format';
import { importStream, type ImportProgress } from '../../src/formats/import';
import { SeenTexts } from '../../src/formats/seen';
import { readStory } from '../../src/model/read';
import { imported, type Imported } from './importing';

describe('the checks of an import', { timeout: 60_000 }, () => {
  /** Problems that are said once for a story, not at each record. */
  const REFERENCES = /^unknown-(source|category|event)$|^duplicate-id$/;
  const kinds = (problems: readonly { severity: string; field: string; code: string }[]) =>
    problems
      .filter(({ code }) => !REFERENCES.test(code))
      .map(({ severity, field, code }) => `${severity} ${field} ${code}`)
      .sort();

  it('are those of the reading of a story', async () => {
    const text = fc.constantFrom('', 'T', 5, null, { en: 'T' }, {});
    const when = fc.constantFrom('2024-01-05', '2024-13', '2030', undefined, 7, '2024-01-06/..');
    const properties = fc.record(
      {
        title: text,
        summary: text,
        when,
        category: fc.constantFrom('a', 'b', 5),
        status: fc.constantFrom('scheduled', 'happened', 'odd'),
        where: fc.constantFrom({ country: 'DE' }, { country: 'de' }, 5),
        sources: fc.constantFrom(['s'], ['x'], [{ url: 'javascript:1' }], 'no'),
        figures: fc.constantFrom([{ measure: 'killed', min: 3, max: 1 }], [{}]),
        media: fc.constantFrom([{ url: 'https://a.example/' }], [5]),
        links: fc.constantFrom([{ rel: 'follows', event: 'e1' }], [{ event: 'e2' }]),
      },
      { requiredKeys: ['title'] },
    );
    const feature = fc.record(
      {
        type: fc.constantFrom('Feature', 'Feature', 'Feature', 'Other'),
        id: fc.constantFrom('e1', 'e2', 'e3', 5, '', null, {}),
        time: fc.constantFrom({ date: '2024-01-05' }, { date: '2024' }, {}, 5),
        geometry: fc.constantFrom(null, 5, { type: 'Point', coordinates: [0, 0] }, { type: 'Point', coordinates: [500, 0] }),
        bbox: fc.constantFrom([1, 2, 3, 4], [1]),
        properties,
      },
      { requiredKeys: ['type', 'properties'] },
    ); // prettier-ignore
    const members = fc.record(
      {
        title: text,
        asOf: fc.constantFrom('2025-01-01', 'soon'),
        language: fc.constantFrom('uk', 5),
        timeZone: fc.constantFrom('Europe/Kyiv', 'Nowhere'),
        categories: fc.constantFrom([{ id: 'a' }], [{}], 5),
        sources: fc.constantFrom({ s: { title: 'S' } }, []),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(members, fc.array(feature, { minLength: 1 }), async (root, features) => {
        const collection = { type: 'FeatureCollection', ...root, features };
        const result = await imported(JSON.stringify(collection), { format: 'story' });
        const reading = readStory(
          JSON.parse(JSON.stringify({ ...collection, title: root.title })),
          's',
        );
        if (!reading.story) return;
        expect(kinds(result.problems)).toEqual(kinds(reading.problems));
        expect(result.written).toBe(reading.story.events.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any input', { timeout: 60_000 }, () => {
  const story = readFileSync('tests/fixtures/some-bad.geojson');
  const table = Buffer.from(
    'id,date,title,type,lat,lng,country,url,notes\n' +
      Array.from({ length: 12 }, (_, at) => {
        const date = at % 3 ? `${at + 1}/13/2024` : `2024-02-${10 + at}`;
        return `e${at},${date},"Title, ""${at}""",kind ${at % 2},${40 + at}.5,${20 - at},Ukraine,https://a.example/${at},`;
      }).join('\r\n'),
  );
  const sequence = Buffer.from(
    ['x', 'y'].map((id) => `\x1e{"type":"Feature","id":"${id}","properties":{"title":"${id}","when":"2024"},"geometry":null}\n`).join(''),
  ); // prettier-ignore
  const nasty = [
    ...['"', "'", ',', ';', '\t', '\n', '\r', '{', '}', '[', ']', ':', '\\', '\0', '\ufeff'],
    ...[
      '\x1e',
      '1e999',
      '-9999',
      '31/12/2020',
      '__proto__',
      '=1+1',
      '[['.repeat(90),
      '"features":[',
    ],
  ];
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: 40 }),
    put: fc.constantFrom('', ...nasty),
    byte: fc.integer({ min: 0, max: 255 }),
  });
  const input = fc.tuple(
    fc.constantFrom(story, table, sequence),
    fc.array(change, { maxLength: 5 }),
    fc.constantFrom(undefined, undefined, 'csv', 'geojson', 'geojsonl', 'story'),
    fc.constantFrom(1000, 17, 1e6),
  );

  it('is read, or refused with a sentence; nothing is lost silently', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ([seed, changes, format, size]) => {
        let bytes = seed;
        for (const { at, remove, put, byte } of changes) {
          const place = Math.floor(at * bytes.length);
          const middle = put === '' ? Buffer.from([byte]) : Buffer.from(put);
          bytes = Buffer.concat([bytes.subarray(0, place), middle, bytes.subarray(place + remove)]);
        }
        let result: Imported;
        try {
          // What holds for any import is held there.
          result = await imported(bytes, { format, size });
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          expect((error as Error).message).not.toBe('');
          return;
        }
        const ids = result.story.features.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        // Another way of cutting the bytes changes nothing.
        const again = await imported(bytes, { format, size: 61 });
        expect(again.text).toBe(result.text);
        // And what was written is a story.
        const reading = readStory(result.text, 'x');
        expect(reading.rejected).toBe(0);
        expect(reading.story?.events.length ?? result.written).toBe(result.written);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a long import', { timeout: 30_000 }, () => {
  const row = (at: number) => `2024-01-${String((at % 28) + 1).padStart(2, '0')},Event ${at},1,2\n`;
  const lines = new TextEncoder().encode(Array.from({ length: 2000 }, (_, at) => row(at)).join(''));
  const source = (pieces: number) => ({
    name: 'many.csv',
    async *open() {
      yield new TextEncoder().encode('date,title,lat,lng\n');
      for (let at = 0; at < pieces; at++) yield lines;
    },
  });

  it('says how far it is, and is stopped', async () => {
    const stop = new AbortController();
    const seen: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress) => {
      seen.push(progress);
      if (progress.phase === 'converting') stop.abort(new Error('stopped'));
    };
    const outlet = { story: () => {}, problem: () => {} };
    const running = importStream(source(1e9), outlet, {
      format: 'story',
      onProgress,
      signal: stop.signal,
    });
    await expect(running).rejects.toThrow(FormatError);
    setTimeout(() => stop.abort(new Error('stopped')), 300);
    const endless = importStream(source(1e9), outlet, { onProgress, signal: stop.signal });
    await expect(endless).rejects.toThrow('stopped');
    expect(seen[0]).toMatchObject({ phase: 'learning', read: 0 });
  });

  it('waits for whoever writes its results', async () => {
    let [waiting, most] = [0, 0];
    const outlet = {
      async story() {
        most = Math.max(most, ++waiting);
        await new Promise((done) => setTimeout(done, 1));
        waiting--;
      },
      problem: () => {},
    };
    const summary = await importStream(source(5), outlet);
    expect([summary.written, most]).toEqual([10_000, 1]);
  });
});

describe('texts that were seen', () => {
  it('are known again', () => {
    const seen = new SeenTexts();
    const texts = Array.from({ length: 30_000 }, (_, at) => `text ${at}`);
    for (const [at, text] of texts.entries()) expect(seen.add(text, at)).toBeUndefined();
    for (const [at, text] of texts.entries()) expect(seen.add(text, 7)).toBe(at);
    expect(seen.get('text 30000')).toBeUndefined();
  });
});
