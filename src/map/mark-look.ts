/** How a mark looks: sizes, ring shares and short numbers. Pure. */
import type { MapMark } from './types';

/** A lone mark's glyph, in pixels. */
export const glyphSize = 22;
/** A lone mark's button: its target is larger than its glyph. */
export const loneTarget = 30;
/** The ring around the selected event, in pixels from its place. */
export const selectedRadius = 18;

const smallest = 28;
const largest = 56;

/** The diameter of a mark in pixels: 28 for two events, one step more for each doubling, 56 at
 * most. By the logarithm, so that one battle in a thousand does not cover the other places. */
export function markSize({ count }: Pick<MapMark, 'count'>): number {
  if (count <= 1) return loneTarget;
  return Math.round(Math.min(largest, smallest + (Math.log2(count) - 1) * 2.2));
}

/** Pixels from a mark's place that nothing may cover. */
export function markRadius(mark: Pick<MapMark, 'count'>): number {
  return (mark.count <= 1 ? glyphSize : markSize(mark)) / 2 + 2;
}

/** One arc a category present: where it begins and how long it is, of a ring of length 1. */
export function ringOf(
  byCategory: readonly number[],
): { category: number; start: number; share: number }[] {
  const total = byCategory.reduce((sum, count) => sum + count, 0);
  let start = 0;
  return byCategory.flatMap((count, category) => {
    if (count <= 0) return [];
    const arc = { category, start, share: count / total };
    start += arc.share;
    return [arc];
  });
}

/** "980", "4.1 k", "203 k": up to three digits, never rounded to fewer than two. */
export function shortCount(count: number, language: string): string {
  return formatFor(language, count)
    .formatToParts(count)
    .map(({ type, value }) => (type === 'compact' ? `\u202f${value === 'K' ? 'k' : value}` : value))
    .join('')
    .replace(/\s+/g, '\u202f');
}

/** Making a format takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(language: string, count: number): Intl.NumberFormat {
  const digits = count < 1000 ? 0 : count < 10_000 ? 2 : 3;
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(
      language,
      digits ? { notation: 'compact', maximumSignificantDigits: digits } : {},
    );
    formats.set(key, format);
  }
  return format;
}
