/** What does not change while a page is open: the story, its places, and how it is worded. */
import type { MapCategory } from '../../map/types';
import type { ResolvedShape } from '../../world/types';
import { textInLanguage } from '../../model/text';
import { toLocal } from '../../model/time/zone';
import { bareEntry, entryOf, type ListEntry, type Wording } from '../../panel/entry';
import { categoryColors } from '../../ui/glyphs';
import type { StoryScope } from '../../view/view.svelte';
import { wordsFor } from '../../view/dates-in-words';
import type { StoryData } from '../../story';

export interface DisplayContext extends Wording, StoryScope {
  readonly shapes: ReadonlyMap<string, ResolvedShape>;
  /** The story's own address, `''` where it has none: what relative addresses are seen from. */
  readonly base: string;
  /** By category number. */
  readonly glyphs: readonly MapCategory[];
}

/** @param language BCP 47, from the address; the story's own otherwise. */
export function displayContext(
  {
    story,
    table,
    details,
    span,
    opening,
    shapes,
    url = '',
  }: Pick<StoryData, 'story' | 'table' | 'details' | 'span' | 'opening' | 'shapes'> &
    Partial<Pick<StoryData, 'url'>>,
  language = story.language,
): DisplayContext {
  const colors = categoryColors(story.categories);
  // Without any date no year goes without saying.
  const end = story.asOf?.end ?? opening?.[1] ?? NaN;
  return {
    story,
    table,
    details,
    span,
    opening,
    shapes,
    base: url,
    language,
    words: wordsFor(language, story.timeZone),
    year: toLocal(end - 1, 'UTC').year,
    glyphs: story.categories.map((category, number) => ({
      label: textInLanguage(category.label, language, story.language),
      color: colors[number]!,
      shape: category.shape,
    })),
  };
}

/** A row in words: all of it where its details are at hand, else what its columns say. */
export function entryAt(row: number, setting: DisplayContext): ListEntry {
  const { details, table, glyphs } = setting;
  const event = details.get(row);
  if (event) return entryOf(event, row, setting);
  const bounds = {
    start: table.start[row]!,
    end: table.end[row]!,
    category: table.category[row]!,
  };
  const why =
    details.failure(row) !== undefined ? 'failed' : details.late(row) ? 'late' : undefined;
  return bareEntry(row, bounds, glyphs[bounds.category]!.label, setting, why);
}
