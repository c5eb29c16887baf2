/** The gazetteer's public surface. */
export { openGazetteer } from './gazetteer';
export { siteShards } from './site';
export type { Candidate, Context, Doubt, FetchShard, Gazetteer, Kind } from './types';
