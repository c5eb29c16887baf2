/**
 * Where the files that the recipe wrote are, and how a page or its worker fetches them. They are
 * files beside the scripts, not parts of them, so that page and worker share what a browser keeps.
 * A chunk of its own, so that the table of addresses comes with the first of them.
 */

const addresses: Record<string, string> = import.meta.glob(
  [
    '../../geo/out/*.json',
    '../../geo/out/cities/*.json',
    '../../geo/out/regions/*.json',
    '!../../geo/out/checksums.json',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);

/** Milliseconds that one may take, 200 kB at most. */
const patience = 60_000;

/** A file's value by its path below the folder of all, without the ending; `undefined` where there
 * is no such file. Rejects where it can't be fetched. */
export async function fetchFile(name: string): Promise<unknown> {
  const address = addresses[`../../geo/out/${name}.json`];
  if (address === undefined) return undefined;
  let reason: string;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (response.ok) return await response.json();
    reason = String(response.status);
  } catch (error) {
    reason = (error as Error).message;
  }
  // Only what opens stories shows this, and has the messages already; the map stays as it is.
  const { t } = await import('../words/reading');
  throw new Error(t('world.notFetched', { name, reason }));
}
