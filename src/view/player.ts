/** Headless play: from one window to the next. Pure. */
import { knownBounds, type TimeColumns } from '../story/story-span';
import { ceil, floor, moveOnGrid, step, type Step } from './steps';
import type { Range } from '../model/time/calendar';

/** How far and how fast Play goes. */
export interface Playback {
  /** What a window moves by; `null`: the tick that fits what is played. */
  readonly step: Step | null;
  /** Steps a second. */
  readonly speed: number;
  /** The window keeps its start; else it keeps its length. */
  readonly cumulative: boolean;
}

/** What is played, and the way there. */
export interface PlayPlan {
  /** From the first event to the last. */
  readonly range: Range;
  readonly step: Step;
  readonly cumulative: boolean;
  /** The exclusive end of what is reported: no step leads over it. */
  readonly asOf: number | null;
  /** IANA. */
  readonly zone: string;
}

/** Ticks that Play may go by, finest first. */
export const playTicks: readonly Step[] = [
  step('minute'),
  step('minute', 5),
  step('minute', 15),
  step('hour'),
  step('hour', 3),
  step('day'),
  step('week'),
  step('month'),
  step('year'),
  step('year', 10),
  step('year', 100),
  step('year', 1000),
];

/** How many ticks a range has at least: a week is played by days, a night by hours. */
const leastTicks = 6;

/** The coarsest tick of which a range holds six; the finest where it holds fewer of any. */
export function fittingTick([from, to]: Range): Step {
  return playTicks.findLast(({ length }) => length * leastTicks <= to - from) ?? playTicks[0]!;
}

/** What Play goes by in a view. */
export interface PlayScene {
  readonly times: TimeColumns;
  /** What the track shows. */
  readonly focus: Range;
  readonly span: Range;
  readonly asOf: number | null;
  readonly zone: string;
  readonly playback: Playback;
}

/** From the first event that begins in what the track shows to where the last one ends there, in
 * whole ticks inside the span; `null` where none begins there. */
export function planOf({ times, focus, span, asOf, zone, playback }: PlayScene): PlayPlan | null {
  let [from, to] = [Infinity, -Infinity];
  for (let row = 0; row < times.start.length; row++) {
    const start = times.start[row]!;
    if (start < focus[0] || start >= focus[1]) continue;
    const end = knownBounds({ start, end: times.end[row]! })![1];
    from = Math.min(from, start);
    to = Math.max(to, end <= focus[1] ? end : start + 1);
  }
  if (from === Infinity) return null;
  const by = playback.step ?? fittingTick([from, to]);
  const range = [
    Math.max(Math.min(span[0], from), floor(from, by, zone)),
    Math.min(Math.max(span[1], to), ceil(to, by, zone)),
  ] as const;
  return { range, step: by, cumulative: playback.cumulative, asOf, zone };
}

/** The window after one step, `null` where the last one has been shown. */
export function nextWindow(window: Range, { range, step, ...plan }: PlayPlan): Range | null {
  const [from, to] = window;
  if (to >= range[1]) return null;
  const next = moveOnGrid(Math.max(to, range[0]), step, 1, plan.zone);
  if (!plan.cumulative) {
    const end = Math.min(next, range[1]);
    return [end - Math.min(to - from, range[1] - range[0]), end];
  }
  const stop = plan.asOf !== null && plan.asOf > to && plan.asOf < next ? plan.asOf : next;
  return [from, Math.min(stop, range[1])];
}

/** The window that pressing Play shows: the next one, or the first where the last one is shown or
 * what is played lies elsewhere. */
export function firstWindow(window: Range, plan: PlayPlan): Range {
  const { range, step, cumulative, zone } = plan;
  const [from, to] = range;
  const inside = window[0] >= from && window[1] > from;
  const next = inside ? nextWindow(window, plan) : null;
  if (next) return next;
  const length = window[1] - window[0];
  const first = cumulative || length >= to - from ? moveOnGrid(from, step, 1, zone) : from + length;
  return [from, Math.min(to, first)];
}
