import { expect, it } from 'vitest';
import { unpackText } from '../../src/formats/packed';
import { readStory } from '../../src/model/read/read';
import { changes, differences, exported, listed, unheld } from '../formats/out/round-trip';
import { StoryMaker } from '../formats/out/stories';
import { packed } from '../formats/packed/packing';
import { amount, randomFrom, seed } from './amount';

const COUNT = amount(20, 1000);
const LANGUAGES = [undefined, 'en', 'uk', 'de'];

it.each(['geojson', 'csv', 'linked-places', 'json-feed'])(
  'stories come back from %s as they were, but for what was listed before',
  async (format) => {
    for (let number = 0; number < COUNT; number++) {
      const story = new StoryMaker(randomFrom(seed + number)).story();
      const { text, losses } = exported(format, story, LANGUAGES[number % LANGUAGES.length]);
      const lost = await differences(story, text);
      const said = format === 'geojson' ? [...listed(losses), ...unreadable(story)] : listed(losses);
      expect([seed + number, lost]).toEqual([seed + number, said]);
    }
  },
  amount(60_000, 900_000),
); // prettier-ignore

it(
  'packed stories come back member by member, records that can not be shown too',
  async () => {
    for (let number = 0; number < COUNT; number++) {
      const story = new StoryMaker(randomFrom(seed + number)).story();
      const { buffer, read } = await packed(story);
      let text = '';
      for await (const piece of unpackText(buffer, read)) text += piece;
      expect([seed + number, JSON.stringify(JSON.parse(text))]).toEqual([seed + number, JSON.stringify(story)]);
    }
  },
  amount(60_000, 900_000),
); // prettier-ignore

it.each(['ics', 'json-feed', 'json-ld'])(
  'every member of a story stands in %s or was listed before',
  (format) => {
    for (let number = 0; number < COUNT; number++) {
      const story = new StoryMaker(randomFrom(seed + number)).story();
      expect([seed + number, unheld(format, story)]).toEqual([seed + number, []]);
    }
  },
  amount(60_000, 900_000),
);

it.each(['ics', 'json-ld'])(
  'events come back from %s with the meaning that they had, but for what was listed before',
  async (format) => {
    for (let number = 0; number < COUNT; number++) {
      const story = new StoryMaker(randomFrom(seed + number)).story();
      const language = LANGUAGES[number % LANGUAGES.length] ?? 'en';
      expect([seed + number, await changes(format, story, language)]).toEqual([seed + number, []]);
    }
  },
  amount(60_000, 900_000),
);

/** Records that can't be shown stand in the file; whoever reads it is told of each. */
function unreadable(story: unknown): [string, number][] {
  const { rejected } = readStory(story, 'story');
  return rejected > 0 ? [['record', rejected]] : [];
}
