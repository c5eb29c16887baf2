import { expect, it } from 'vitest';
import { holdsAll, searchText, queryWords } from '../../src/story/words-in-text';
import { storyOf } from '../view/stories';

const event = storyOf([{ when: '2025', summary: { en: 'Near Kyiv', uk: 'Біля Києва, Берлін' } }])
  .events[0]!;

it('finds words in every language, without case or accents, all of them or nothing', () => {
  const text = searchText(event, 'Talks');
  const holds = (query: string) => holdsAll(text, queryWords(query));
  expect(holds('БЕРЛІН kyïv')).toBe(true);
  expect(holds('talks  event')).toBe(true);
  expect(holds('talks paris')).toBe(false);
  expect(queryWords('  ')).toEqual([]);
});
