/** What the build calls: a story's file, opened once → its pages and its picture. */
export { cardOf } from './card';
export { storyAtRest } from './open';
export { prerender } from './render';
export { storyListMarkup, type StoryListMarkup } from './story-list';
