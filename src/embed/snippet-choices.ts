/** Choices of the embed dialog → what is pasted into a page. Pure. */
import { heightFor } from './heights';
import { elementSnippet, iframeSnippet } from './snippet';
import type { Event, Outline, Text } from '../model/event';
import { printAddress, printParameters, type Address } from '../view/address';

export type SnippetForm = 'iframe' | 'element' | 'link';

export interface PageState {
  /** Absolute address of the site's root, ending in a slash. */
  readonly root: string;
  /** The id of a bundled story; of another `address.src` says where it is. */
  readonly story: string;
  readonly title: string;
  /** All that can be said of what is looked at: window and camera too, as they are. */
  readonly address: Address;
}

export interface Choices {
  form: SnippetForm;
  /** Pixels. */
  height: number;
  /** Fit the height to the width instead, which the element can. */
  fits: boolean;
  theme: 'auto' | 'light' | 'dark';
  /** `undefined` for the story's own. */
  lang: string | undefined;
  /** Keep the dates of the window; where the map looks; selected event, categories and search. */
  dates: boolean;
  view: boolean;
  picks: boolean;
}

export interface Snippet {
  readonly code: string;
  /** Address of the framed page, for the form that shows none too. */
  readonly frame: string;
  /** Pixels of the frame; `null` where it fits its width. */
  readonly height: number | null;
}

export const heights = { least: 320, most: 1200, usual: 560 } as const;

export function snippetOf(shown: PageState, choices: Readonly<Choices>): Snippet {
  const { root, story, title } = shown;
  const address = kept(shown.address, choices);
  const search = printAddress(address);
  const folder = `${root}${address.src ? '' : `s/${encodeURIComponent(story)}/`}`;
  const link = { href: `${folder}${search}`, title };
  const frame = `${folder}embed/${search}`;
  const { form, height } = choices;
  if (form === 'link') return { code: link.href, frame, height };
  if (form === 'iframe')
    return { code: iframeSnippet({ src: frame, title, height }), frame, height };
  const fixed = choices.fits ? null : height;
  const { style = {}, ...others } = address;
  const properties = Object.entries(style).map(([name, value]) => `${name}: ${value}`);
  const attributes = {
    ...(!address.src && { story }),
    ...printParameters(others),
    ...(properties.length > 0 && { style: properties.join('; ') }),
    ...(fixed !== null && { height: String(fixed) }),
  };
  return {
    code: elementSnippet({ script: `${root}embed.js`, attributes, link }),
    frame,
    height: fixed,
  };
}

/** The part of the address that was chosen; the story goes into the path. */
function kept(address: Address, { dates, view, picks, theme, lang }: Readonly<Choices>): Address {
  const { src, from, to, event, at, show, unplaced, q, borders, projection, style } = address;
  return {
    ...(src !== undefined && { src }),
    ...(dates && { from, to }),
    ...(picks && { event }),
    ...(view && { at }),
    ...(picks && { show, unplaced, q }),
    ...(lang !== undefined && { lang }),
    ...(theme !== 'auto' && { theme }),
    borders,
    projection,
    style,
  };
}

/** A height within bounds; `null` where the text is none. */
export function readHeight(text: string): number | null {
  if (!/^\s*\d{1,5}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= heights.least && value <= heights.most ? value : null;
}

/** Pixels that the preview is high. */
export function previewHeight(height: number | null, width: number): number {
  return height ?? heightFor(width);
}

/** Languages that texts of a story are given in, its own first; only that where there are no others. */
export function languagesOf(story: Outline, events: Iterable<Event>): string[] {
  const found = new Set([story.language]);
  const read = (text: Text | undefined) => {
    if (typeof text === 'object') for (const language of Object.keys(text)) found.add(language);
  };
  read(story.title);
  read(story.description);
  for (const { label } of story.categories) read(label);
  for (const { title } of events) read(title);
  return [...found];
}
