/** How high a framed map would like to be, and the ways that hosts of frames are told so. Pure. */

/** A map has no height of its own: a ladder by width, so that telling it moves nothing again. */
export function heightFor(width: number): number {
  return width < 560 ? 720 : width < 900 ? 560 : 620;
}

/** What the address of a frame says of its host: `childId` in the query is Pym's, `secret` in the
 * fragment WordPress's. */
export interface HostHints {
  readonly search: string;
  readonly hash: string;
  readonly href: string;
}

/**
 * The same height in the words of other hosts, beside our own message. AMP: `embed-size` with a
 * sentinel; Medium (Embedly): JSON text `iframe.resize`; Pym.js: text parted by `xPYMx`, where it gave
 * a `childId`; WordPress: `height` with its `secret`, where it gave one.
 */
export function heightMessages(px: number, { search, hash, href }: HostHints): unknown[] {
  const childId = new URLSearchParams(search).get('childId');
  const secret = /[#&?]secret=([A-Za-z0-9]+)/.exec(hash)?.[1];
  return [
    { sentinel: 'amp', type: 'embed-size', height: px },
    JSON.stringify({ src: href, context: 'iframe.resize', height: px }),
    ...(childId && /^[\w-]{1,100}$/.test(childId)
      ? [`pymxPYMx${childId}xPYMxheightxPYMx${px}`]
      : []),
    ...(secret ? [{ message: 'height', value: px, secret }] : []),
  ];
}
