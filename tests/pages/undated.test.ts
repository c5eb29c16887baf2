import { describe, expect, it } from 'vitest';
import { icsOut } from '../../src/formats/out/ics';
import { Losses } from '../../src/formats/out/format';
import { jsonLdOut } from '../../src/formats/out/json-ld';
import { linkedPlacesOut } from '../../src/formats/out/linked-places';
import { readStory } from '../../src/model/read/read';
import { readGeoFile } from '../../src/build/geo-file';
import { cardOf, prerender, storyAtRest } from '../../src/pages/prerender';

const files = {
  geo: (name: string) => readGeoFile(name, '.'),
  beside: () => Promise.reject(new Error('nothing is beside')),
};

function storyText(whens: readonly string[], status = 'happened'): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    title: 'A story',
    timeZone: 'Asia/Kathmandu',
    features: whens.map((when, number) => ({
      type: 'Feature',
      id: `e${number}`,
      geometry: { type: 'Point', coordinates: [30 + number, 50] },
      properties: { title: `Event ${number}`, when, status },
    })),
  });
}

async function atRest(whens: readonly string[], page: 'reader' | 'embed' = 'reader') {
  const bytes = new TextEncoder().encode(storyText(whens)).buffer as ArrayBuffer;
  const story = await storyAtRest(bytes, 'story', files);
  return { story, page: await prerender(story, page, '../', files) };
}

const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a page at rest', { timeout: 30_000 }, () => {
  it.each(['reader', 'embed'] as const)('says that there is no timeline (%s)', async (kind) => {
    const { page } = await atRest(['/', '../..'], kind);
    expect(page.body).toContain('role="group" aria-label="Timeline"');
    expect(text(page.body)).toContain(
      'No event of this story has a date, so there is no timeline.',
    );
    expect(text(page.body)).toContain('2 events in this period and map area');
    expect(text(page.body).match(/date not known/g)!.length).toBeGreaterThanOrEqual(2);
    expect(page.body + page.description + page.jsonLd).not.toContain('1970');
    expect(page.description).toBe('2 events');
  });

  it('of an empty story says so', async () => {
    const { page } = await atRest([]);
    expect(text(page.body)).toContain('The story has no events, so there is no timeline.');
    expect(page.body + page.description).not.toContain('1970');
  });

  it('names what is not drawn', async () => {
    const { page } = await atRest(['2025-12-14', '/', 'Y-17000002', 'Y17E7']);
    const said = text(page.body);
    expect(said).toContain('14 December 2025');
    expect(said).toContain(
      'Not drawn: 1 event before 10000 BC · 1 event after 9999 · 1 event without a known date',
    );
    expect(said).toContain('17,000,003 BC');
    // What is known has a bar on the track, and nothing else.
    expect(said).not.toContain('1970');
  });

  it('has a picture without dates', async () => {
    const { story } = await atRest(['/']);
    expect((await cardOf(story, files)).alt).toBe('A story: 1 event');
  });
});

describe('files for others', () => {
  const written = (format: typeof icsOut, whens: readonly string[]) => {
    const { story } = readStory(storyText(whens, 'scheduled'), 'story');
    const records = story!.events.map((event) => ({ event, feature: { type: 'Feature' } }));
    const out = { story: story!, root: {}, records, language: 'en' };
    return [...format.write(out as Parameters<typeof format.write>[0], new Losses())].join('');
  };

  it.each([icsOut, jsonLdOut, linkedPlacesOut])('$id names no date that is none', (format) => {
    const wild = ['/', 'Y17E7', 'Y-17E7', 'Y-17E7/..', '../Y17E7', '9999-12-31', '2025-12-14'];
    const text = written(format, wild);
    expect(text).not.toMatch(/1970|10000|Invalid|undefined|NaN/);
    expect(text).not.toMatch(/"(?:startDate|in|earliest)":"9999-12-31T18/);
    expect(text).toMatch(/2025-?12-?14/);
  });
});
