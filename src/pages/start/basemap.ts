/** Which base map a page draws: one on its own host, or on that of the story. Pure. */
import { t } from '../../words/page';
import type { AddressNote } from '../../view/address';

export interface BasemapChoice {
  /** `null` for the bundled one alone. */
  readonly url: string | null;
  /** One that was named and is not used, and why. */
  readonly notes: readonly AddressNote[];
}

/**
 * The story's, else the site's. One on another host is never fetched, so that no third party learns
 * of the page's readers.
 * @param story What the story names, as seen from `storyUrl`.
 * @param site What the deployment names, as seen from `root`.
 */
export function basemapFor(
  story: string | undefined,
  storyUrl: string,
  site: string | undefined,
  root: string,
): BasemapChoice {
  const notes: AddressNote[] = [];
  const hosts = [storyUrl, root].map((address) => new URL(address).origin);
  for (const [value, base] of [
    [story, storyUrl],
    [site, root],
  ] as const) {
    if (!value) continue;
    let url: URL;
    try {
      url = new URL(value, base);
    } catch {
      notes.push({ key: 'basemap', value, message: t('basemap.noAddress') });
      continue;
    }
    if (/^https?:$/.test(url.protocol) && hosts.includes(url.origin))
      return { url: url.href, notes };
    notes.push({
      key: 'basemap',
      value,
      message: t('basemap.otherHost', { host: url.host }),
    });
  }
  return { url: null, notes };
}
