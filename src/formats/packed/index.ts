/** Packed stories: `layout.ts` describes the format. */
export { idFileOf, rowOf } from './ids';
export type { PackedHead, PackedColumns } from './layout';
export { openPacked, type PackedStory } from './open';
export { isPacked } from './preface';
export { packStory, type PackedFiles, type Packing, type Positions } from './pack';
export { eventsOf } from './shards';
export { unpackStory, unpackText, type ReadBeside, type Unpacking } from './unpack';
