/** One file of first-order units for each country, each fetched by need; a chunk of its own, so
 * that only a story that names a region carries the table. */
export const regionFiles: Record<string, () => Promise<unknown>> = import.meta.glob(
  '../../geo/out/regions/*.json',
  { import: 'default' },
);
