/** The shards as files of a built page: each has an address of its own and is fetched by need. Apart
 * from `index.ts`, which runs without Vite. */
import type { FetchShard } from './types';

const addresses: Record<string, string> = import.meta.glob(
  '../../geo/out/places/{*.txt,index.json}',
  {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  },
);

/** Rejects where the host does not answer, or with an error. */
export const fetchAsset: FetchShard = async (file) => {
  const address = addresses[`../../geo/out/places/${file}`];
  if (!address) throw new Error(`the gazetteer has no file ${file}`);
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  return response.text();
};
