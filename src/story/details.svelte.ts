/**
 * What is known of a story's events beyond their columns: fetched by need and kept within bounds.
 * Where a story is small, all of it is there from the start, and nothing is ever fetched.
 *
 * Reading is reactive: what has read `get` or `failure` in a component is drawn again once details
 * have come.
 */
/* eslint-disable svelte/prefer-svelte-reactivity -- one counter tells of every change: a signal for
   each of thousands of rows would cost more than all drawing. */
import type { Event } from '../model/event';
import { t } from '../words/page';

/** A row's event, or why it can't be had. */
export type Detail =
  | { readonly row: number; readonly event: Event }
  | { readonly row: number; readonly failure: string };

/** Gets details from wherever they lie; one entry for each row asked for. */
export type FetchDetails = (rows: readonly number[]) => Promise<readonly Detail[]>;

/** Who needs rows; the first in this list are served first. */
const askers = ['article', 'step', 'list', 'timeline', 'related', 'map', 'place'] as const;
export type Asker = (typeof askers)[number];

/** Rows in one fetch. */
const batch = 120;
/** Milliseconds that needs must stand still: what is only scrubbed past is never fetched. */
const patience = 90;
/** Milliseconds after which rows that are on their way say so, and no longer hold up others. */
const long = 5000;

export class Details {
  readonly #fetch: FetchDetails;
  readonly #limit: number;
  /** By row, those needed last at the end. */
  readonly #known = new Map<number, Detail>();
  readonly #needs = new Map<Asker, readonly number[]>();
  /** How often details came: what read them is drawn again. */
  #arrivals = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fetching = false;
  /** Rows on their way. */
  readonly #flying = new Set<number>();
  /** Those of them that take long. */
  readonly #late = new Set<number>();

  /**
   * @param all Every event by row, where they are few; `fetch` is then never called.
   * @param limit Most rows kept at once, beyond those that are needed.
   */
  constructor(fetch: FetchDetails, all: readonly Event[] = [], limit = 3000) {
    this.#fetch = fetch;
    this.#limit = Math.max(limit, all.length);
    all.forEach((event, row) => this.#known.set(row, { row, event }));
  }

  /** The event, where its details are here. */
  get(row: number): Event | undefined {
    void this.#arrivals;
    const detail = this.#known.get(row);
    return detail && 'event' in detail ? detail.event : undefined;
  }

  /** Why a row's details could not be had. */
  failure(row: number): string | undefined {
    void this.#arrivals;
    const detail = this.#known.get(row);
    return detail && 'failure' in detail ? detail.failure : undefined;
  }

  /** Its details have been on their way for some seconds. */
  late(row: number): boolean {
    void this.#arrivals;
    return this.#late.has(row);
  }

  /** Asks once more for all that could not be had and is needed. */
  again(): void {
    for (const [row, detail] of this.#known) if ('failure' in detail) this.#known.delete(row);
    this.#arrivals++;
    void this.#fill();
  }

  /** What has been drawn from details is drawn again: what belongs to them has come. */
  touch(): void {
    this.#arrivals++;
  }

  /** From now on these rows are needed there, the most urgent first, in place of what was. */
  need(asker: Asker, rows: readonly number[]): void {
    this.#needs.set(asker, rows);
    if (this.#missing().length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(), patience);
  }

  /** Fetches one row now; again, where it failed before. Never rejects. */
  async load(row: number): Promise<void> {
    if (this.get(row)) return;
    if (this.#known.delete(row)) this.#arrivals++;
    this.#take(await this.#get([row], () => {}));
  }

  async #fill(): Promise<void> {
    const rows = this.#missing();
    if (this.#fetching || rows.length === 0) return;
    this.#fetching = true;
    let waits = true;
    const goOn = () => {
      if (!waits) return;
      waits = false;
      this.#fetching = false;
      void this.#fill();
    };
    this.#take(await this.#get(rows, goOn));
    goOn();
  }

  /** @param onlate Called where they take long. */
  async #get(rows: readonly number[], onlate: () => void): Promise<readonly Detail[]> {
    for (const row of rows) this.#flying.add(row);
    const timer = setTimeout(() => {
      for (const row of rows) this.#late.add(row);
      this.#arrivals++;
      onlate();
    }, long);
    try {
      const details = await this.#fetch(rows);
      const came = new Set(details.map(({ row }) => row));
      const others = rows.filter((row) => !came.has(row));
      return [...details, ...others.map((row) => ({ row, failure: t('details.none') }))];
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return rows.map((row) => ({ row, failure }));
    } finally {
      clearTimeout(timer);
      for (const row of rows) {
        this.#flying.delete(row);
        this.#late.delete(row);
      }
    }
  }

  /** Rows that the most urgent of the askers still lacks. */
  #missing(): number[] {
    for (const asker of askers) {
      const rows =
        this.#needs.get(asker)?.filter((row) => !this.#known.has(row) && !this.#flying.has(row)) ??
        [];
      if (rows.length > 0) return rows.slice(0, batch);
    }
    return [];
  }

  #take(details: readonly Detail[]): void {
    for (const detail of details) {
      this.#known.delete(detail.row);
      this.#known.set(detail.row, detail);
    }
    const needed = new Set([...this.#needs.values()].flat());
    for (const row of this.#known.keys()) {
      if (this.#known.size <= this.#limit) break;
      if (!needed.has(row)) this.#known.delete(row);
    }
    this.#arrivals++;
  }
}
