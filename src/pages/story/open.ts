/** The bytes of a story's file, packed or GeoJSON → all that answers for it. */
import { tableOf } from '../../engine/columns';
import type { EventTable } from '../../engine/desk';
import { isPacked, openPacked, type PackedStory } from '../../formats/packed';
import { loadWorld, loadWorldview } from '../../map/atlas';
import { insideOf } from '../../map/inside';
import { locate } from '../../map/locate';
import type { Event, Outline, Problem } from '../../model/event';
import { readStory } from '../../model/read';
import { swappedPositions } from '../../model/swapped';
import { defaultWorldview, type WorldviewId } from '../../model/worldviews';
import type { Archive } from './archive';
import { StoryError } from './failure';
import { fetchText } from './fetch';
import type { Files } from './files';
import { heldArchive } from './held';
import { gazetteer, unknownCodes, type Gazetteer } from './shapes';
import { shardArchive } from './shards';

export interface Opening {
  readonly story: Outline;
  readonly table: EventTable;
  /** What the index needs longest for, where the file has it. */
  readonly tree: ArrayBuffer | null;
  readonly archive: Archive;
  readonly shapes: Gazetteer;
  /** All events, where the file held them all. */
  readonly events: readonly Event[] | null;
  readonly problems: readonly Problem[];
  /** Problems that `problems` has no more room for. */
  readonly problemsLeftOut: number;
  readonly read: number;
  readonly rejected: number;
  /** How many sources its events name, or at least may name. */
  readonly sources: number;
}

/** Text beyond this length does not fit a string everywhere. */
const textLimit = 512 * 1024 * 1024;

/**
 * @param url Where the bytes came from; a packed story's shards lie beside it.
 * @param borders Whose borders the shapes of whole countries have.
 * @param files How to get other files, where a page's own fetching can't.
 * @throws StoryError Where the bytes are no story that can be shown.
 */
export async function openBytes(
  buffer: ArrayBuffer,
  url: string,
  id: string,
  borders: WorldviewId,
  files: Files = {},
): Promise<Opening> {
  const start = new Uint8Array(buffer, 0, Math.min(16, buffer.byteLength));
  if (isPacked(start)) return openColumns(buffer, url, id, borders, files);
  if (buffer.byteLength > textLimit)
    throw new StoryError(
      `The story at ${url} is larger than 512 MB; packed (datelines pack), it could be opened.`,
    );
  if (url.endsWith('.dl') && start[0] !== 0x7b) {
    const shown = [...start.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw new StoryError(
      `The file at ${url} is not a packed story: it starts with ${shown.join(' ') || 'nothing'}.`,
    );
  }
  return openText(new TextDecoder().decode(buffer), id, borders, files);
}

async function openText(
  text: string,
  id: string,
  borders: WorldviewId,
  files: Files = {},
): Promise<Opening> {
  const reading = readStory(text, id);
  if (!reading.story) throw new StoryError('This file is not a story.', reading.problems);
  const { events, ...story } = reading.story;
  const shapes = gazetteer(borders, files);
  const [swapped] = await Promise.all([swappedIn(events, files), shapes.look(events)]);
  return {
    story,
    events,
    table: tableOf(
      events,
      events.map((event) => locate(event, shapes.found)),
    ),
    tree: null,
    archive: heldArchive(events),
    shapes,
    problems: [...reading.problems, ...unknownCodes(events, shapes.unknown), ...swapped],
    problemsLeftOut: 0,
    read: reading.read,
    rejected: reading.rejected,
    sources: new Set(events.flatMap((event) => event.sources)).size,
  };
}

/** By the coarse world, which the map has too. */
async function swappedIn(events: readonly Event[], files: Files = {}): Promise<Problem[]> {
  const told = events.filter(({ where, places }) =>
    [where, ...places].some(({ country }) => country !== undefined),
  );
  if (told.length === 0 || files.points) return [];
  const [world, view] = await Promise.all([
    loadWorld('coarse', files.geo),
    loadWorldview(defaultWorldview, files.geo),
  ]);
  return swappedPositions(told, insideOf(world, view));
}

function openColumns(
  buffer: ArrayBuffer,
  url: string,
  id: string,
  borders: WorldviewId,
  files: Files = {},
): Opening {
  let packed: PackedStory;
  try {
    packed = openPacked(buffer, id);
  } catch (error) {
    throw new StoryError(`The story at ${url} can't be opened. ${sentence(error)}`);
  }
  const { head, columns } = packed;
  return {
    story: packed.story,
    events: null,
    table: columns,
    tree: packed.tree,
    archive: shardArchive(
      packed,
      files.beside ?? ((name) => fetchText(besideOf(url, name), 'Details')),
    ),
    shapes: gazetteer(borders, files),
    problems: head.problems,
    problemsLeftOut: head.problemsLeftOut,
    read: head.read,
    rejected: head.rejected,
    sources: packed.story.sources?.size ?? 0,
  };
}

/** `https://host/x.dl?v=2` → `https://host/x.dl.d/000000.json?v=2`. */
export function besideOf(url: string, name: string): string {
  const address = new URL(url);
  address.pathname += `.d/${name}`;
  return address.href;
}

function sentence(error: unknown): string {
  const text = (error as Error).message;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
