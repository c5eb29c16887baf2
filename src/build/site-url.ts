/**
 * Where the site will stand, as the environment says it (`SITE_URL`): an http(s) address that ends in
 * a slash. What others fetch from elsewhere (oEmbed, Open Graph) can name its pages by that alone.
 */

/** @returns `null` where none is given. Throws an `Error` where what is given is none. */
export function siteUrl(given: string | undefined): string | null {
  if (!given?.trim()) return null;
  const wrong = (why: string) =>
    new Error(
      `SITE_URL is "${given}", ${why}: expected an address such as https://example.org/maps/`,
    );
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw wrong('which is no http(s) address');
  if (url.username || url.password) throw wrong('which holds a name or password');
  if (url.search || url.hash) throw wrong('which goes on after the path');
  return url.href.replace(/\/*$/, '/');
}

/** What a build says that has none. */
export const noSiteUrl =
  'SITE_URL is not set: oEmbed gives no frame, and og:image no whole address ' +
  '(SITE_URL=https://example.org/maps/ gives them)';
