/** Packed stories: `layout.ts` describes the format. */
export { idFileOf, rowOf } from './ids';
export type { Head, PackedColumns } from './layout';
export { openPacked, type PackedStory } from './open';
export { isPacked } from './preface';
export { packStory, type Packed, type Packing, type Positions } from './pack';
export { eventsOf } from './shards';
export { unpack, unpackText, type ReadBeside, type Unpacking } from './unpack';
