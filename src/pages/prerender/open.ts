/** A story's file → what pages at rest and pictures are drawn from. */
import { openStoryIndex, type StoryIndex } from '../../story/story-index';
import { defaultWorldview } from '../../model/worldviews';
import { Details } from '../../story/details.svelte';
import { displayContext, type DisplayContext } from '../app/setting';
import type { Files } from '../../story/open/files';
import { openBytes, type Opening } from '../../story/open/open';
import { openedOf, type Opened } from '../../story/open/opened';

/** A story as a page at rest shows it. */
export interface AtRestStory {
  readonly opening: Opening;
  readonly opened: Opened;
  readonly desk: StoryIndex;
  readonly setting: DisplayContext;
}

/** What a story's file is read with. */
export type AtRestFiles = Required<Pick<Files, 'geo' | 'beside'>>;

/**
 * @param bytes The story's file, GeoJSON or packed.
 * @throws StoryError Where the bytes are no story that can be shown.
 */
export async function storyAtRest(
  bytes: ArrayBuffer,
  id: string,
  files: AtRestFiles,
): Promise<AtRestStory> {
  const opening = await openBytes(bytes, id, id, defaultWorldview, files);
  const opened = await openedOf(opening, null);
  const desk = openStoryIndex(opening.table, { tree: opening.tree });
  const details = new Details((rows) => opening.archive.details(rows), opened.events);
  const setting = displayContext({ ...opened, details });
  return { opening, opened, desk, setting };
}
