import { describe, expect, it } from 'vitest';
import type { Incoming, Settable } from '../../src/embed/messages';
import { MessageQueue, type Order } from '../../src/embed/queue';

const set = (parameters: Partial<Record<Settable, string>>): Incoming => ({
  type: 'set',
  parameters,
});
const step = (to: 'next' | 'previous' | number): Incoming => ({ type: 'step', to });
const play: Incoming = { type: 'play' };
const pause: Incoming = { type: 'pause' };

function queued(...messages: Incoming[]): Order[] {
  const queue = new MessageQueue();
  for (const message of messages) queue.add(message);
  return emptied(queue);
}

function emptied(queue: MessageQueue): Order[] {
  const orders: Order[] = [];
  while (!queue.isEmpty) orders.push(queue.take()!);
  expect(queue.take()).toBeUndefined();
  return orders;
}

describe('messages that wait', () => {
  it('of one type are one: the newest value of each parameter, the sum of the steps', () => {
    expect(queued(set({ q: 'a', theme: 'dark' }), set({ q: 'b' }), set({ at: '1,2,3' }))).toEqual([
      set({ q: 'b', theme: 'dark', at: '1,2,3' }),
    ]);
    expect(queued(step('next'), step('next'), step('previous'), step('next'))).toEqual([
      { type: 'step', from: null, by: 2 },
    ]);
    expect(queued(step('next'), step(4), step('previous'))).toEqual([
      { type: 'step', from: 4, by: -1 },
    ]);
    expect(queued(play, pause, play)).toEqual([play]);
  });

  it('have one window: a later date does not keep the other end of an earlier window', () => {
    expect(queued(set({ from: '2025-01', to: '2025-02' }), set({ from: '2025-03' }))).toEqual([
      set({ from: '2025-03' }),
    ]);
    expect(queued(set({ from: '2025-01', to: '2025-02' }), set({ from: '', to: '' }))).toEqual([
      set({ from: '', to: '' }),
    ]);
    expect(queued(set({ from: '2025-01' }), set({ q: 'x' }))).toEqual([
      set({ from: '2025-01', q: 'x' }),
    ]);
  });

  it('keep their order: what is set after an event stays after it, a step between two sets too', () => {
    expect(queued(set({ event: 'a' }), set({ from: '2025' }))).toEqual([
      set({ event: 'a' }),
      set({ from: '2025' }),
    ]);
    expect(queued(set({ event: 'a' }), set({ from: '2025' }), set({ event: 'b' }))).toEqual([
      set({ from: '2025', event: 'b' }),
    ]);
    expect(queued(set({ event: 'a' }), set({ event: 'b' }))).toEqual([set({ event: 'b' })]);
    expect(queued(set({ q: 'a' }), step('next'), set({ q: 'b' }), pause)).toEqual([
      set({ q: 'a' }),
      { type: 'step', from: null, by: 1 },
      set({ q: 'b' }),
      pause,
    ]);
  });

  it('stay few in a flood of all types, and the last of each is there, in order', () => {
    const queue = new MessageQueue();
    for (let i = 0; i < 10_000; i++) {
      queue.add(set({ q: `word ${i}`, event: `event-${i}` }));
      queue.add(set({ from: '2025-01-01' }));
      queue.add(step('next'));
      queue.add(i % 2 ? play : pause);
    }
    queue.add(set({ q: 'last' }));
    const orders = emptied(queue);
    expect(orders.length).toBeLessThanOrEqual(4);
    expect(orders.at(-1)).toMatchObject({ type: 'set', parameters: { q: 'last' } });
    const steps = orders.flatMap((order) => (order.type === 'step' ? [order.by] : []));
    expect(steps.reduce((sum, by) => sum + by)).toBe(10_000);
    expect(orders.findLast(({ type }) => type === 'play' || type === 'pause')).toEqual(play);
    const events = orders.flatMap((order) =>
      order.type === 'set' && order.parameters.event ? [order.parameters.event] : [],
    );
    expect(events.at(-1)).toBe('event-9999');
  });
});
