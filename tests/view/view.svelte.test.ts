import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { openStoryIndex, type EventTable } from '../../src/story/story-index';
import { tableOf } from '../../src/story/event-table';
import type { Story } from '../../src/model/event';
import { Details } from '../../src/story/details.svelte';
import { densestStretch, storySpan } from '../../src/story/story-span';
import { View } from '../../src/view/view.svelte';
import { at, storyOf } from './stories';

function viewOf(story: Story, table: EventTable): View {
  return new View({
    story,
    table,
    details: new Details(async () => [], story.events),
    span: storySpan(table, story.timeZone),
    opening: densestStretch(table, story.timeZone),
  });
}

function made() {
  const story = storyOf(
    [
      { when: '2025-12-14', at: [13, 52], category: 'talks', summary: 'Берлін' },
      { when: '2025-12-16', at: [4, 50], category: 'strike' },
      { when: '2025-12-20', at: [-80, 25], category: 'talks' },
      { when: '2022-02-24', at: [31, 48], category: 'strike' },
    ],
    {
      categories: [
        { id: 'talks', label: 'Talks' },
        { id: 'strike', label: 'Strike' },
      ],
    },
  );
  const positions = story.events.map(({ geometry }) =>
    geometry?.type === 'Point'
      ? ([geometry.coordinates[0]!, geometry.coordinates[1]!] as const)
      : null,
  );
  const table = tableOf(story.events, positions);
  const view = viewOf(story, table);
  const desk = openStoryIndex(table);
  const look = () => {
    flushSync();
    view.receive(
      view.questions!,
      view.questions!.map((question) => desk.ask(question)),
    );
    return view.picture!;
  };
  view.look({ lng: 0, lat: 0, zoom: 0 }, [-180, -85, 180, 85]);
  return { view, look };
}

describe('the view', () => {
  it('has no question before it has a place to look at', () => {
    const story = storyOf([{ when: '2025' }]);
    expect(viewOf(story, tableOf(story.events, [null])).questions).toBeNull();
  });

  it('asks for the window here and for the whole world', () => {
    const { view, look } = made();
    expect(view.window).toEqual([at('2025-12-14'), at('2025-12-21')]);
    expect(look().here.total).toBe(3);
    expect(look().wide.total).toBe(4);
  });

  it('asks what the categories that are off would add', () => {
    const { view, look } = made();
    view.toggle(1);
    const { here, facets } = look();
    expect([here.total, facets.total]).toEqual([2, 3]);
  });

  it('brings the window along when an event is selected, and lets go of what would hide it', () => {
    const { view } = made();
    view.toggle(1);
    view.search('Берлін');
    view.select(0);
    expect(view.query).toBe('Берлін');
    view.select(3);
    expect(view.window).toEqual([at('2022-02-24'), at('2022-03-03')]);
    expect(view.categories).toBe(3);
    expect(view.query).toBe('');
    expect(view.focus[0]).toBeLessThan(at('2022-02-24'));
  });

  it('stays as it is when an address restores the selection', () => {
    const { view } = made();
    const before = view.window;
    view.restore(3);
    expect([view.selected, view.window]).toEqual([3, before]);
  });

  it('keeps a window whole seconds long and never empty', () => {
    const { view } = made();
    view.choose([1000.4, 1000.6]);
    expect(view.window).toEqual([1000, 2000]);
  });

  it('moves nothing but the window while it plays', () => {
    const { view } = made();
    const { focus } = view;
    view.play();
    expect(view.playing).toBe(true);
    view.playTo([view.window[0], view.window[0] + 60_000]);
    expect(view.window[1] - view.window[0]).toBe(60_000);
    expect(view.focus).toBe(focus);
    view.playTo(null);
    expect(view.playing).toBe(false);
  });
});
