/** What a page says in the pseudo-language that is in no catalogue of messages. */
import type { Page } from 'playwright-core';
import { pseudoLanguage } from '../../src/words/messages';

/** A text of the page, and where it stands. */
interface Said {
  readonly text: string;
  readonly where: string;
}

/** Texts of the page that are not in brackets, each with the words that are left of it.
 * @param own Texts of the story. */
export async function unbracketed(page: Page, own: readonly string[]): Promise<string[]> {
  const leftOver = await Promise.all(
    page.frames().map(async (frame) => {
      const said = await frame.evaluate(collect).catch(() => [] as Said[]);
      return said.flatMap(({ text, where }) => {
        const left = remainder(text, own);
        return left ? [`${where}: ${text.slice(0, 120)} → ${left}`] : [];
      });
    }),
  );
  return [...new Set(leftOver.flat())];
}

/** Members of a story that hold text; others hold codes, whose words are messages. */
const textMembers =
  /^(title|description|summary|name|label|text|by|note|publisher|published|credit|license|alt|sensitive|measure)$/;

/** Texts of a story's file, longest first, which a page shows as they are. */
export function textsOf(story: unknown): string[] {
  const found = new Set<string>();
  const add = (value: unknown) => {
    if (typeof value === 'string') found.add(squeezed(value));
    else if (value && typeof value === 'object') Object.values(value).forEach(add);
  };
  const visit = (value: unknown) => {
    if (!value || typeof value !== 'object') return;
    for (const [name, member] of Object.entries(value)) {
      if (textMembers.test(name)) add(member);
      // The role of an actor and the type of a medium are the author's words.
      if (name === 'actors') for (const { role } of member as { role?: unknown }[]) add(role);
      if (name === 'media') for (const { type } of member as { type?: unknown }[]) add(type);
      // A category without a label goes by its id.
      if (name === 'categories')
        for (const { id } of member as { id: string }[])
          add(id.charAt(0).toUpperCase() + id.slice(1));
      // So does one that no category of the story declares.
      if (name === 'category' && typeof member === 'string')
        add(member.charAt(0).toUpperCase() + member.slice(1));
      visit(member);
    }
  };
  visit(story);
  return [...found].filter((text) => /\p{L}/u.test(text)).sort((a, b) => b.length - a.length);
}

/** Members of a record as its problems name them: `time.date`, `sources[0].url`. */
const fieldPaths = /(?<![\p{L}.])[a-z]\w*(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)+(?!\p{L})/gu;

/** What a text has beside messages, the story's texts, dates and numbers; `''` for no letter. */
export function remainder(text: string, own: readonly string[]): string {
  let left = withoutBrackets(squeezed(text));
  if (isCut(left, own)) return '';
  for (const each of own) {
    if (!/\p{L}/u.test(left)) return '';
    if (left.includes(each)) left = left.replace(wholly(each), ' ');
  }
  left = squeezed(left.replace(dates, ' ').replace(fieldPaths, ' '));
  if (!/\p{L}/u.test(left)) return '';
  return isCut(left, own) ? '' : left;
}

/** A long title is cut where there is no room for it. */
function isCut(text: string, own: readonly string[]): boolean {
  const start = /^(.+)…$/.exec(text)?.[1];
  return start !== undefined && own.some((each) => each.startsWith(start));
}

/** A text that is no part of a longer word. */
function wholly(text: string): RegExp {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'gu');
}

/** Messages stand in brackets, and may have others in them. */
function withoutBrackets(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === '[') depth++;
    if (depth === 0) left += letter;
    if (letter === ']' && depth > 0) depth--;
  }
  // A bracket that is never closed hides nothing.
  return depth === 0 ? left : text;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words that Intl writes in dates, counts and lengths of time. */
const dates = new RegExp(
  `(?<!\\p{L})(?:${[...wordsOfDates()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})|(?<=\\d)[KMBT](?!\\p{L})`,
  'gu',
);

function wordsOfDates(): Set<string> {
  const found = new Set<string>();
  const add = (text: string) => text.match(/\p{L}+/gu)?.forEach((word) => found.add(word));
  for (const locale of ['en-GB', pseudoLanguage])
    for (let month = 0; month < 12; month++)
      for (const style of ['long', 'short'] as const) {
        const write = (ms: number, options: Intl.DateTimeFormatOptions) =>
          add(new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(ms));
        write(Date.UTC(2025, month, 1), { month: style, weekday: style, day: 'numeric' });
        write(Date.UTC(2025, 0, month + 1), { weekday: style });
        write(Date.UTC(-5000, 0, 1), { year: 'numeric', era: 'short' });
        write(Date.UTC(2025, 0, 1), { dateStyle: style === 'long' ? 'long' : 'medium', timeStyle: 'short' }); // prettier-ignore
      }
  for (const unit of ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])
    for (const count of [1, 2])
      add(new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(count)); // prettier-ignore
  return found;
}

/** Runs in the page: every text that can be seen or heard. Names drawn on the map come with the world;
 * code and values that a file gives are quoted as they are. */
function collect(): { text: string; where: string }[] {
  const quoted =
    'code, q, td.value, script, style, noscript, textarea, iframe, .dl-labels text:not(.label)';
  const spoken = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'alt',
    'title',
    'placeholder',
  ];
  const said: { text: string; where: string }[] = [];
  const whereOf = (element: Element) => {
    const part = element.closest('[aria-label], dialog, article, main, header, footer');
    const kind = element.getAttribute('class')?.replace(/\s*svelte-\w+/g, '');
    return `${part?.localName ?? 'body'} > ${element.localName}${kind ? `.${kind.trim()}` : ''}`;
  };
  const shown = (element: Element) =>
    element.closest('svg') ? element.closest('svg')!.checkVisibility() : element.checkVisibility();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement!;
    const text = node.textContent ?? '';
    if (!text.trim() || parent.closest(quoted) || !shown(parent)) continue;
    said.push({ text, where: whereOf(parent) });
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('.dl-labels text:not(.label)') || !shown(element)) continue;
    for (const name of spoken) {
      const text = element.getAttribute(name);
      if (text) said.push({ text, where: `${whereOf(element)}[${name}]` });
    }
  }
  said.push({ text: document.title, where: 'title' });
  return said;
}
