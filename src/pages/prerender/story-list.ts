/** The list of a site's stories, as markup without scripts. */
import { render } from 'svelte/server';
import type { ListedStory } from './listed-story';
import StoryList from './StoryList.svelte';

/** What stands above the page and after it. */
export interface StoryListMarkup {
  readonly line: string;
  readonly list: string;
}

/** @param stories Several. */
export function storyListMarkup(stories: readonly ListedStory[]): StoryListMarkup {
  const part = (name: 'line' | 'list') =>
    render(StoryList, { props: { part: name, stories } }).body.replace(/<!--[^<>]*-->/g, '');
  return { line: part('line'), list: part('list') };
}
