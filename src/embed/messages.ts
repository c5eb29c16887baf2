/**
 * The messages between an embedded map and the page around it, as a table: each checked on the way
 * in, on both sides. Pure.
 *
 * Plain objects by `postMessage`: `{"datelines": 1, "type": …}` and the members of the type. Anything
 * else is ignored.
 *
 * However many come, a map follows the newest, once a frame (`queue.ts` says what becomes of the
 * others). It sends no more than ten messages of a type in a second.
 */

/** From the map to the page. */
export type Outgoing =
  | { readonly type: 'ready' }
  /** Pixels that the map would like to be high. */
  | { readonly type: 'height'; readonly px: number }
  /** What is looked at, as the address says it: both dates inclusive, empty where the story has no
   * timeline; `at` as `lng,lat,zoom`. */
  | {
      readonly type: 'change';
      readonly from: string;
      readonly to: string;
      readonly at: string;
      readonly total: number;
    }
  /** The selected event's id, `null` for none. */
  | { readonly type: 'select'; readonly event: string | null }
  /** No story can be shown; the sentence says why, for a reader. Nothing else follows, unless the
   * reader tries again. */
  | { readonly type: 'error'; readonly message: string };

/** Parameters of the view, which changes as they are set. */
export const viewParameters = [
  'from',
  'to',
  'event',
  'at',
  'show',
  'unplaced',
  'q',
  'theme',
] as const;
/** Parameters for which the frame opens itself anew, with all else as it is. */
export const openingParameters = ['story', 'src', 'lang', 'borders', 'projection'] as const;

/** What a page around may set: the parameters of a page. */
export const settable = [...viewParameters, ...openingParameters] as const;
export type Settable = (typeof settable)[number];

/** From the page to the map. */
export type Incoming =
  /** As the address has them; an empty text takes a parameter back. */
  | { readonly type: 'set'; readonly parameters: Readonly<Partial<Record<Settable, string>>> }
  /** An event of the window, in the order of time, from 0. */
  | { readonly type: 'step'; readonly to: 'next' | 'previous' | number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' };

/** `Incoming` as it is sent: parameters beside the type. */
export type IncomingFields =
  | ({ readonly type: 'set' } & Readonly<Partial<Record<Settable, string>>>)
  | Exclude<Incoming, { type: 'set' }>;

/** Characters of one text at most. */
export const longestText = 2000;

type Plain = Readonly<Record<string, unknown>>;

const incoming: Readonly<Record<Incoming['type'], (data: Plain) => Incoming | null>> = {
  set(data) {
    const parameters: Partial<Record<Settable, string>> = {};
    for (const key of settable) {
      if (!Object.hasOwn(data, key)) continue;
      const value = data[key] === null ? '' : data[key];
      if (typeof value !== 'string' || value.length > longestText) return null;
      parameters[key] = value;
    }
    return Object.keys(parameters).length > 0 ? { type: 'set', parameters } : null;
  },
  step({ step, to = step, index = to }) {
    if (index === 'next' || index === 'previous') return { type: 'step', to: index };
    return isCount(index) ? { type: 'step', to: index } : null;
  },
  play: () => ({ type: 'play' }),
  pause: () => ({ type: 'pause' }),
};

const outgoing: Readonly<Record<Outgoing['type'], (data: Plain) => Outgoing | null>> = {
  ready: () => ({ type: 'ready' }),
  height: ({ px }) => (isCount(px) && px > 0 && px <= 10_000 ? { type: 'height', px } : null),
  change({ from, to, at, total }) {
    return isText(from) && isText(to) && isText(at) && isCount(total)
      ? { type: 'change', from, to, at, total }
      : null;
  },
  select: ({ event }) => (event === null || isText(event) ? { type: 'select', event } : null),
  error: ({ message }) => (isText(message) ? { type: 'error', message } : null),
};

/** What a page sent to a map; `null` where it is no message to one. Never throws. */
export function readIncoming(data: unknown): Incoming | null {
  return read(data, incoming);
}

/** What a map sent to its page; `null` where it is no message of one. Never throws. */
export function readOutgoing(data: unknown): Outgoing | null {
  return read(data, outgoing);
}

/** A message as it is sent. */
export function written(message: Outgoing | IncomingFields): object {
  return { datelines: 1, ...message };
}

function read<Message>(
  data: unknown,
  table: Readonly<Record<string, (data: Plain) => Message | null>>,
): Message | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  if (!Object.hasOwn(data, 'datelines') || !Object.hasOwn(data, 'type')) return null;
  const { datelines, type } = data as Plain;
  if (datelines !== 1 || typeof type !== 'string' || !Object.hasOwn(table, type)) return null;
  return table[type]!(data as Plain);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
