/** What a file that a story shows is, and where it lies. Pure. */
import type { Media } from '../model/event';

/** The kind of file, by its type alone; `null` for what is only linked to. */
export function mediaKind(media: Pick<Media, 'type'>): 'image' | 'video' | 'audio' | null {
  const type = media.type.toLowerCase();
  if (/^(image|photo|picture|map)\b/.test(type)) return 'image';
  if (/^(video|film)\b/.test(type)) return 'video';
  return /^(audio|sound|recording)\b/.test(type) ? 'audio' : null;
}

/**
 * The address of a picture, film or recording; `null` where it has none that a page may fetch, as for
 * one beside a file of the reader's device.
 * @param base The story's own address, absolute, or the way to it from the page.
 */
export function mediaAddress(url: string, base: string): string | null {
  if (URL.canParse(url)) return url;
  if (/^https?:/.test(base)) return new URL(url, base).href;
  if (url.startsWith('/')) return url;
  return URL.canParse(base) ? null : base.replace(/[^/]*$/, '') + url;
}

/** Whether nobody but the page's own host learns of it being fetched. */
export function isOwnHost(address: string, page: string): boolean {
  return new URL(address, page).origin === new URL(page).origin;
}
