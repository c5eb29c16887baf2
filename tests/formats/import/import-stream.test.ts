import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/formats/format';
import { importStream, type ImportProgress } from '../../../src/formats/import/import-stream';
import { SeenTexts } from '../../../src/formats/table/seen-texts';
import { readStory } from '../../../src/model/read/read';
import { imported } from './importing';

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
