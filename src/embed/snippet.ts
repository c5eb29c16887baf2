/** What a newsroom pastes into a page to show a map there, as text. Pure. */

export interface Framing {
  /** Absolute address of the framed page. */
  readonly src: string;
  readonly title: string;
  /** Pixels. */
  readonly height: number;
}

/** A frame in plain HTML, as wide as what it stands in. It works without any referrer. */
export function iframeSnippet({ src, title, height }: Framing): string {
  return tag(
    'iframe',
    {
      src,
      title,
      width: '100%',
      height: String(height),
      style: 'border: 0',
      loading: 'lazy',
      allow: 'fullscreen',
      referrerpolicy: 'no-referrer',
    },
    '',
  );
}

export interface ElementSnippet {
  /** Absolute address of `embed.js`. */
  readonly script: string;
  /** Attributes of the element: parameters of its page, and `height` where it is fixed. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands there until scripts run, and where none do. */
  readonly link: { readonly href: string; readonly title: string };
}

/** `<datelines-embed>` and its script. */
export function elementSnippet({ script, attributes, link }: ElementSnippet): string {
  return [
    `<script src="${escaped(script)}" async></script>`,
    tag('datelines-embed', { title: link.title, ...attributes }, `\n  ${linkSnippet(link)}\n`),
  ].join('\n');
}

export function linkSnippet({ href, title }: { href: string; title: string }): string {
  return tag('a', { href }, escaped(title));
}

/** An element with attributes, which are escaped; `content` is markup, `null` for an element that
 * has no end. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | null,
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${written.join('')}`;
  return content === null ? `${start} />` : `${start}>${content}</${name}>`;
}

/** Text as it stands in markup, between tags or in an attribute within double quotes. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
