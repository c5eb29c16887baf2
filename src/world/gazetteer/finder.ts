/** Names → places for an import, and which regions a map can draw. */
import { loadRegions, type GeoFile } from '../atlas';
import { openGazetteer } from './gazetteer';
import type { FetchShard, Gazetteer } from './types';

export interface RegionalGazetteer extends Gazetteer {
  /** Those of the ISO 3166-2 codes that a map has a shape of. */
  shaped(codes: readonly string[]): Promise<ReadonlySet<string>>;
}

/** @param read In place of a page's own fetching of the world's files. */
export function openRegionalGazetteer(fetchShard: FetchShard, read?: GeoFile): RegionalGazetteer {
  return {
    ...openGazetteer(fetchShard),
    async shaped(codes) {
      const { found } = await loadRegions(codes, read);
      return new Set(found.keys());
    },
  };
}
