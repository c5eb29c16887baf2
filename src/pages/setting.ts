/** What does not change while a page is open: the story, its places, and how it is worded. */
import type { EventTable } from '../engine/desk';
import type { MapCategory, ResolvedShape } from '../map/types';
import type { Story } from '../model/event';
import { plain } from '../model/text';
import type { Wording } from '../panel/entry';
import { categoryColor } from '../ui/glyphs';
import { densestStretch } from '../view/stretch';
import { wordsFor } from '../view/words';
import type { Loaded } from './load';

export interface Setting extends Wording {
  readonly story: Story;
  readonly table: EventTable;
  readonly found: ReadonlyMap<string, ResolvedShape>;
  /** By category number. */
  readonly glyphs: readonly MapCategory[];
}

/** @param language BCP 47, as the address asks; the story's own otherwise. */
export function settingOf({ story, table, found }: Loaded, language = story.language): Setting {
  const end = story.asOf?.end ?? densestStretch(story.events, story.timeZone)[1];
  return {
    story,
    table,
    found,
    language,
    words: wordsFor(language, story.timeZone),
    year: new Date(end - 1).getUTCFullYear(),
    glyphs: story.categories.map((category, number) => ({
      label: plain(category.label, language, story.language),
      color: categoryColor(number, category.color),
      shape: category.shape,
    })),
  };
}
