import { expect, it } from 'vitest';
import { differences, exported, listed, unheld } from '../formats/out/round-trip';
import { StoryMaker } from '../formats/out/stories';
import { amount, randomFrom, seed } from './amount';

const COUNT = amount(20, 1000);

it.each(['geojson', 'csv', 'linked-places'])(
  'stories come back from %s as they were, but for what was listed before',
  async (format) => {
    for (let number = 0; number < COUNT; number++) {
      const story = new StoryMaker(randomFrom(seed + number)).story();
      const { text, losses } = exported(format, story);
      const lost = await differences(story, text);
      expect([seed + number, lost]).toEqual([seed + number, listed(losses)]);
    }
  },
  amount(60_000, 900_000),
);

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
