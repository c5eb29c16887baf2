/** Parameters of an address on a view. */
import { describe, expect, it } from 'vitest';
import { openPacked } from '../../src/formats/packed';
import type { Outline } from '../../src/model/event';
import { Details } from '../../src/story/details.svelte';
import { tableOf } from '../../src/story/event-table';
import { addressOf, openAt } from '../../src/view/address-state';
import { View } from '../../src/view/view.svelte';
import { packed } from '../formats/packed/packing';
import { storyOf } from './stories';

describe('show=', () => {
  const records = Array.from({ length: 15 }, (_, number) => ({
    category: `c-${number}`,
    when: '2025-12-18',
  }));
  const story = storyOf(records);
  const viewOf = (own: Outline) => {
    const places = story.events.map(() => null);
    const table = tableOf(story.events, places);
    const details = new Details(async () => [], story.events);
    return new View({ story: own, table, details, span: null, opening: null });
  };
  const shown = (view: View) =>
    view.story.categories
      .filter((_, number) => (view.categories >>> number) & 1)
      .map(({ id }) => id);
  const open = (view: View, show: string[]) => openAt(view, { show }, null, { row: null });

  it('shows “Other” for a category that shares it', () => {
    const view = viewOf(story);
    expect(open(view, ['c-13'])).toEqual([]);
    expect(shown(view)).toEqual(['other']);
    expect(addressOf(view, {}, null, null).show).toEqual(['other']);
  });

  it('does so for a packed story too', async () => {
    const { buffer } = await packed({
      type: 'FeatureCollection',
      title: 'Test',
      features: records.map((properties, number) => ({
        type: 'Feature',
        id: `e${number}`,
        geometry: null,
        properties: { title: `Event ${number}`, ...properties },
      })),
    });
    const view = viewOf(openPacked(buffer as ArrayBuffer, 'test').story);
    expect(open(view, ['c-14'])).toEqual([]);
    expect(shown(view)).toEqual(['other']);
  });

  it('still says which category a story has not', () => {
    const view = viewOf(story);
    expect(open(view, ['c-1', 'c-14', 'none']).map(({ value }) => value)).toEqual(['none']);
    expect(shown(view)).toEqual(['c-1', 'other']);
  });
});
