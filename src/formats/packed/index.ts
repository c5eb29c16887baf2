/** Packed stories: `layout.ts` describes the format. */
export { idFileOf, rowOf } from './ids';
export type { Head, PackedColumns } from './layout';
export { isPacked, openPacked, type PackedStory } from './open';
export { packStory, type Packed, type Packing, type Positions } from './pack';
export { eventsOf } from './shards';
export { unpack, unpackText, type ReadBeside } from './unpack';
