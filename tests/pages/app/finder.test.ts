import { expect, it } from 'vitest';
import { createFinder, type SearchState } from '../../../src/pages/app/finder';
import type { SearchReply } from '../../../src/story';

function watched() {
  const told: SearchState[] = [];
  const waiting: {
    query: string;
    anyway: boolean;
    reply(reply: SearchReply): void;
    say(share: number): void;
  }[] = [];
  const finder = createFinder(
    {
      search: (query, anyway, say) =>
        new Promise((reply) => waiting.push({ query, anyway, reply, say })),
    },
    (finding) => told.push(finding),
  );
  return { finder, told, waiting };
}

it('puts a search, tells how far it is, and that it is done', async () => {
  const { finder, told, waiting } = watched();
  await finder.find('');
  expect(told).toEqual([]);
  const done = finder.find('kyiv');
  waiting[0]!.say(0.5);
  waiting[0]!.reply({ state: 'done', found: 3, missed: 0 });
  await done;
  expect(told.map(({ state }) => state)).toEqual(['put', 'reading', 'done']);
  await finder.find('kyiv');
  expect(waiting).toHaveLength(1);
});

it('leaves a large one to the reader, who may have it anyway', async () => {
  const { finder, told, waiting } = watched();
  const first = finder.find('kyiv');
  waiting[0]!.reply({ state: 'large', files: 5000 });
  await first;
  expect(told.at(-1)).toMatchObject({ state: 'large', files: 5000 });
  void finder.find('kyiv', true);
  expect(waiting[1]).toMatchObject({ query: 'kyiv', anyway: true });
});

it('hears nothing more of a search that a newer one overtook', async () => {
  const { finder, told, waiting } = watched();
  const first = finder.find('ky');
  const second = finder.find('kyiv');
  waiting[0]!.say(0.5);
  waiting[0]!.reply({ state: 'overtaken' });
  waiting[1]!.reply({ state: 'done', found: 1, missed: 0 });
  await Promise.all([first, second]);
  expect(told.map(({ state, turn }) => `${state} ${turn}`)).toEqual(['put 1', 'put 2', 'done 2']);
});
