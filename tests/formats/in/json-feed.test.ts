import { expect, it } from 'vitest';
import { imported, told } from '../import/importing';
import { samples } from '../samples';

it('a feed of a story is the story again; items of others are named', async () => {
  const { story, ...result } = await imported(samples.get('feed.json')!);
  expect(story).toMatchObject({ title: { en: 'Fires', de: 'Feuer' }, timeZone: 'Europe/Kyiv' });
  expect(story.features).toMatchObject([
    { id: 'mill', properties: { title: { de: 'Mühle' }, when: '2031-03-04~', category: 'fire' } },
    { id: 'record-2', geometry: null, properties: { title: 'Barn', when: '2031-03-05' } },
  ]);
  expect(told({ story, ...result })).toEqual(['error 3 _datelines.feature not-a-record']);
});

it('a feed of somebody else is read as JSON', async () => {
  const item = { id: '1', title: 'Fire', date_published: '2031-03-04' };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Fires', items: [item, item] };
  expect((await imported(JSON.stringify(feed))).format).toBe('json');
});
