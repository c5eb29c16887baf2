/** The category of an event, as formats write it that have one text for it. */
import type { Event, Story, Text } from '../../model/event';
import { otherCategory } from '../../model/other-category';

/** Nothing where the event has none: "Other" is a word of the reader's, not of the story's. */
export function categoryLabelOf(event: Event, { categories }: Story): Text | undefined {
  const category = categories[event.category];
  return event.categoryLabel ?? (category?.id === otherCategory ? undefined : category?.label);
}
