/** What is written on the map: names of countries and areas, and cities in the reader's language. */
import type { TerritoryLabel } from '../../world/atlas';
import { loadCities, type City } from '../../world/cities';
import type { Box } from '../../world/types';

export interface LabelData {
  readonly pieces: readonly TerritoryLabel[];
  readonly cities: readonly City[];
}

/** Calls back with the names of a detail (`cityDetail`). Names that can't be fetched are left out. Returns the undoing. */
export function loadLabelData(
  detail: number,
  language: string,
  onread: (written: LabelData) => void,
): () => void {
  let wanted = true;
  const names = import('../../world/atlas').then(({ loadNames }) => loadNames()).catch(() => []);
  const cities = loadCities(detail, language).catch(() => []);
  void Promise.all([names, cities]).then(([pieces, found]) => {
    if (wanted) onread({ pieces, cities: found });
  });
  return () => (wanted = false);
}

/** Opens the towns of near zooms; their code comes with the first of them. */
export async function openTownLabels(
  root: string,
): Promise<(box: Box, zoom: number) => Promise<City[]>> {
  const [{ openTowns }, { siteShards }] = await Promise.all([
    import('../../world/towns'),
    import('../../world/gazetteer/site'),
  ]);
  return openTowns(siteShards(root));
}
