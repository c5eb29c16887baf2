/** The entry of every page: reads the address, opens the story, mounts the page. */
import '../ui/tokens.css';
import './at-rest.css';
import './page.css';
import { mount } from 'svelte';
import { defaultWorldview } from '../model/worldviews';
import { readAddress } from '../view/address';
import { wordsFor } from '../view/words';
import App from './App.svelte';
import { readAtRest } from './at-rest';
import Failure from './Failure.svelte';
import { showLoading } from './loading';
import { readSite, storyAddress } from './site';
import { openStory, StoryError } from './story';
import { darkScheme, themeOf } from './theme';

const site = readSite(document);
const { address, notes } = readAddress(location.search);
const target = document.getElementById('page')!;

if (address.story !== undefined && !site.stories.includes(address.story)) {
  notes.push({ key: 'story', value: address.story, message: 'is not a story of this site' });
  delete address.story;
}
const story = address.story ?? site.story;
const url = address.src ?? storyAddress(site, story);
const id = address.src ? 'src' : story;

document.documentElement.dataset.theme = themeOf(address.theme, matchMedia(darkScheme).matches);

// What the page was sent with is its story as it opens, under the default borders.
const asSent =
  id === site.story &&
  (address.borders ?? defaultWorldview) === defaultWorldview &&
  address.projection !== 'globe';
const sent = readAtRest(document);
const atRest = asSent ? sent : null;
if (!asSent) sent?.leave();

const loading = showLoading(target, atRest !== null);
// The first date in words loads a language's data, which takes a while; meanwhile the worker works.
setTimeout(() => wordsFor(address.lang ?? 'en', 'UTC').window(0, 1e10), 50);
try {
  const opened = await openStory(
    {
      url,
      id,
      event: address.event,
      borders: address.borders ?? defaultWorldview,
      points: atRest?.points,
    },
    loading.progress,
  );
  if (opened.row !== null) await opened.details.load(opened.row);
  await loading.done();
  const onready = () => {
    atRest?.leave();
    void import('./fonts');
  };
  mount(App, { target, props: { site, address, notes, opened, atRest, onready } });
} catch (error) {
  await loading.done();
  sent?.leave();
  void import('./fonts');
  if (!(error instanceof StoryError)) console.error(error);
  mount(Failure, {
    target,
    props: {
      message: error instanceof Error ? error.message : String(error),
      problems: error instanceof StoryError ? error.problems : [],
      url,
      home: site.root,
    },
  });
}
