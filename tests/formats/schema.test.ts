import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { shapes } from '../../src/model/read/categories';
import { readStory } from '../../src/model/read/read';
import { collection, feature, type Json } from '../model/stories';

const schema = JSON.parse(readFileSync('src/model/schema/story-1.json', 'utf8')) as {
  $defs: Record<string, { properties: Record<string, { enum: string[] }> }>;
};
const ajv = new Ajv2020({ strictRequired: false, strictTypes: false, strictTuples: false });
const validate = ajv.compile(schema);
const faults = (story: unknown) =>
  validate(story) ? [] : validate.errors!.map(({ instancePath }) => instancePath);

describe('the schema of a story', () => {
  it.each(readdirSync('events').filter((name) => name.endsWith('.geojson')))('takes %s', (name) => {
    expect(faults(JSON.parse(readFileSync(`events/${name}`, 'utf8')))).toEqual([]);
  });

  const whole = feature(
    {
      summary: { en: 'x', uk: 'y' },
      category: 'talks',
      when: '2025-12-17~',
      where: { name: 'B', precision: 'point', radius: 5, country: 'DE', regions: ['DE-BE'] },
      places: [{ role: 'target', name: 'T', geometry: null }],
      status: 'ongoing',
      evidence: 'claimed',
      actors: [{ name: 'A', role: 'host' }],
      claims: [{ by: 'B', stance: 'denies', text: 'T', source: 's', on: '2025' }],
      figures: [{ measure: 'killed', min: 1, max: 2, best: 1, by: 'C' }],
      sources: ['s', { title: 'S', url: 'https://a.example/x?y=1', published: '2025-12' }],
      links: [{ rel: 'follows', event: 'other' }],
      media: [{ type: 'image', url: 'https://a.example/', alt: 'A' }],
      sensitive: 'Blood',
      note: 'By hand',
      unknown: [null],
    },
    { bbox: [1, 2, 3, 4], unknown: {} },
  );
  const members = {
    $schema: 'https://example.org/schema/story-1.json',
    description: 'D',
    language: 'pt-BR',
    asOf: '2025-12-18T10:00:00Z',
    timeZone: 'Europe/Kyiv',
    categories: [{ id: 'talks', label: { en: 'Talks' }, color: '#123', shape: 'circle' }],
    sources: { s: { title: 'S' } },
    license: 'CC0',
    credit: 'Me',
    unknown: 1,
  };

  it('takes all that a story may say, as the reader does', () => {
    const story = collection([whole, feature({ title: 'O' }, { id: 'other' })], members);
    expect(readStory(story, 's').problems).toEqual([]);
    expect(faults(story)).toEqual([]);
  });

  const changed = (properties: Json, more: Json = {}) =>
    collection([feature({ ...properties }, { ...more })]);
  it.each<[string, Json, string]>([
    ['no title', collection([], { title: undefined }), ''],
    ['an empty title', collection([], { title: ' ' }), '/title'],
    ['another type', { ...collection([]), type: 'Feature' }, '/type'],
    ['a feature without a title', changed({ title: undefined }), '/features/0/properties'],
    ['a feature without a date', changed({}, { time: undefined }), '/features/0'],
    ['a status', changed({ status: 'done' }), '/features/0/properties/status'],
    ['an evidence', changed({ evidence: 'sure' }), '/features/0/properties/evidence'],
    ['a country', changed({ where: { country: 'de' } }), '/features/0/properties/where/country'],
    ['a region', changed({ where: { regions: ['x'] } }), '/features/0/properties/where/regions/0'],
    ['a stance', changed({ claims: [{ by: 'A', text: 'T', stance: 'says' }] }), '/features/0/properties/claims/0/stance'],
    ['a link', changed({ links: [{ rel: 'near', event: 'a' }] }), '/features/0/properties/links/0/rel'],
    ['a scheme', changed({ sources: [{ title: 'S', url: 'javascript:1' }] }), '/features/0/properties/sources/0/url'],
    ['a medium without alt', changed({ media: [{ type: 'image', url: 'https://a.example/' }] }), '/features/0/properties/media/0'],
    ['a date', changed({}, { time: { date: '2025-12' } }), '/features/0/time/date'],
    ['a latitude', changed({}, { geometry: { type: 'Point', coordinates: [1, 95] } }), '/features/0/geometry/coordinates/1'],
    ['a short ring', changed({}, { geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]] } }), '/features/0/geometry/coordinates/0'],
    ['a bounding box', changed({}, { bbox: [1, 2, 3] }), '/features/0/bbox'],
    ['coordinates of a feature', changed({}, { coordinates: [] }), '/features/0'],
  ])('refuses %s, as the reader warns of it', (_, story, path) => {
    expect(faults(story)).toContain(path);
    expect(readStory(story, 's').problems).not.toEqual([]);
  }); // prettier-ignore

  it('has the words of the model', () => {
    expect([...schema.$defs.category!.properties.shape!.enum].sort()).toEqual([...shapes].sort());
    const { properties } = schema.$defs.properties!;
    for (const status of properties.status!.enum)
      expect(readStory(changed({ status }), 's').story!.events[0]!.status).toBe(status);
    for (const evidence of properties.evidence!.enum)
      expect(readStory(changed({ evidence }), 's').story!.events[0]!.evidence).toBe(evidence);
    for (const precision of (schema.$defs.precision as unknown as { enum: string[] }).enum)
      expect(readStory(changed({ where: { precision } }), 's').story!.events[0]!.where.precision).toBe(precision);
  }); // prettier-ignore
});
