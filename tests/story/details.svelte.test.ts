import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detail } from '../../src/story/details.svelte';
import { Details } from '../../src/story/details.svelte';
import { storyOf } from '../view/stories';

const { events } = storyOf(Array.from({ length: 40 }, () => ({ when: '2025' })));
const detail = (row: number): Detail => ({ row, event: events[row]! });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(fetch: (rows: readonly number[]) => Promise<Detail[]>, limit?: number) {
  const asked: (readonly number[])[] = [];
  const details = new Details((rows) => (asked.push(rows), fetch(rows)), [], limit);
  return { details, asked };
}

describe('details', () => {
  it('come by need', async () => {
    const { details, asked } = watched(async (rows) => rows.map(detail));
    expect(details.get(3)).toBeUndefined();
    details.need('list', [3, 4]);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([[3, 4]]);
    expect(details.get(3)?.id).toBe('e3');
  });

  it('are not fetched for what is only scrubbed past', async () => {
    const { details, asked } = watched(async (rows) => rows.map(detail));
    for (let row = 0; row < 20; row++) {
      details.need('list', [row]);
      await vi.advanceTimersByTimeAsync(16);
    }
    await vi.runAllTimersAsync();
    expect(asked).toEqual([[19]]);
  });

  it('come for the article first, then the list, then the map', async () => {
    const { details, asked } = watched(async (rows) => rows.map(detail));
    details.need('map', [7, 8]);
    details.need('list', [1, 7]);
    details.need('article', [5]);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([[5], [1, 7], [8]]);
  });

  it('say why they can not be had, and are asked for again by name only', async () => {
    let broken = true;
    const { details, asked } = watched(async (rows) => {
      if (broken) throw new Error('the server answered 404');
      return rows.map(detail);
    });
    details.need('list', [2]);
    await vi.runAllTimersAsync();
    expect(details.failure(2)).toBe('the server answered 404');
    details.need('list', [2]);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    broken = false;
    await details.load(2);
    expect([details.get(2)?.id, details.failure(2)]).toEqual(['e2', undefined]);
  });

  it('that failed come when they are asked for again, for all who need them', async () => {
    let broken = true;
    const { details, asked } = watched(async (rows) =>
      rows.map((row) => (broken && row !== 1 ? { row, failure: 'no answer' } : detail(row))),
    );
    details.need('list', [1, 2]);
    details.need('map', [3]);
    await vi.runAllTimersAsync();
    expect([details.failure(2), details.failure(3)]).toEqual(['no answer', 'no answer']);
    broken = false;
    details.again();
    await vi.runAllTimersAsync();
    expect([1, 2, 3].map((row) => details.get(row)?.id)).toEqual(['e1', 'e2', 'e3']);
    expect(asked).toEqual([[1, 2], [3], [2], [3]]);
  });

  it('that hang say so after five seconds, and let others be fetched', async () => {
    let answer: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const { details, asked } = watched(async (rows) => {
      if (rows.includes(2)) await answered;
      return rows.map(detail);
    });
    details.need('list', [2]);
    await vi.advanceTimersByTimeAsync(4000);
    details.need('list', [2, 3]);
    await vi.advanceTimersByTimeAsync(900);
    expect([details.late(2), asked]).toEqual([false, [[2]]]);
    await vi.advanceTimersByTimeAsync(200);
    expect([details.late(2), details.late(3), details.get(3)?.id]).toEqual([true, false, 'e3']);
    answer!();
    await vi.runAllTimersAsync();
    expect([details.late(2), details.get(2)?.id]).toEqual([false, 'e2']);
    expect(asked).toEqual([[2], [3]]);
  });

  it('do not ask for ever where a row gets no answer', async () => {
    const { details, asked } = watched(async () => []);
    details.need('list', [2]);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    expect(details.failure(2)).toBe('The server sent no details.');
  });

  it('are let go of beyond the limit, but never what is needed', async () => {
    const { details } = watched(async (rows) => rows.map(detail), 10);
    details.need('list', [0, 1]);
    await vi.runAllTimersAsync();
    for (let first = 2; first < 38; first += 6) {
      details.need(
        'map',
        [0, 1, 2, 3, 4, 5].map((step) => first + step),
      );
      await vi.runAllTimersAsync();
    }
    const kept = events.flatMap((_, row) => (details.get(row) ? [row] : []));
    expect(kept).toHaveLength(10);
    expect(kept).toEqual(expect.arrayContaining([0, 1, 32, 37]));
  });

  it('are all there where the story is small', async () => {
    const details = new Details(() => Promise.reject(new Error('never asked')), events);
    details.need('list', [0, 39]);
    await vi.runAllTimersAsync();
    expect([details.get(0)?.id, details.get(39)?.id]).toEqual(['e0', 'e39']);
  });
});
