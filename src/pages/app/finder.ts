/** The course of a search: put, read, perhaps left to the reader's choice, done. */
import type { StoryService } from '../../story';

export type SearchState =
  /** Replies are of the result. `turn` changes with each search; `missed` files could not be read. */
  | { readonly state: 'done'; readonly turn: number; readonly missed: number }
  /** The search has only begun; questions wait for it. */
  | { readonly state: 'put'; readonly turn: number }
  /** The search takes longer, and replies are of the result before it; `share` is done, 0 … 1. */
  | { readonly state: 'reading'; readonly turn: number; readonly share: number }
  /** So many files would have to be read that the reader decides. */
  | { readonly state: 'large'; readonly turn: number; readonly files: number };

export function createFinder(
  story: Pick<StoryService, 'search'>,
  onchange: (next: SearchState) => void,
) {
  let last = '';
  let turn = 0;
  let latest = Promise.resolve();

  async function search(query: string, anyway: boolean): Promise<void> {
    const mine = ++turn;
    onchange({ state: 'put', turn });
    const reply = await story.search(query, anyway, (share) => {
      if (mine === turn) onchange({ state: 'reading', turn, share });
    });
    if (mine !== turn) return;
    if (reply.state === 'done') onchange({ state: 'done', turn, missed: reply.missed });
    else if (reply.state === 'large') onchange({ state: 'large', turn, files: reply.files });
  }

  return {
    /** Does nothing where the query is the last one, unless `anyway`: however many files. */
    find(query: string, anyway = false): Promise<void> {
      if (query === last && !anyway) return latest;
      last = query;
      return (latest = search(query, anyway));
    },
    /** Once the last search is over. */
    settled: () => latest,
  };
}

/** Before any search. */
export const notSearched: SearchState = { state: 'done', turn: 0, missed: 0 };
