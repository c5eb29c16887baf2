/** Small stories for the tests of the model. */
import { expect } from 'vitest';
import type { Event, StoryReading, Story } from '../../src/model/event';
import { readStory } from '../../src/model/read/read';

export type Json = Record<string, unknown>;

/** A sound feature; members of `properties` and of the feature itself can be put over it. */
export function feature(properties: Json = {}, members: Json = {}): Json {
  return {
    type: 'Feature',
    id: 'berlin',
    geometry: { type: 'Point', coordinates: [13.4, 52.5] },
    time: { date: '2025-12-17' },
    ...members,
    properties: { title: 'Talks', ...properties },
  };
}

export function collection(features: unknown, members: Json = {}): Json {
  return { type: 'FeatureCollection', title: 'A story', features, ...members };
}

/** Reads as text, so that it takes the way a file takes, and holds what holds for any story. */
export function reading(features: unknown, members: Json = {}): StoryReading {
  const result = readStory(JSON.stringify(collection(features, members)), 'test');
  expect(result.read).toBe((result.story?.events.length ?? 0) + result.rejected);
  return result;
}

/** Severity, record, field and code of every problem, one line each; but not that features made by
 * `feature` are all alike. */
export function told({ problems }: StoryReading): string[] {
  const others = problems.filter(({ code }) => code !== 'duplicate-event');
  return others.map(({ severity, record, field, code }) =>
    [severity, String(record), field, code].join(' '),
  );
}

export function storyOf(result: StoryReading): Story {
  expect(result.story).not.toBeNull();
  return result.story!;
}

/** The only event of a story with this feature, and what was said about it. */
export function single(properties: Json = {}, members: Json = {}, story: Json = {}) {
  const result = reading([feature(properties, members)], story);
  const event: Event | undefined = result.story?.events[0];
  return { event, told: told(result), problems: result.problems };
}
