/** How a mark looks: sizes, ring shares and short numbers. Pure. */
import type { MapMark } from '../types';

/** A lone mark's glyph, in pixels. */
export const glyphSize = 22;
/** A lone mark's button: its target is larger than its glyph. */
export const loneTarget = 30;
/** The ring around the selected event, in pixels from its place. */
export const selectedRadius = 18;

/** The largest disc, in pixels: marks stand 50 pixels apart, and the number of a neighbour takes 12. */
const largest = 76;
/** Counts from which the largest disc may stand for more than one count. */
const leastPeak = 8;

/**
 * The diameter in pixels by count, of marks that are shown together. Areas are true to counts; only
 * where its number would have no room is a disc larger. The unit is a step for each doubling of the
 * highest count, so that most marks keep their sizes while a window is dragged.
 *
 * @param peak The highest count.
 */
export function sizeScale(peak: number): (count: number) => number {
  const unit = largest / Math.sqrt(2 ** Math.ceil(Math.log2(Math.max(leastPeak, peak))));
  return (count) =>
    count <= 1 ? loneTarget : Math.round(Math.max(leastFor(count), unit * Math.sqrt(count)));
}

/** A disc that has room for its number: "12", "980", "4.1 k". */
function leastFor(count: number): number {
  return count < 100 ? loneTarget : count < 1000 ? 36 : 44;
}

/** Small marks stand on large ones, whose rim stays in sight all round; lone ones on all. */
export function layerOf({ count, size }: Pick<MapMark, 'count' | 'size'>): number {
  return count <= 1 ? 100 : 100 - size;
}

/** Pixels from a mark's place that nothing may cover. */
export function markRadius({ count, size }: Pick<MapMark, 'count' | 'size'>): number {
  return (count <= 1 ? glyphSize : size) / 2 + 2;
}

/** Parts of a ring: finer differences of shares are no pixel wide. */
const parts = 256;

/** One arc a category present, as an SVG dash pattern on a ring of length 256 that begins at the
 * top: nothing up to where it starts, then its length. The dashes of a ring meet without a gap. */
export function ringOf(byCategory: readonly number[]): { category: number; dashes: string }[] {
  const total = byCategory.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return byCategory.flatMap((count, category) => {
    if (count <= 0) return [];
    const start = Math.round((sum / total) * parts);
    sum += count;
    // A share too small to be seen is drawn as the thinnest line.
    const length = Math.max(1, Math.round((sum / total) * parts) - start);
    return [{ category, dashes: `0 ${start} ${length} ${parts}` }];
  });
}

/** The same arcs as a CSS image: sectors that meet, with nothing between their colours. */
export function ringImage(
  byCategory: readonly number[],
  colorOf: (category: number) => string,
): string {
  const total = byCategory.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  let stops = '';
  for (const [category, count] of byCategory.entries()) {
    if (count <= 0) continue;
    const start = Math.round((sum / total) * parts);
    sum += count;
    const end = Math.max(start + 1, Math.round((sum / total) * parts));
    const [from, to] = [(start * 100) / parts, (end * 100) / parts];
    stops += `${stops && ', '}${colorOf(category)} ${from}% ${to}%`;
  }
  return stops && `conic-gradient(${stops})`;
}

/** The face of a mark of several events: its disc, whose colour is `--disc`, over its ring. One property
 * for all, since a screen of marks is drawn anew while a window is dragged. */
export function faceImage(
  byCategory: readonly number[],
  colorOf: (category: number) => string,
): string {
  const ring = ringImage(byCategory, colorOf);
  return `linear-gradient(var(--disc) 0 0)${ring && `, ${ring}`}`;
}

/** "980", "4.1 k", "203 k": up to three digits, never rounded to fewer than two. */
export function shortCount(count: number, language: string): string {
  let known = written.get(language);
  if (!known) written.set(language, (known = { formats: [], texts: new Map() }));
  const { formats, texts } = known;
  let text = texts.get(count);
  if (text === undefined) {
    const digits = count < 1000 ? 0 : count < 10_000 ? 2 : 3;
    text = (formats[digits] ??= formatOf(language, digits))
      .formatToParts(count)
      .map(({ type, value }) =>
        type === 'compact' ? `\u202f${value === 'K' ? 'k' : value}` : value,
      )
      .join('')
      .replace(/\s+/g, '\u202f');
    if (texts.size === mostTexts) texts.clear();
    texts.set(count, text);
  }
  return text;
}

/** Counts come again while a window is dragged, and writing one takes long; making a format far
 * longer. */
const written = new Map<string, { formats: Intl.NumberFormat[]; texts: Map<number, string> }>();
const mostTexts = 4096;

function formatOf(language: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(
    language,
    digits ? { notation: 'compact', maximumSignificantDigits: digits } : {},
  );
}
