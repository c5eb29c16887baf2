import { expect, test } from 'vitest';
import { leftoversOf } from '../../../src/model/read/leftovers';
import { storyOf } from '../../view/stories';

test('what the format does not name is kept as text, less what has no value', () => {
  const gauge = { level: [1, 2] };
  const { events } = storyOf([
    {
      when: '2025',
      note: 'A note',
      gauge,
      empty: '',
      nothing: null,
      zero: 0,
      no: false,
      text: 'as it came',
    },
    { when: '2025', sources: [], media: [] },
  ]);
  expect(events[0]!.leftovers).toEqual([
    ['gauge', '{"level":[1,2]}'],
    ['zero', '0'],
    ['no', 'false'],
    ['text', 'as it came'],
  ]);
  expect(events[1]).not.toHaveProperty('leftovers');
});

test.each([null, 1, {}, { properties: null }, { properties: [1] }, { properties: { title: 'A' } }])(
  'there are none of %j',
  (feature) => expect(leftoversOf(feature)).toBeUndefined(),
);
