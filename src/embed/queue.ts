/**
 * Messages that wait to be followed, few however many come: the newest wins. Pure.
 *
 * Neighbours of one type become one. Of `set`s, each parameter has its newest value, whether it can be
 * followed or not; `from` and `to` are one parameter, the window. `step`s add up from the last that
 * names a place in the list. Of `play` and `pause` the later one holds. Where more than `most` still
 * wait, all of a type become one, in the order in which the last of each type came.
 */
import type { Incoming } from './messages';

type Parameters = Extract<Incoming, { type: 'set' }>['parameters'];

/** What is to be done. */
export type Order =
  | { readonly type: 'set'; readonly parameters: Parameters }
  /** `by` so many events on (back, where negative) from the place `from`, which counts from 0; `null`
   * is the selected event's. */
  | { readonly type: 'step'; readonly from: number | null; readonly by: number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' };

/** Orders that wait in exactly the order in which they came. */
const most = 4;

export class MessageQueue {
  #orders: Order[] = [];

  get isEmpty(): boolean {
    return this.#orders.length === 0;
  }

  add(message: Incoming): void {
    append(this.#orders, orderOf(message));
    if (this.#orders.length > most) this.#orders = condensed(this.#orders);
  }

  /** The oldest, which waits no more. */
  take(): Order | undefined {
    return this.#orders.shift();
  }
}

function orderOf(message: Incoming): Order {
  if (message.type !== 'step') return message;
  const { to } = message;
  if (typeof to === 'number') return { type: 'step', from: to, by: 0 };
  return { type: 'step', from: null, by: to === 'next' ? 1 : -1 };
}

/** Adds an order, as part of the last one where the two can be one. */
function append(orders: Order[], next: Order): void {
  const last = orders.at(-1);
  const one = last ? together(last, next) : null;
  if (!one) return void orders.push(next);
  orders.pop();
  append(orders, one);
}

/** One order in place of two that follow each other, `null` where there is none. */
function together(first: Order, next: Order): Order | null {
  if (first.type === 'set')
    return next.type === 'set' ? setTogether(first.parameters, next.parameters) : null;
  if (first.type === 'step') {
    if (next.type !== 'step') return null;
    return next.from === null ? { ...next, from: first.from, by: first.by + next.by } : next;
  }
  return next.type === 'play' || next.type === 'pause' ? next : null;
}

function setTogether(first: Parameters, next: Parameters): Order | null {
  // An event may bring a window along: what is set after it stays after it.
  if (first.event !== undefined && next.event === undefined) return null;
  const { from, to, ...rest } = first;
  const window = isWindow(next)
    ? {}
    : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return { type: 'set', parameters: { ...rest, ...window, ...next } };
}

/** Whether it chooses a window: by a date, or by taking both back. */
function isWindow({ from, to }: Parameters): boolean {
  return !!from || !!to || (from === '' && to === '');
}

function condensed(orders: readonly Order[]): Order[] {
  const kinds = new Map<string, Order[]>();
  for (const order of orders) {
    const kind = order.type === 'pause' ? 'play' : order.type;
    const own = kinds.get(kind) ?? [];
    append(own, order);
    // The last to come stands last.
    kinds.delete(kind);
    kinds.set(kind, own);
  }
  return [...kinds.values()].flat();
}
