import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { openStoryIndex, type EventTable } from '../../src/story/story-index';
import { tableOf } from '../../src/story/event-table';
import type { Story } from '../../src/model/event';
import { Details } from '../../src/story/details.svelte';
import { densestStretch, storySpan } from '../../src/story/story-span';
import { View } from '../../src/view/view.svelte';
import { nextWindow } from '../../src/view/player';
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

  it('plays to the end and pauses, and starts over when played at the end', () => {
    const { view } = made();
    view.play();
    expect(view.playing).toBe(true);
    for (let i = 0; i < 50 && view.playing; i++) view.advance();
    expect(view.playing).toBe(false);
    expect(view.window[1]).toBeGreaterThanOrEqual(view.span![1]);
    view.play();
    expect(view.window[1]).toBeLessThan(view.span![1]);
  });
});

describe('the player', () => {
  const playback = { step: null, speed: 1, cumulative: false };
  it('moves by its own length or a step, or keeps its start', () => {
    expect(nextWindow([0, 10], playback, [0, 100])).toEqual([10, 20]);
    expect(nextWindow([0, 10], { ...playback, step: 3 }, [0, 100])).toEqual([3, 13]);
    expect(nextWindow([0, 10], { ...playback, step: 3, cumulative: true }, [0, 12])).toEqual([
      0, 12,
    ]);
    expect(nextWindow([90, 100], playback, [0, 100])).toBeNull();
  });
});
