/** Events with nothing but a time, for what only looks at times. */
import type { Story, TimeSpan } from '../../src/model/event';
import { tableOf } from '../../src/story/event-table';
import { parseEdtf } from '../../src/model/edtf';
import { readStory } from '../../src/model/read/read';

export function timesAt(...dates: string[]) {
  const { events } = storyOf(dates.map((when) => ({ when })));
  return tableOf(
    events,
    events.map(() => null),
  );
}

/** A story of these properties, each with a title, read as a file is. */
export function storyOf(records: readonly Record<string, unknown>[], members = {}): Story {
  const { story, problems } = readStory(
    {
      type: 'FeatureCollection',
      title: 'Test',
      ...members,
      features: records.map(({ at, id, ...properties }, number) => ({
        type: 'Feature',
        id: id ?? `e${number}`,
        geometry: at ? { type: 'Point', coordinates: at } : null,
        properties: { title: `Event ${number}`, ...properties },
      })),
    },
    'test',
  );
  if (!story) throw new Error(JSON.stringify(problems));
  return story;
}

export function time(edtf: string, zone = 'UTC'): TimeSpan {
  return parseEdtf(edtf, zone);
}

export function at(date: string): number {
  return Date.parse(date);
}
