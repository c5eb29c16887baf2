import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import {
  openStoryIndex,
  treeOf,
  type StoryQuestion,
  type EventTable,
} from '../../src/story/story-index';
import { remoteCalls, answerCalls, type Port } from '../../src/story/rpc';
import {
  localSource,
  newest,
  portSource,
  type SourceCalls,
  type AnswerSource,
} from '../../src/story/source';
import type { Question } from '../../src/engine/types';
import { columnsOf } from '../engine/events';

/** Three events with a place and two without. */
const table: EventTable = columnsOf([
  [10, 10, 0, 10, 0],
  [NaN, NaN, 5, 15, 1],
  [20, 10, 6, 16, 1],
  [NaN, NaN, 30, 40, 2],
  [30, 10, 31, 41, 0],
]);
const whole: Question = {
  window: [0, 100],
  view: { bbox: [-180, -90, 180, 90], zoom: 18 },
  page: { offset: 0, limit: 10 },
};

describe('the desk', () => {
  it('counts events without a place by one mark, and lists them last', () => {
    const reply = openStoryIndex(table).ask({ ...whole, bins: { from: 0, to: 50, count: 5 } });
    expect(reply.total).toBe(5);
    expect(reply.marks.map(({ event }) => event).sort()).toEqual([0, 2, 4]);
    expect(reply.unplaced).toMatchObject({ count: 2, byCategory: [0, 1, 1] });
    expect([...reply.page!]).toEqual([0, 2, 4, 1, 3]);
    expect([...reply.bins!]).toEqual([1, 2, 0, 0, 2, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0]);
  });

  it('has those without a place in every view, at their row when alone', () => {
    const view: Question['view'] = { bbox: [25, 0, 35, 20], zoom: 18 };
    const reply = openStoryIndex(table).ask({ ...whole, window: [0, 20], view });
    expect(reply.total).toBe(1);
    expect(reply.unplaced).toMatchObject({ count: 1, event: 1 });
    expect(reply.marks).toEqual([]);
  });

  it('lists all by their start, where no view is looked at', () => {
    const { view: _, ...wide } = whole;
    expect([...openStoryIndex(table).ask(wide).page!]).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves out those without a place, or all others', () => {
    const desk = openStoryIndex(table);
    const bins = { from: 0, to: 50, count: 5 };
    const some = desk.ask({ ...whole, bins, unplaced: 'none' });
    expect([some.total, some.unplaced, [...some.page!]]).toEqual([3, undefined, [0, 2, 4]]);
    const none = desk.ask({ ...whole, bins, unplaced: 'only' });
    expect([none.total, none.marks, [...none.page!]]).toEqual([2, [], [1, 3]]);
    const sum = (values: Uint32Array) => values.reduce((total, value) => total + value, 0);
    const all = desk.ask({ ...whole, bins });
    expect(sum(some.bins!) + sum(none.bins!)).toBe(sum(all.bins!));
  });

  it('pages across both parts', () => {
    const desk = openStoryIndex(table);
    expect([...desk.ask({ ...whole, page: { offset: 2, limit: 2 } }).page!]).toEqual([4, 1]);
  });

  it('narrows to some rows and widens again', () => {
    const desk = openStoryIndex(table);
    desk.narrow(Uint32Array.of(1, 4));
    const reply = desk.ask(whole);
    expect([...reply.page!]).toEqual([4, 1]);
    expect(reply.marks[0]!.event).toBe(4);
    desk.narrow(null);
    expect(desk.ask(whole).total).toBe(5);
  });

  it('says how far building is, and does not open on columns that are none', () => {
    const told: number[] = [];
    openStoryIndex(table, { onprogress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(() => openStoryIndex(columnsOf([[500, 0, 0, 1, 0]]))).toThrow('row 0: lng is 500');
  });

  it('makes a tree of another version anew, and refuses one that is broken', () => {
    const answer = openStoryIndex(table).ask(whole);
    const tree = treeOf(table);
    const told: number[] = [];
    const onprogress = (done: number) => told.push(done);
    expect(openStoryIndex(table, { tree, onprogress }).ask(whole)).toEqual(answer);
    expect(told).toEqual([]);
    const older = tree.slice(0);
    new Uint32Array(older)[1]! -= 1;
    expect(openStoryIndex(table, { tree: older, onprogress }).ask(whole)).toEqual(answer);
    expect(told.at(-1)).toBe(1);
    expect(() => openStoryIndex(table, { tree: tree.slice(0, -4) })).toThrow('its length');
  });
});

describe('a source', () => {
  it('answers through a port as it does here', async () => {
    const { port1, port2 } = new MessageChannel();
    const desk = openStoryIndex(table);
    answerCalls<SourceCalls>(port2 as unknown as Port, {
      ask: (questions) => questions.map((question) => desk.ask(question)),
    });
    const source = portSource(remoteCalls<SourceCalls>(port1 as unknown as Port));
    const here = localSource(desk);
    expect(await source.ask([whole, whole])).toEqual(await here.ask([whole, whole]));
    const broken = { ...whole, window: [NaN, 0] as [number, number] };
    await expect(source.ask([broken])).rejects.toThrow('question has NaN');
    port1.close();
  });
});

describe('newest', () => {
  it('has one question in flight and one waiting, and drops what was overtaken before it was put', async () => {
    const put: StoryQuestion[] = [];
    const replies: (() => void)[] = [];
    const slow: AnswerSource = {
      ask: ([question]) => {
        put.push(question!);
        return new Promise((resolve) =>
          replies.push(() => resolve([{ marks: [], total: question!.window[0] }])),
        );
      },
    };
    const ask = newest(slow);
    const at = (from: number) => ask([{ ...whole, window: [from, 100] }]);
    const [first, second, third] = [at(1), at(2), at(3)];
    expect(await second).toBeNull();
    expect(put).toHaveLength(1);
    replies[0]!();
    expect((await first)![0]!.total).toBe(1);
    replies[1]!();
    expect((await third)![0]!.total).toBe(3);
    expect(put.map(({ window }) => window[0])).toEqual([1, 3]);
  });

  it('gives replies all along where there is always a newer question', async () => {
    let reply = () => {};
    const ask = newest({
      ask: ([question]) =>
        new Promise(
          (resolve) => (reply = () => resolve([{ marks: [], total: question!.window[0] }])),
        ),
    });
    const given: (number | null)[] = [];
    for (let from = 0; from < 10; from++) {
      void ask([{ ...whole, window: [from, 100] }]).then((replies) =>
        given.push(replies && replies[0]!.total),
      );
      if (from === 0) continue;
      reply();
      await new Promise((resolve) => setTimeout(resolve));
    }
    reply();
    await new Promise((resolve) => setTimeout(resolve));
    expect(given).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('goes on after an answer that failed', async () => {
    let fails = true;
    const source: AnswerSource = {
      ask: async () => {
        if (fails) throw new Error('no');
        return [{ marks: [], total: 9 }];
      },
    };
    const ask = newest(source);
    await expect(ask([whole])).rejects.toThrow('no');
    fails = false;
    expect((await ask([whole]))![0]!.total).toBe(9);
  });
});
