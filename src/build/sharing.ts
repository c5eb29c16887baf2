/** What other sites read when a page's address is pasted there: oEmbed 1.0 and Open Graph. Pure. */
import { escaped, tag } from '../embed/snippet.ts';

export interface SharedStory {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The picture's size and what it shows, where there is one. */
  readonly card: { readonly width: number; readonly height: number; readonly alt: string } | null;
}

/** Pixels of the frame that oEmbed gives. A static file can't obey `maxwidth`, so it is as wide as
 * the columns of most sites. */
const [width, height] = [600, 560];

/** Below a story's folder. */
const names = { oembed: 'oembed.json', card: 'card.png' } as const;

/** A story's folder below the site's root. */
export function folderOf(id: string): string {
  return `s/${encodeURIComponent(id)}/`;
}

/** oEmbed 1.0 of type rich. The frame has no script around it: WordPress takes nothing else. A site
 * whose address is not known can be linked to only: whoever reads this has no other way to it.
 * @param site Ends in a slash. */
export function oembed({ id, title, card }: SharedStory, site: string | null): object {
  if (!site) return { version: '1.0', type: 'link', title, provider_name: 'Datelines' };
  const page = `${site}${folderOf(id)}`;
  const link = tag('blockquote', {}, tag('a', { href: page }, escaped(title)));
  const frame = tag(
    'iframe',
    {
      src: `${page}embed/`,
      title,
      width: String(width),
      height: String(height),
      frameborder: '0',
      style: 'border: 0; max-width: 100%',
      loading: 'lazy',
      allow: 'fullscreen',
    },
    '',
  );
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Datelines',
    provider_url: site,
    width,
    height,
    html: link + frame,
    ...(card && {
      thumbnail_url: `${page}${names.card}`,
      thumbnail_width: card.width,
      thumbnail_height: card.height,
    }),
  };
}

/** Tags of a page's head. Without the site's address they say the way from the page, which most
 * readers of them follow; not `og:url`, which is a name.
 * @param way From the page to the site's root. */
export function sharingTags(story: SharedStory, site: string | null, way: string): string[] {
  const { id, title, description, card } = story;
  const page = `${site ?? way}${folderOf(id)}`;
  const properties: Record<string, string> = {
    'og:type': 'article',
    'og:site_name': 'Datelines',
    'og:title': title,
    'og:description': description,
    ...(site && { 'og:url': page }),
    ...(card && {
      'og:image': `${page}${names.card}`,
      'og:image:type': 'image/png',
      'og:image:width': String(card.width),
      'og:image:height': String(card.height),
      'og:image:alt': card.alt,
    }),
  };
  return [
    ...Object.entries(properties).map(([property, content]) =>
      tag('meta', { property, content }, null),
    ),
    tag('meta', { name: 'twitter:card', content: card ? 'summary_large_image' : 'summary' }, null),
    tag(
      'link',
      { rel: 'alternate', type: 'application/json+oembed', href: `${page}${names.oembed}`, title },
      null,
    ),
  ];
}
