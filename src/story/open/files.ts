/** How the files that a story needs beside its own are got. Types. */
import type { GeoFile } from '../../world/atlas';
import type { FetchShard } from '../../world/gazetteer/types';
import type { FetchBeside } from '../archive/shard-archive';

/** Other files that a story needs, where they are got in another way than a page's own. */
export interface Files {
  /** Those of the world. */
  readonly geo?: GeoFile;
  /** Points of ISO codes, which then need no file; a story that comes with them has been checked. */
  readonly points?: ReadonlyMap<string, readonly [number, number]>;
  /** Those of the gazetteer; without them places are not found by their names. */
  readonly shards?: FetchShard;
  /** Those beside a packed story. */
  readonly beside?: FetchBeside;
}
