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

/** A file's value by its path below the folder of all, without the ending; `undefined` where there
 * is no such file. Rejects where it can't be fetched. */
export async function fetchFile(name: string): Promise<unknown> {
  const address = addresses[`../../geo/out/${name}.json`];
  if (address === undefined) return undefined;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${name} could not be fetched: ${response.status}`);
  return response.json();
}
