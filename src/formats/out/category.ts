/** The category of an event, as formats write it that have one text for it. */
import type { Event, Story, Text } from '../../model/event';
import { propertiesOf } from './unheld';

/** Nothing where the record names none: the "Other" that stands for it is a word of the reader's. */
export function categoryLabelOf(
  event: Event,
  feature: unknown,
  { categories }: Story,
): Text | undefined {
  const { category } = propertiesOf(feature);
  if (typeof category !== 'string' || category === '') return undefined;
  return event.categoryLabel ?? categories[event.category]?.label;
}
