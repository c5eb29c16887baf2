/** The strip of the whole story: its domain, and the names of far events on it. Pure. */
import { shorten } from '../scale/shorten';
import { timeScale } from '../scale/scale';
import { ticksFor, type Ticks, type TickStyle } from '../scale/ticks';
import { niceMost, totals } from '../track/stack';
import type { Bar, Bins } from '../types';
import type { Range } from '../../model/time/calendar';

export interface Landmark {
  readonly bar: Bar;
  /** Pixels to the tick. */
  readonly x: number;
  /** Pixels to the text's left end; the text is `''` where there is no room. */
  readonly textX: number;
  readonly text: string;
  /** Pixels of the whole button, at least 24. */
  readonly left: number;
  readonly size: number;
}

/** The span with a little air, so that what happens at its ends can be seen. */
export function overviewDomain(span: Range): Range {
  const air = Math.max(1, (span[1] - span[0]) * 0.012);
  return [span[0] - air, span[1] + air];
}

/** Pixels of the strip's counts in height. */
export const stripHeight = 16;

/** What the strip shows, in pixels. */
export interface Strip {
  readonly ticks: Ticks;
  /** One for each bin that has events. */
  readonly counts: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** What the track shows, and what is chosen: wide enough to be seen. */
  readonly focus: { readonly x: number; readonly width: number };
  readonly window: { readonly x: number; readonly width: number };
}

export function placeStrip(
  span: Range,
  { focus, window, bins }: { focus: Range; window: Range; bins: Bins | null },
  style: TickStyle,
): Strip {
  const { width } = style;
  const domain = overviewDomain(span);
  const scale = timeScale(domain, width);
  const pixel = (time: number) => Math.min(Math.max(scale(time), 0), width);
  const box = ([from, to]: Range, least: number) => {
    const wide = Math.max(least, pixel(to) - pixel(from));
    return { x: Math.min(pixel(from), width - wide), width: wide };
  };
  return {
    ticks: ticksFor(domain, style, 180),
    counts: bins ? countsOf(bins, pixel) : [],
    focus: box(focus, 8),
    window: box(window, 5),
  };
}

function countsOf(bins: Bins, pixel: (ms: number) => number): Strip['counts'] {
  const most = niceMost(bins);
  const each = (bins.to - bins.from) / bins.count;
  return [...totals(bins)].flatMap((count, bin) => {
    if (count === 0) return [];
    const x = pixel(bins.from + bin * each);
    const width = Math.max(1, pixel(bins.from + (bin + 1) * each) - x - 0.5);
    return [{ x, width, height: Math.max(2, (count / most) * stripHeight) }];
  });
}

/** Names right of their tick where there is room before the next one and `taken` (pixels, the
 * window's rectangle), else left, else shortened, else none. Later ticks keep 24 px of their own
 * or share their predecessor's place unnamed. */
export function placeLandmarks(
  bars: readonly Bar[],
  domain: Range,
  width: number,
  taken: readonly [number, number],
  measure: (text: string) => number,
): Landmark[] {
  const pixel = timeScale(domain, width);
  const ticks = bars
    .map((bar) => ({ bar, x: pixel(Math.max(bar.start, domain[0])) }))
    .filter(({ x }) => x >= 0 && x <= width)
    .sort((a, b) => a.x - b.x);
  const placed: Landmark[] = [];
  let end = 0;
  for (const [index, { bar, x }] of ticks.entries()) {
    // Two ticks closer than a finger are one target: the first.
    if (placed.length > 0 && x - placed.at(-1)!.x < target) continue;
    const next = ticks.slice(index + 1).find((tick) => tick.x - x >= target)?.x ?? width;
    const stop = taken[0] > x ? Math.min(next, taken[0]) : next;
    const free = Math.max(end, taken[1] <= x ? taken[1] : 0);
    const whole = measure(bar.label) + textGap;
    const onLeft = stop - x - 8 < whole && x - free - 8 >= whole;
    const room = onLeft ? x - free - 8 : stop - x - 8;
    const text = room > 48 ? shorten(bar.label, room - textGap, measure) : '';
    const size = text ? measure(text) + textGap + 4 : 0;
    const from = onLeft && text ? x - size : Math.max(0, x - (size < target ? target / 2 : 4));
    const to = onLeft && text ? x + 4 : Math.max(x + size, from + target);
    placed.push({
      bar,
      x,
      text,
      textX: onLeft ? x - size + 2 : x + textGap,
      left: from,
      size: Math.max(target, to - from),
    });
    end = to;
  }
  return placed;
}

const target = 24;
const textGap = 7;
