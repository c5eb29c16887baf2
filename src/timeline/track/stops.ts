/** What the keyboard can reach on a track: each bar, or each column that has events. Pure; pixels. */
import { timeScale } from '../scale/scale';
import type { Bar, Bins } from '../types';
import type { PlacedBar } from './lanes';
import { totals } from './stack';
import type { Range } from '../../model/time/calendar';

export interface TrackStop {
  /** Tells it from the others. */
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The event; `null` for a column. */
  readonly bar: Bar | null;
  /** The moments and the count of a column; `null` for a bar. */
  readonly column: { readonly range: Range; readonly count: number } | null;
}

/** Pixels from a bar's middle to the edge of its stop, at most. */
const halfBar = 9;

/** A stop for each bar, by start.
 * @param pitch Pixels from one row to the next. */
export function barStops(bars: readonly PlacedBar[], pitch: number, width: number): TrackStop[] {
  const half = Math.min(halfBar, pitch / 2);
  return bars
    .map(({ bar, x0, x1, row }) => ({
      key: `bar ${bar.row}`,
      left: Math.min(width, Math.max(0, x0)),
      right: Math.min(width, Math.max(0, x1)),
      top: (row + 0.5) * pitch - half,
      bottom: (row + 0.5) * pitch + half,
      bar,
      column: null,
    }))
    .sort((a, b) => a.bar.start - b.bar.start || a.bar.end - b.bar.end || a.bar.row - b.bar.row);
}

/** A stop for each column in sight that has events. */
export function columnStops(bins: Bins, focus: Range, width: number, height: number): TrackStop[] {
  const scale = timeScale(focus, width);
  const each = (bins.to - bins.from) / bins.count;
  return Array.from(totals(bins), (count, bin) => {
    const range: Range = [bins.from + bin * each, bins.from + (bin + 1) * each];
    return {
      key: `column ${range[0]}`,
      left: Math.max(0, scale(range[0])),
      right: Math.min(width, scale(range[1])),
      top: 0,
      bottom: height,
      bar: null,
      column: { range, count },
    };
  }).filter(({ left, right, column }) => column.count > 0 && left < right);
}

/** The stop nearest to a place across the track, where the one that was there is gone. */
export function nearestStop(stops: readonly TrackStop[], x: number): TrackStop | undefined {
  const away = ({ left, right }: TrackStop) => Math.max(left - x, x - right, 0);
  return stops.reduce<TrackStop | undefined>(
    (best, stop) => (best && away(best) <= away(stop) ? best : stop),
    undefined,
  );
}
