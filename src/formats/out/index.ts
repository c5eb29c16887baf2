/** The table of formats that a story can be written in, and how it is done. */
import type { StoryReading } from '../../model/event';
import { isObject, member } from '../../model/read/members';
import { idOf } from '../../model/read/record';
import { textInLanguage } from '../../model/text';
import { csvOut } from './csv';
import { Losses, type Loss, type OutFormat, type StoryToWrite } from './format';
import { geojsonOut } from './geojson';
import { icsOut } from './ics';
import { jsonFeedOut } from './json-feed';
import { jsonLdOut } from './json-ld';
import { linkedPlacesOut } from './linked-places';

export type { Loss, OutFormat } from './format';

export const outFormats: readonly OutFormat[] = [
  geojsonOut,
  csvOut,
  linkedPlacesOut,
  icsOut,
  jsonFeedOut,
  jsonLdOut,
];

export interface Exported {
  readonly text: string;
  /** What the format can't hold. */
  readonly losses: readonly Loss[];
  /** Records that were to be written. */
  readonly records: number;
}

export interface ExportOptions {
  /** Numbers of the records to write, from 1; all where it is left out. */
  readonly only?: ReadonlySet<number>;
  /** BCP 47; the story's language where it is left out. */
  readonly language?: string;
}

/**
 * A story in another format.
 *
 * @param collection The story's file, parsed.
 * @param reading What reading that file gave. Throws an `Error` where it is no story.
 */
export function exportStory(
  format: OutFormat,
  collection: unknown,
  { story }: Pick<StoryReading, 'story'>,
  { only, language }: ExportOptions = {},
): Exported {
  if (!story || !isObject(collection)) throw new Error('no story to export');
  const events = new Map(story.events.map((event) => [event.record, event]));
  const features = member(collection, 'features') as readonly unknown[];
  const records = features
    .map((feature, at) => ({ feature, event: events.get(at + 1) }))
    .filter((_, at) => !only || only.has(at + 1));
  return writeStory(format, {
    story,
    root: collection,
    records,
    language: language ?? story.language,
  });
}

/** Records of a story in another format. */
export function writeStory(format: OutFormat, out: StoryToWrite): Exported {
  const { story, records, language } = out;
  const losses = new Losses(({ feature, event }) => {
    const title = event ? event.title : isObject(feature) ? idOf(feature) : undefined;
    return textInLanguage(title, language, story.language) || undefined;
  });
  const text = [...format.write(out, losses)].join('');
  return { text, losses: losses.all, records: records.length };
}
