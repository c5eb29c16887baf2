/** The entry of every page: reads the address, loads the story, mounts the page. */
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/tokens.css';
import './page.css';
import { mount } from 'svelte';
import { readAddress } from '../view/address';
import { openSource } from './answers';
import App from './App.svelte';
import Failure from './Failure.svelte';
import { loadStory, StoryError } from './load';
import { readSite } from './site';
import { darkScheme, themeOf } from './theme';

const site = readSite(document);
const { address, notes } = readAddress(location.search);
const target = document.getElementById('page')!;

if (address.story !== undefined && !site.stories.includes(address.story)) {
  notes.push({ key: 'story', value: address.story, message: 'is not a story of this site' });
  delete address.story;
}
const id = address.story ?? site.story;
const url = address.src ?? `${site.root}events/${encodeURIComponent(id)}.geojson`;

document.documentElement.dataset.theme = themeOf(address.theme, matchMedia(darkScheme).matches);

try {
  const loaded = await loadStory(url, address.src ? 'src' : id);
  const source = await openSource(loaded.table);
  target.replaceChildren();
  mount(App, { target, props: { site, address, notes, loaded, source } });
} catch (error) {
  target.replaceChildren();
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
