import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import {
  remoteCalls,
  Transferred,
  answerCalls,
  type Callable,
  type CallHandlers,
  type Port,
} from '../../src/story/rpc';

interface Sums {
  add: Callable<readonly number[], number, number>;
  column: Callable<number, Float64Array>;
  later: Callable<number, string>;
}

const ends: MessageChannel[] = [];
afterEach(() => ends.splice(0).forEach(({ port1 }) => port1.close()));

function joined(offers: Partial<CallHandlers<Sums>>) {
  const channel = new MessageChannel();
  ends.push(channel);
  answerCalls<Sums>(channel.port2 as unknown as Port, offers as CallHandlers<Sums>);
  return remoteCalls<Sums>(channel.port1 as unknown as Port);
}

describe('calls through a port', () => {
  it('give a value, and news on the way', async () => {
    const calls = joined({
      add: (values, say) =>
        values.reduce((sum, value) => {
          say(sum);
          return sum + value;
        }, 0),
    });
    const news: number[] = [];
    expect(await calls.call('add', [1, 2, 3], (sum) => news.push(sum))).toBe(6);
    expect(news).toEqual([0, 1, 3]);
  });

  it('hand buffers over without a copy', async () => {
    const column = Float64Array.of(1, 2);
    const calls = joined({ column: () => new Transferred(column, [column.buffer]) });
    expect([...(await calls.call('column', 0))]).toEqual([1, 2]);
    expect(column.length).toBe(0);
  });

  it('reply as each is done, not in turn', async () => {
    const calls = joined({
      later: (ms) => new Promise((resolve) => setTimeout(() => resolve(`${ms}`), ms)),
    });
    const order: string[] = [];
    await Promise.all([30, 1].map(async (ms) => order.push(await calls.call('later', ms))));
    expect(order).toEqual(['1', '30']);
  });

  it('reject with what was thrown, and once they are closed', async () => {
    const calls = joined({
      add: () => {
        throw new RangeError('row 3: lng is 500');
      },
      later: () => new Promise(() => {}),
    });
    await expect(calls.call('add', [])).rejects.toThrow('row 3: lng is 500');
    const never = calls.call('later', 0);
    calls.close();
    await expect(never).rejects.toThrow('the calls were closed');
  });
});
