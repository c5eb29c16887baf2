import { createRawSnippet, type ComponentProps } from 'svelte';
import About from '../../src/panel/About.svelte';
import Card from '../../src/panel/Card.svelte';
import DetailsNote from '../../src/panel/DetailsNote.svelte';
import { bareEntry, entryOf, type ListEntry } from '../../src/panel/entry';
import Filters from '../../src/panel/Filters.svelte';
import Leftovers from '../../src/panel/Leftovers.svelte';
import List from '../../src/panel/List.svelte';
import PlaceCard from '../../src/panel/PlaceCard.svelte';
import Search from '../../src/panel/Search.svelte';
import SearchNote from '../../src/panel/SearchNote.svelte';
import StaticList from '../../src/panel/StaticList.svelte';
import Stepper from '../../src/panel/Stepper.svelte';
import StoryTerms from '../../src/panel/StoryTerms.svelte';
import { readStory } from '../../src/model/read/read';
import { displayContext } from '../../src/pages/app/setting';
import { Details } from '../../src/story/details.svelte';
import { tableOf } from '../../src/story/event-table';
import { storySpan } from '../../src/story/story-span';
import everyMember from '../fixtures/every-member.geojson?raw';
import { at, nothing, storyCase, words, type Properties } from './builders';
import { drawnCase } from './case';

const records: Properties[] = [
  { title: 'Talks in Berlin', where: { name: 'Berlin', precision: 'settlement' } },
  { title: 'A strike at night', category: 'strike', evidence: 'claimed', when: '2025-12-17~' },
  {
    title: 'A summit that was put off',
    status: 'postponed',
    when: '2026-01',
    where: { name: 'Somewhere in the region', precision: 'region' },
    at: null,
  },
  { title: 'A meeting that was called off', status: 'cancelled', when: '2025-12-20' },
  { title: 'A report that was withdrawn', evidence: 'retracted' },
];
const { setting, entries, story } = storyCase(records);
const { glyphs } = setting;

type ListProps = ComponentProps<typeof List>;
const list = (shown: readonly ListEntry[], more: Partial<ListProps> = {}): ListProps => ({
  entries: shown,
  total: shown.length,
  selected: null,
  glyphs,
  growing: false,
  onselect: nothing,
  onmore: nothing,
  onsight: nothing,
  ...more,
});

const place = (
  shown: readonly ListEntry[],
  more: Partial<ComponentProps<typeof PlaceCard>> = {},
): ComponentProps<typeof PlaceCard> => ({
  entries: shown,
  unplaced: false,
  total: shown.length,
  bins: { values: [0, 0, 3, 1, 1, 0, 0, 4], count: 4 },
  window: [at('2025-12-14'), at('2025-12-21')],
  words,
  glyphs,
  back: null,
  onmore: nothing,
  onselect: nothing,
  onclose: nothing,
  ...more,
});

const wording = { language: 'en', words, year: 2025 };
const columns = { start: at('2025-12-18'), end: at('2025-12-19'), category: 0 };
const bare = [
  bareEntry(0, columns, 'Talks', wording),
  bareEntry(1, columns, 'Talks', wording, 'late'),
  bareEntry(2, columns, 'Talks', wording, 'failed'),
];

/** The article of a story's first event. */
function article(record: Properties, more: Partial<ComponentProps<typeof Card>> = {}) {
  const { story, setting, entries } = storyCase([{ title: 'Talks in Berlin', ...record }]);
  return {
    event: story.events[0],
    entry: entries[0]!,
    glyph: setting.glyphs[0]!,
    language: 'en',
    words,
    declared: story.sources,
    related: [],
    onagain: nothing,
    onselect: nothing,
    onclose: nothing,
    ...more,
  };
}

const note = { onanyway: nothing, oncancel: nothing, share: null, files: null, missed: 0 };
const filters = glyphs.map((glyph, number) => ({
  ...glyph,
  count: words.number(number === 0 ? 1204 : 37),
  share: number === 0 ? 1 : 37 / 1204,
}));

/** A story of so many categories, and the chips of those. */
function manyCategories(number: number) {
  const kinds = Array.from({ length: number }, (_, at) => ({
    title: `Event ${at}`,
    category: `kind-of-event-${at + 1}`,
  }));
  const { story, setting, entries } = storyCase(kinds, { categories: undefined });
  const categories = setting.glyphs.map((glyph, at) => ({
    ...glyph,
    count: words.number(number - at),
    share: 1 - at / number,
  }));
  const last = story.events.at(-1)!;
  return { setting, entries, last, filters: { categories, shown: 0x7fff, ontoggle: nothing } };
}
const single = manyCategories(1);
const twelve = manyCategories(12);
const crowded = manyCategories(20);

/** A story with every member that the format has. */
const every = readStory(everyMember, 'every-member').story!;
const everyTable = tableOf(
  every.events,
  every.events.map(() => null),
);
const everySetting = displayContext({
  story: every,
  table: everyTable,
  details: new Details(async () => [], every.events),
  span: storySpan(everyTable, every.timeZone),
  opening: null,
  shapes: new Map(),
  url: 'https://example.org/events/every-member.geojson',
});
const everyEntries = every.events.map((event, row) => entryOf(event, row, everySetting));

export const panelCases = [
  drawnCase('list-short', List, list(entries.slice(0, 1))),
  drawnCase('list-badges', List, list(entries)),
  drawnCase('list-long', List, list(entries, { total: 61_204 })),
  drawnCase('list-growing', List, list(entries, { total: 61_204, growing: true })),
  drawnCase('list-without-details', List, list(bare)),
  drawnCase('list-empty', List, list([])),
  drawnCase('list-grouped', List, list(entries, { group: { from: 3, name: 'Without a place' } })),
  drawnCase('place', PlaceCard, place(entries.slice(0, 3), { total: 41 })),
  drawnCase('place-none', PlaceCard, place(entries, { unplaced: true, bins: null })),
  drawnCase(
    'list-selected',
    List,
    list(entries, {
      selected: 1,
      article: createRawSnippet(() => ({ render: () => '<article>The article</article>' })),
    }),
  ),
  drawnCase(
    'list-static',
    StaticList,
    {
      events: entries.slice(0, 3).map((entry, row) => ({ entry, event: story.events[row] })),
      more: entries.slice(3).map((entry, at) => ({ entry, event: story.events[at + 3] })),
      left: '12 more events are listed with JavaScript.',
      glyphs,
      language: 'en',
      words,
      idOf: (row) => `event-${row}`,
    },
    { onStaticPage: true },
  ),
  drawnCase('article-short', Card, article({})),
  drawnCase(
    'article-claims',
    Card,
    article({
      summary: 'Two sides speak of the same night.',
      actors: [{ name: 'A ministry', role: 'host' }, { name: 'A delegation' }],
      claims: [
        { by: 'A ministry', stance: 'asserts', text: 'Forty were shot down.', source: 'paper' },
        { by: 'The other side', stance: 'denies', text: 'None was.', on: '2025-12-18' },
        { by: 'An agency', stance: 'disputes', text: 'The number is too high.' },
        { by: 'An official', stance: 'acknowledges', text: 'One fell.' },
      ],
      sources: ['paper'],
    }),
  ),
  drawnCase(
    'article-figures',
    Card,
    article({
      figures: [
        { measure: 'killed', min: 2, max: 5, best: 3, by: 'An agency' },
        { measure: 'injured', min: 3 },
        { measure: 'drones', min: 82, max: 82 },
        { measure: 'missing', max: 4 },
      ],
    }),
  ),
  drawnCase(
    'article-media',
    Card,
    article({
      media: [
        {
          type: 'image/jpeg',
          url: 'https://example.org/a.jpg',
          alt: 'A hall',
          credit: 'A photographer',
        },
        { type: 'video/mp4', url: 'https://example.org/b.mp4', alt: 'The arrival' },
        { type: 'audio/mpeg', url: 'https://example.org/c.mp3', alt: 'The speech' },
        { type: 'text/html', url: 'https://example.org/d', alt: 'The transcript' },
      ],
    }),
  ),
  drawnCase(
    'article-sensitive',
    Card,
    article({ summary: 'What the warning is about.', sensitive: 'Speaks of injuries.' }),
  ),
  drawnCase(
    'article-places',
    Card,
    article({
      at: null,
      where: { name: 'A region', precision: 'region', regions: ['UA-14'] },
      places: [
        { name: 'An airfield', role: 'origin', geometry: { type: 'Point', coordinates: [40, 52] } },
        { name: 'A town', role: 'affected', precision: 'settlement' },
      ],
      note: 'The region is named in the report; the town is not.',
    }),
  ),
  drawnCase(
    'article-related',
    Card,
    article(
      {},
      {
        related: [
          { row: 1, title: 'A call before', relation: 'Follows' },
          { row: 2, title: 'A summit after', relation: 'Followed by' },
        ],
        unfollowed: 'Status 503 came from the server.',
      },
    ),
  ),
  drawnCase('list-every-member', List, list(everyEntries, { glyphs: everySetting.glyphs })),
  ...every.events.slice(0, 3).map((event, row) =>
    drawnCase(`article-every-member-${event.id}`, Card, {
      ...article({}),
      event,
      entry: everyEntries[row]!,
      glyph: everySetting.glyphs[event.category]!,
      words: everySetting.words,
      declared: every.sources,
      base: everySetting.base,
    }),
  ),
  drawnCase('article-leftovers', Leftovers, {
    values: [
      ['conflict_name', 'A country: Government'],
      ['source_article', 'https://example.org/article?id=1'],
      ['not_a_link', 'javascript:alert(1)'],
      ['markup', '<b>bold</b>'],
      ['best', '6'],
      ['exact', 'true'],
      ['list', '["a",1]'],
      ['long', 'words and words '.repeat(20)],
      ['nine', '9'],
      ['ten', '10'],
    ],
  }),
  drawnCase('about-short', About, { story: every, language: 'en' }),
  drawnCase('about-long', About, {
    story: { ...every, description: 'A description of many words. '.repeat(12) },
    language: 'en',
  }),
  drawnCase('story-terms', StoryTerms, { story: every, language: 'en' }),
  drawnCase('story-terms-unknown', StoryTerms, {
    story: { language: 'en', license: 'Ask the paper' },
    language: 'en',
  }),
  drawnCase('article-fetching', Card, article({}, { event: undefined, entry: bare[0]! })),
  drawnCase(
    'article-failed',
    Card,
    article({}, { event: undefined, entry: bare[2]!, failure: 'Status 503 came from the server.' }),
  ),
  drawnCase('filters', Filters, {
    categories: filters,
    compared: false,
    shown: 1,
    ontoggle: nothing,
  }),
  drawnCase('filters-compared', Filters, {
    categories: filters,
    compared: true,
    shown: 3,
    ontoggle: nothing,
  }),
  drawnCase('filters-one', Filters, { ...single.filters, compared: false }),
  drawnCase('filters-twelve', Filters, { ...twelve.filters, compared: false }),
  drawnCase('filters-other', Filters, { ...crowded.filters, compared: false }),
  drawnCase('filters-other-compared', Filters, { ...crowded.filters, compared: true }),
  drawnCase('filters-legend', Filters, { ...crowded.filters, compared: false, legend: true }),
  drawnCase('list-other', List, list(crowded.entries.slice(8), { glyphs: crowded.setting.glyphs })),
  drawnCase('article-other', Card, {
    ...article({}),
    event: crowded.last,
    entry: crowded.entries.at(-1)!,
    glyph: crowded.setting.glyphs.at(-1)!,
  }),
  drawnCase('search', Search, { query: 'drones', onsearch: nothing }),
  drawnCase('search-running', SearchNote, { ...note, share: 0.42 }),
  drawnCase('search-large', SearchNote, { ...note, files: 300 }),
  drawnCase('search-missed', SearchNote, { ...note, missed: 2 }),
  drawnCase('details-failed', DetailsNote, { failed: 12, late: 3, onagain: nothing }),
  drawnCase('stepper', Stepper, { position: 3, total: 120, reach: 60, onstep: nothing }),
  drawnCase('stepper-none', Stepper, { position: null, total: 120, reach: 120, onstep: nothing }),
];
