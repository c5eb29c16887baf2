/** Where the details of a story's events lie, however they are kept. */
import type { Event, LinkRelation } from '../../model/event';
import type { Detail } from '../details.svelte';

/** A further event that one leads to. */
export interface RelatedEvent {
  readonly row: number;
  readonly relation: Relation;
  /** Named by the event itself, not by the other one. */
  readonly named: boolean;
}

/** Some rows that follow each other, or why they can't be had. */
export interface Batch {
  readonly first: number;
  readonly events: readonly Event[] | null;
}

export interface Archive {
  /** Files that must be fetched to go through all events. */
  readonly files: number;
  /** One entry for each row. */
  details(rows: readonly number[]): Promise<Detail[]>;
  rowOf(id: string): Promise<number | null>;
  /** Events that this one's links name, then those whose links name it, where they can be known. */
  leads(row: number): Promise<RelatedEvent[]>;
  /** All events, in batches, of those only that have some of these rows (ascending; `null`: all).
   * In any order. */
  batches(rows: Uint32Array | null): AsyncIterable<Batch>;
}

/** What a link is, read forwards and backwards. */
export const relations = {
  follows: ['follows', 'followed-by'],
  'part-of': ['part-of', 'includes'],
  'responds-to': ['responds-to', 'answered-by'],
} as const;

/** What a further event is to the one it is shown with. */
export type Relation = (typeof relations)[LinkRelation][number] | 'same-place';
