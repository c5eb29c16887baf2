/** A story's file → what its pages are sent with: readable, and printable, before any script runs. */
import { stringify } from 'devalue';
import { render } from 'svelte/server';
import { jsonLdOut } from '../../formats/out/json-ld';
import { Losses } from '../../formats/out/format';
import { storyFacts } from '../../view/dates-in-words';
import { codesOf } from '../../world/codes';
import type { Event } from '../../model/event';
import { textInLanguage } from '../../model/text';
import { staticMapData } from '../../map/static-map';
import type { Opened } from '../../story/open/opened';
import { pageDataOf } from '../../story/page-data';
import type { DisplayContext } from '../app/setting';
import type { AtRestFiles, AtRestStory } from './open';
import { measureRoughly } from './measure';
import { pageLayouts, picturesOf } from './pictures';
import StaticPage from './StaticPage.svelte';

export interface Prerendered {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** What the story says of itself, `''` for nothing. */
  readonly about: string;
  /** How many events, and when. */
  readonly facts: string;
  /** Markup of the page's body, without scripts and styles. */
  readonly body: string;
  /** schema.org JSON-LD, safe inside a script element. */
  readonly jsonLd: string;
  /** What scripts need of its map, as JSON, safe inside a script element. */
  readonly map: string;
  /** Points of the codes that the story names, so that a page can place its events without fetching
   * shapes: `{code: [lng, lat]}`. */
  readonly points: Readonly<Record<string, readonly [number, number]>>;
  /** All that a page needs to answer for a small story itself, as `devalue` writes it, safe inside a
   * script element; `null` where that is too much to send with every page. */
  readonly sent: string | null;
}

/** Characters of a story that travel with its pages: about 20 kB compressed. */
const mostSent = 100_000;

/** Steps of the ground's grid in a pixel of the nearest picture. A frame at rest shows it nearer, too. */
const fineness = { reader: 1.25, embed: 1.3 };

/** Events in the page's JSON-LD at most. */
const mostDescribed = 200;

/**
 * @param full The way from an embed to the story's own page.
 */
export async function prerender(
  { opening, opened, desk, setting }: AtRestStory,
  page: 'reader' | 'embed',
  full: string,
  { geo }: AtRestFiles,
): Promise<Prerendered> {
  const { story, language, words, span } = setting;
  const { pictures, drawing } = await picturesOf(desk, setting, pageLayouts[page], geo, {
    fineness: fineness[page],
    measure: measureRoughly,
  });
  const { body } = render(StaticPage, {
    props: { page, setting, pictures, drawing, sources: opened.sources, full },
  });
  const described = rowsOf(
    opened.events.length ? opened.events : known(setting.details, pictures[0]!.picture.here.page),
  );
  const about = textInLanguage(story.description, language);
  const facts = storyFacts(opened.table.start.length, span, words);
  return {
    language,
    title: textInLanguage(story.title, language),
    description: about || facts,
    about,
    facts,
    // Comments tell Svelte what to hydrate; a page at rest is replaced instead.
    body: body.replace(/<!--[^<>]*-->/g, ''),
    jsonLd: [
      ...jsonLdOut.write(
        {
          story: { ...story, events: described },
          root: {},
          records: described.map((event) => ({ feature: null, event })),
          language,
        },
        new Losses(),
      ),
    ]
      .join('')
      .replace(/</g, '\\u003c'),
    map: JSON.stringify(staticMapData(pictures, drawing)).replace(/</g, '\\u003c'),
    points: pointsOf(opened.events, opening.shapes.found),
    sent: sentWith(opened),
  };
}

function sentWith(opened: Opened): string | null {
  const sent = pageDataOf(opened);
  const text = sent && stringify(sent).replace(/</g, '\\u003c');
  return text && text.length <= mostSent ? text : null;
}

function rowsOf(events: readonly Event[]): Event[] {
  return events.slice(0, mostDescribed);
}

function known(details: DisplayContext['details'], rows: Uint32Array | undefined): Event[] {
  return Array.from(rows ?? []).flatMap((row) => details.get(row) ?? []);
}

function pointsOf(
  events: readonly Event[],
  found: ReadonlyMap<string, { readonly point: readonly [number, number] }>,
): Prerendered['points'] {
  const { regions, countries } = codesOf(events);
  return Object.fromEntries(
    [...regions, ...countries].flatMap((code) => {
      const place = found.get(code);
      return place ? [[code, place.point] as const] : [];
    }),
  );
}
