/** Grid lines at the zone's own midnights, months and years, and labels that do not overlap. */
import { dayLength } from '../../model/time/calendar';
import { fromClock, interval, step, toClock, type Step } from '../../view/steps';
import { timeScale } from './scale';
import { localeOf } from '../../words/messages';
import type { Range } from '../../model/time/calendar';

export interface LabelPart {
  readonly text: string;
  /** Printed stronger than what is around: the day of the month, the year. */
  readonly strong: boolean;
}

export interface TickLabel {
  /** Pixels from the left to the label's left end. */
  readonly x: number;
  readonly size: number;
  readonly parts: readonly LabelPart[];
}

export interface Ticks {
  /** Pixels from the left. */
  readonly lines: readonly number[];
  /** From left to right; none overlaps another or leaves the track. */
  readonly labels: readonly TickLabel[];
}

/** How a track is measured and written. */
export interface TickStyle {
  readonly width: number;
  /** IANA. */
  readonly zone: string;
  /** BCP 47. */
  readonly language: string;
  /** "13 15 17" instead of "Sat 13". */
  readonly short: boolean;
  /** Pixels a text takes. */
  measure(text: string): number;
}

const steps: readonly Step[] = [
  ...[1, 5, 15, 30].map((count) => step('minute', count)),
  ...[1, 3, 6, 12].map((count) => step('hour', count)),
  ...[1, 2].map((count) => step('day', count)),
  step('week'),
  ...[1, 3, 6].map((count) => step('month', count)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count) => step('year', count)),
];

const between = 10;

/** Lines for the finest step that stays `apart` pixels wide, labels for the finest that fits.
 * Hours come late: a week is read in days. */
export function ticksFor(focus: Range, style: TickStyle, apart = 36): Ticks {
  const { width } = style;
  const perPixel = (focus[1] - focus[0]) / Math.max(1, width);
  const wide = (least: number) => (each: Step) => each.length / perPixel >= least;
  const twoDays = (each: Step) => each.unit === 'day' && each.count === 2;
  const least = ({ unit }: Step) =>
    unit === 'minute' || unit === 'hour'
      ? Math.max(90, apart)
      : unit === 'day'
        ? apart * 0.6
        : apart;
  const fine = steps.find((each) => wide(least(each))(each) && !twoDays(each)) ?? steps.at(-1)!;
  let by = fine;
  let labels = labelsFor(focus, by, style);
  for (const coarser of steps.slice(steps.indexOf(fine) + 1)) {
    if (wide(widest(labels) + between)(by)) break;
    by = coarser;
    labels = labelsFor(focus, by, style);
  }
  // Weeks and months do not nest: months written over lines of weeks would say something false.
  const ruled = fine.unit === 'week' && by.unit !== 'week' ? by : fine;
  const lines = boundaries(focus, ruled, style)
    .map(timeScale(focus, width))
    .filter((x) => x >= 0 && x <= width);
  return { lines, labels: apartFrom(labels, width) };
}

/** Boundaries from the last one before the focus to the first one after it; never more than there are
 * pixels, and none where the focus is no range. */
function boundaries(focus: Range, by: Step, { zone, width }: TickStyle): number[] {
  const starts: number[] = [];
  if (!(focus[1] > focus[0] && Number.isFinite(width))) return starts;
  const local = interval(by);
  const last = toClock(focus[1], zone);
  let at = local.floor(new Date(toClock(focus[0], zone)));
  for (let left = Math.ceil(width) + 3; left > 0; left--) {
    starts.push(fromClock(at.getTime(), zone));
    if (at.getTime() > last) break;
    at = local.offset(at);
  }
  return starts;
}

function labelsFor(focus: Range, by: Step, style: TickStyle): TickLabel[] {
  const { width, zone } = style;
  const pixel = timeScale(focus, width);
  const made = (x: (size: number) => number, parts: LabelPart[]): TickLabel => {
    const size = style.measure(parts.map((part) => part.text).join(''));
    return { x: x(size), size, parts };
  };
  if (by.unit === 'day') {
    const days = boundaries(focus, step('day'), style);
    return days.slice(0, -1).flatMap((at, index) => {
      const local = new Date(toClock(at, zone));
      // Every other day by its number since 1970, so that panning does not make labels flicker.
      if (Math.round(local.getTime() / dayLength) % by.count !== 0) return [];
      const from = Math.max(0, pixel(at));
      const to = Math.min(width, pixel(days[index + 1]!));
      const label = made((size) => (from + to - size) / 2, dayParts(local, style));
      return to - from < label.size && (from === 0 || to === width) ? [] : [label];
    });
  }
  let year: number | null = null;
  return boundaries(focus, by, style).flatMap((at) => {
    const x = pixel(at);
    if (x < 0 || x >= width) return [];
    const local = new Date(toClock(at, zone));
    const fresh = year !== local.getUTCFullYear();
    year = local.getUTCFullYear();
    return [made(() => x, partsFor(local, by, fresh, style))];
  });
}

function partsFor(local: Date, by: Step, newYear: boolean, style: TickStyle): LabelPart[] {
  const era = local.getUTCFullYear() > 0 ? {} : ({ era: 'short' } as const);
  const write = (options: Intl.DateTimeFormatOptions) => formatted(local, style.language, options);
  const midnight = local.getTime() % dayLength === 0;
  const year = newYear ? ({ year: 'numeric', ...era } as const) : {};
  if (by.unit === 'minute' || by.unit === 'hour')
    return midnight ? dayParts(local, style) : write({ hour: '2-digit', minute: '2-digit' });
  if (by.unit === 'week') return write({ day: 'numeric', month: 'short', ...year });
  if (by.unit === 'month') return write({ month: 'short', ...year });
  return write({ year: 'numeric', ...era });
}

function dayParts(local: Date, style: TickStyle): LabelPart[] {
  const first = local.getUTCDate() === 1;
  if (first) return formatted(local, style.language, { day: 'numeric', month: 'short' });
  if (style.short)
    return formatted(local, style.language, { day: 'numeric' }).map(({ text }) => ({
      text,
      strong: false,
    }));
  return formatted(local, style.language, { weekday: 'short', day: 'numeric' });
}

function formatted(
  local: Date,
  language: string,
  options: Intl.DateTimeFormatOptions,
): LabelPart[] {
  const locale = localeOf(language);
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hourCycle: 'h23', ...options });
    formats.set(key, format);
  }
  return format
    .formatToParts(local)
    .map(({ type, value }) => ({ text: value, strong: type === 'day' || type === 'year' }));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function widest(labels: readonly TickLabel[]): number {
  return labels.reduce((most, label) => Math.max(most, label.size), 0);
}

function apartFrom(labels: readonly TickLabel[], width: number): TickLabel[] {
  const kept: TickLabel[] = [];
  let end = -between;
  for (const label of labels) {
    if (label.x < 0 || label.x + label.size > width || label.x < end + between) continue;
    kept.push(label);
    end = label.x + label.size;
  }
  return kept;
}
