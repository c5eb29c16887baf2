/** Markup → text that is the same on every machine. Tags with nothing between them stand on lines of
 * their own; a space between two is kept, since a reader sees it. */

/** @param markup As `svelte/server` renders it. */
export function normalised(markup: string): string {
  const lines = markup
    .replace(/<!--[^]*?-->/g, '')
    // Classes that style by scope, and ids that count components.
    .replace(/\s?\bsvelte-[a-z0-9]+/g, '')
    .replace(/ class=""/g, '')
    .replace(/(["# ])s\d+(?=[-" )])/g, '$1id')
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replace(/></g, '>\n<')
    .replace(/(<(\w+)[^<>]*>)\n<\/\2>/g, '$1</$2>')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return `${indented(lines).join('\n')}\n`;
}

function indented(lines: readonly string[]): string[] {
  let depth = 0;
  return lines.map((line) => {
    const opened = line.match(/<[a-z][^<>]*[^/<>]>|<[a-z]>/gi) ?? [];
    const closed = line.match(/<\/[a-z]/gi) ?? [];
    const empty = opened.filter((tag) => /^<(?:input|br|img|hr|meta|link|source)\b/i.test(tag));
    const change = opened.length - empty.length - closed.length;
    if (change < 0) depth = Math.max(0, depth + change);
    const text = '  '.repeat(depth) + line;
    if (change > 0) depth += change;
    return text;
  });
}
