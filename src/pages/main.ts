/** The entry of every page: reads the address, opens the story, mounts the page. */
import '../ui/tokens.css';
import './at-rest.css';
import '../map/drawn-map.css';
import './page.css';
import { defaultWorldview } from '../model/worldviews';
import { currentLanguage } from '../words/messages';
import { t } from '../words/page';
import { languageOf, readAddress } from '../view/address';
import { wordsFor } from '../view/dates-in-words';
import { readAtRest } from './start/at-rest';
import { readSite, storyAddress } from './start/site';
import { fileRequest } from './start/drop';
import { Shell } from './shell';
import { hasFaces, setStyle } from './start/styling';
import type { OpenRequest } from '../story';
import { darkScheme, themeOf } from '../ui/theme';

// A function, so that the file this stands in is not awaited: later parts import from it. In a task of
// its own, so that the page as it was sent may be shown first.
setTimeout(() => void start());

async function start(): Promise<void> {
  const site = readSite(document);
  const target = document.getElementById('page')!;
  const language = languageOf(location.search);
  if (language !== undefined && language !== 'en')
    // Without its file the page is in English.
    await import('../words/languages').then((part) => part.setLanguage(language)).catch(() => {});
  const { address, notes, windowIn } = await readAddress(location.search);

  if (address.story !== undefined && !site.stories.includes(address.story)) {
    notes.push({ key: 'story', value: address.story, message: t('address.noStory') });
    delete address.story;
  }
  const story = address.story ?? site.story;
  const url = address.src ?? storyAddress(site, story);
  const id = address.src ? 'src' : story;

  notes.push(...setStyle(address, document.documentElement));
  document.documentElement.dataset.theme = themeOf(address.theme, matchMedia(darkScheme).matches);

  const state = history.state as { file?: string } | null;
  const key = site.page === 'reader' ? state?.file : undefined;
  const kept = key === undefined ? undefined : await keptFiles(key);

  // What the page was sent with is its story as it opens, under the default borders.
  const asSent =
    !kept &&
    id === site.story &&
    (address.borders ?? defaultWorldview) === defaultWorldview &&
    address.projection !== 'globe';
  delete document.documentElement.dataset.elsewhere;
  const atRest = asSent ? readAtRest(document) : null;
  const clear = () => document.getElementById('at-rest')?.remove();
  if (!asSent) clear();

  const shell = new Shell({ site, target });
  // The first dates in words load a language's data, which takes a while; meanwhile the worker works.
  setTimeout(() => {
    const words = wordsFor(address.lang ?? 'en', 'UTC');
    setTimeout(() => words.instant(0));
    setTimeout(() => words.window(0, 1e10));
  }, 50);
  const request: OpenRequest = {
    url,
    id,
    event: address.event,
    borders: address.borders ?? defaultWorldview,
    language: currentLanguage(),
    points: atRest?.points,
    ...kept?.request,
  };
  await shell.begin({ request, address, notes, windowIn, atRest, file: kept?.file });
  if (!atRest) clear();
  if (!hasFaces(address.style)) import('./start/fonts').catch(() => {});
}

/** What a file that was open before a reload is opened with; nothing where it is kept no longer. */
async function keptFiles(key: string) {
  const kept = await import('./start/kept-files')
    .then((part) => part.readKept(key))
    .catch(() => undefined);
  const [first] = kept?.files ?? [];
  if (!kept || !first) {
    history.replaceState(null, '', location.href);
    return undefined;
  }
  const { files, reading, title, back } = kept;
  return { request: { ...fileRequest(files), reading, title }, file: { key, back } };
}
