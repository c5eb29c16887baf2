/** What a page is to show, and a file opened with choices made for another. */
import type { AtRest } from './start/at-rest';
import type { Address, AddressNote, Read } from '../view/address';
import { StoryError, type OpenRequest } from '../story';
import type { WhyNot } from './dialogs/DropZone.svelte';

export interface Showing {
  readonly request: OpenRequest;
  readonly address: Address;
  readonly notes: readonly AddressNote[];
  readonly windowIn: Read['windowIn'];
  /** What the page was sent with, where it is the same story. */
  readonly atRest: AtRest | null;
  /** Where a file of the device is kept, and the query string of what was shown before it. */
  readonly file?: {
    readonly key: string;
    readonly back: string;
    /** Its columns, as it was first read. */
    readonly columns?: readonly string[];
    /** It is read with choices that were made for a file with the same columns. */
    readonly remembered?: boolean;
  };
}

/** The same once more; the page it was sent with is gone. @param reading In another way. */
export function anew(showing: Showing, reading = showing.request.reading): Showing {
  return {
    ...showing,
    atRest: null,
    request: { ...showing.request, reading, choices: undefined, points: undefined },
  };
}

/** Why a story can't be shown. */
export function whyNot(error: unknown): WhyNot {
  return {
    message: error instanceof Error ? error.message : String(error),
    problems: error instanceof StoryError ? error.problems : [],
  };
}
