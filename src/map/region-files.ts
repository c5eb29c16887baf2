/** One file of first-order units for each country, each fetched by need; a chunk of its own, so
 * that only a story that names a region carries the table. */
const files: Record<string, () => Promise<unknown>> = import.meta.glob(
  '../../geo/out/regions/*.json',
  { import: 'default' },
);

/** A country's file; nothing where there is none. */
export function regionFile(country: string): Promise<unknown> | undefined {
  return files[`../../geo/out/regions/${country}.json`]?.();
}
