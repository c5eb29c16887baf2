/**
 * The index as one buffer, so that it crosses threads and files without work.
 *
 * Little-endian words of 32 bits: magic, version, events, nodes, length in bytes of what is here,
 * three of nothing; then the columns below. A buffer that ends after the tree is one: it holds what
 * positions decide, and times are added when it is opened.
 */

export interface Tree {
  readonly events: number;
  readonly nodes: number;
  /** Row by position. Positions are the events in the order of the tree, so that a place, and each
   * node of each level, is one range of them. */
  readonly rows: Uint32Array;
  /** One bit for each position, set where a place begins. */
  readonly begins: Uint32Array;
  /** By node, parents before children: the position after its last. It begins where its parent
   * does, after the core where that is a place, or where the node before it ends: of a node's
   * children the core comes first, then other nodes, then other places. */
  readonly to: Uint32Array;
  /** `shapeOf` of a node: the deepest level that has it, whether its core is a place, and how many
   * nodes are inside it. */
  readonly shape: Uint32Array;
  /** Where it stands, from where its parent does (`offsets.ts`). */
  readonly offset: Uint32Array;
  /** How far its places reach from where it stands: west, east, north, south from the lowest four
   * bits on, in fifteenths of the most that is possible (`extents.ts`). */
  readonly extent: Uint16Array;
}

/** What times and categories add. Ranks are places in the order of starts, or of ends, each from 0;
 * equal ones by row. */
export interface Ranks {
  /** Rank of the start · 32 + category, by position. */
  readonly starts: Uint32Array;
  /** Rank of the end, by position. */
  readonly endRank: Uint32Array;
  /** Position · 32 + category by rank of the start. */
  readonly byStart: Uint32Array;
  /** Position · 32 + category by rank of the end. */
  readonly byEnd: Uint32Array;
  /** The highest rank of an end among `blockSize` ranks of starts each. */
  readonly lastEnd: Uint32Array;
  /** The highest but that one. */
  readonly nextEnd: Uint32Array;
  /** One bit for each rank of a start, set for the one of its block that ends last. */
  readonly lastOf: Uint32Array;
  /** One bit for each rank of a start; where it is not set the event has ended by the time at which
   * the first one of the next `stretch` of ranks starts. */
  readonly lasting: Uint32Array;
}

export interface BufferLayout extends Tree, Ranks {
  readonly buffer: ArrayBuffer;
}

/** Most events an index can hold, so that a rank or a position fits a word with a category. */
export const mostEvents = 2 ** 26;

/** A node's shape in one word; there are fewer nodes than events. */
export function shapeOf(zoom: number, coreIsPlace: boolean, inside: number): number {
  return (zoom | (coreIsPlace ? 32 : 0) | (inside << 6)) >>> 0;
}
export const zoomOf = (shape: number) => shape & 31;
export const coreIsPlace = (shape: number) => (shape & 32) !== 0;
export const nodesIn = (shape: number) => shape >>> 6;

/** Ranks in a block, as a power of two. */
export const blockBits = 4;
export const blockSize = 2 ** blockBits;
/** Ranks of starts in a stretch, of some blocks. */
export const stretch = 4 * blockSize;

const magic = 0x58494c44; // "DLIX"
const version = 6;
/** Of a buffer that ends after the tree. */
const treeVersion = 3;
const headerBytes = 32;

/** A layout in a new buffer, zeros but for its head. */
export function emptyLayout(events: number, nodes: number): BufferLayout {
  const { length } = sectionsOf(events, nodes).whole;
  const buffer = new ArrayBuffer(length);
  new Uint32Array(buffer, 0, 5).set([magic, version, events, nodes, length]);
  return { ...viewTree(buffer, events, nodes), ...viewRanks(buffer, events, nodes), buffer };
}

/** The part of a buffer that holds the tree, as a buffer of its own. */
export function treeOnly(layout: BufferLayout): ArrayBuffer {
  const { length } = sectionsOf(layout.events, layout.nodes).tree;
  const buffer = layout.buffer.slice(0, length);
  new Uint32Array(buffer, 4, 1)[0] = treeVersion;
  new Uint32Array(buffer, 16, 1)[0] = length;
  return buffer;
}

/** Whether a buffer is an index, or its tree, of another version of the engine than this one. */
export function isOfAnotherVersion(buffer: ArrayBuffer): boolean {
  if (buffer.byteLength < headerBytes) return false;
  const [hasMagic, hasVersion] = new Uint32Array(buffer, 0, 2);
  return hasMagic === magic && hasVersion !== version && hasVersion !== treeVersion;
}

/**
 * The layout in a whole buffer, or, where it ends after the tree, that tree in a longer one.
 *
 * @throws RangeError on another magic, version or length than this engine's, or on a number of
 * events other than `rows`.
 */
export function openBuffer(
  buffer: ArrayBuffer,
  rows: number,
): { layout: BufferLayout; ranked: boolean } {
  const refuse = (what: string, came: unknown, expected: unknown): never => {
    throw new RangeError(`index: ${what} is ${came}, expected ${expected}`);
  };
  if (buffer.byteLength < headerBytes)
    refuse('its length', `${buffer.byteLength} bytes`, `${headerBytes} or more`);
  const [hasMagic, hasVersion, events, nodes, length] = new Uint32Array(
    buffer,
    0,
    5,
  ) as unknown as [number, number, number, number, number];
  if (hasMagic !== magic) refuse('its magic', hasMagic.toString(16), magic.toString(16));
  if (hasVersion !== version && hasVersion !== treeVersion)
    refuse('its version', hasVersion, `${treeVersion} or ${version}`);
  if (events !== rows) refuse('its number of events', events, rows);
  const { tree, whole } = sectionsOf(events, nodes);
  const expected = hasVersion === treeVersion ? tree.length : whole.length;
  if (buffer.byteLength !== length || length !== expected)
    refuse('its length', `${buffer.byteLength} bytes`, expected);
  if (hasVersion === version) {
    const views = { ...viewTree(buffer, events, nodes), ...viewRanks(buffer, events, nodes) };
    return { layout: { ...views, buffer }, ranked: true };
  }
  const layout = emptyLayout(events, nodes);
  new Uint8Array(layout.buffer, headerBytes).set(new Uint8Array(buffer, headerBytes));
  return { layout, ranked: false };
}

function sectionsOf(events: number, nodes: number) {
  let at = headerBytes;
  const words = (count: number) => {
    const from = at;
    at += 4 * count;
    return { from, count };
  };
  const tree = {
    rows: words(events),
    begins: words(Math.ceil(events / 32)),
    to: words(nodes),
    shape: words(nodes),
    offset: words(nodes),
    extent: words(Math.ceil(nodes / 2)),
    length: at,
  };
  const whole = {
    starts: words(events),
    endRank: words(events),
    byStart: words(events),
    byEnd: words(events),
    lastEnd: words(Math.ceil(events / blockSize)),
    nextEnd: words(Math.ceil(events / blockSize)),
    lastOf: words(Math.ceil(events / 32)),
    lasting: words(Math.ceil(events / 32)),
    length: at,
  };
  return { tree, whole };
}

function viewTree(buffer: ArrayBuffer, events: number, nodes: number): Tree {
  const { tree } = sectionsOf(events, nodes);
  const view = ({ from, count }: { from: number; count: number }) =>
    new Uint32Array(buffer, from, count);
  return {
    events,
    nodes,
    rows: view(tree.rows),
    begins: view(tree.begins),
    to: view(tree.to),
    shape: view(tree.shape),
    offset: view(tree.offset),
    extent: new Uint16Array(buffer, tree.extent.from, nodes),
  };
}

function viewRanks(buffer: ArrayBuffer, events: number, nodes: number): Ranks {
  const { whole } = sectionsOf(events, nodes);
  const view = ({ from, count }: { from: number; count: number }) =>
    new Uint32Array(buffer, from, count);
  return {
    starts: view(whole.starts),
    endRank: view(whole.endRank),
    byStart: view(whole.byStart),
    byEnd: view(whole.byEnd),
    lastEnd: view(whole.lastEnd),
    nextEnd: view(whole.nextEnd),
    lastOf: view(whole.lastOf),
    lasting: view(whole.lasting),
  };
}
