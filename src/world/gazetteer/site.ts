/** The gazetteer's files as a site has them, below `places/` at its root. */
import type { FetchShard } from './types';

/**
 * `root` is the site's root, with its closing slash. A shard's name says what is in it, so that a
 * browser may keep it; the index is asked for anew. Rejects where the host does not answer, or with
 * an error.
 */
export function siteShards(root: string | URL): FetchShard {
  return async (file) => {
    const address = new URL(`places/${file}`, root);
    const cache = file === 'index.json' ? 'no-cache' : 'default';
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}`);
    return response.text();
  };
}
