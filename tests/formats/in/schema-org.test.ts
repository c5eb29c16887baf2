import { expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';
import { samples } from '../samples';

it('events of schema.org become events, and keep what no member has', async () => {
  const result = await imported(samples.get('events.jsonld')!);
  expect(result.story.categories).toEqual([{ id: 'markets', label: 'Markets' }]);
  expect(result.story.features).toEqual([
    {
      type: 'Feature',
      id: 'https://example.org/concert',
      geometry: { type: 'Point', coordinates: [30.5, 50.25] },
      properties: {
        title: { en: 'Concert', de: 'Konzert' },
        when: '2031-03-04T19:00+02:00/2031-03-04T21:30+02:00',
        where: { name: 'Opera', country: 'UA' },
        status: 'postponed',
        sources: [{ title: 'example.org', url: 'https://www.example.org/concert' }],
        'json-ld': {
          '@type': 'MusicEvent',
          performer: { '@type': 'Person', name: 'Somebody' },
          location: {
            address: { '@type': 'PostalAddress', streetAddress: '1 Square', addressCountry: 'UA' },
          },
        },
      },
    },
    {
      type: 'Feature',
      id: 'fair',
      geometry: null,
      properties: {
        title: 'Fair',
        summary: 'A fair.',
        category: 'markets',
        when: '2031-03',
        where: { name: 'Strelsau' },
        sources: [
          {
            title: 'Programme',
            publisher: 'Town',
            url: 'https://example.org/fair',
            published: '2031-01-05',
          },
        ],
      },
    },
  ]);
  expect(told(result)).toEqual(['error 3 startDate bad-date', 'error 4 name missing-title']);
  expect(notes(result)).toContain('other-nodes');
});

const one = (members: object) =>
  imported(JSON.stringify({ '@context': 'https://schema.org/', '@type': 'Event', name: 'Talks', startDate: '2031-03-04', ...members })); // prettier-ignore

it('a single event is one record; what can not be read whole stays as it came', async () => {
  const citation = [{ '@type': 'Book', name: 'A book', isbn: '1' }];
  const { story } = await one({ citation, keywords: 'a, b', eventStatus: 'Unsure' });
  expect(property(story.features[0], 'json-ld')).toEqual({
    citation,
    keywords: 'a, b',
    eventStatus: 'Unsure',
  });
});

it('a context may name schema.org as its vocabulary', async () => {
  const result = await one({ '@context': { '@vocab': 'http://schema.org/' }, '@type': ['Event'] });
  expect([result.format, result.written]).toEqual(['json-ld', 1]);
});

it('the first of several locations that is a place is where; the others stay', async () => {
  const online = { '@type': 'VirtualLocation', url: 'https://example.org/' };
  const { story } = await one({ location: [online, { '@type': 'Place', name: 'Opera' }] });
  expect(story.features[0]!.properties).toMatchObject({
    where: { name: 'Opera' },
    'json-ld': { location: [online] },
  });
});

it('a date that is no text is named as it came', async () => {
  const result = await one({ startDate: ['2031'] });
  expect(result.problems[0]).toMatchObject({ field: 'startDate', value: ['2031'] });
});

it('a position that is none is named', async () => {
  const result = await one({ location: { geo: { latitude: 95, longitude: 3 } } });
  expect(told(result)).toContain('error 1 location.geo.latitude coordinate-range');
});
