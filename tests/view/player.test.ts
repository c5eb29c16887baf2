import { describe, expect, it } from 'vitest';
import { step } from '../../src/view/steps';
import {
  firstWindow,
  fittingTick,
  nextWindow,
  planOf,
  type PlayScene,
} from '../../src/view/player';
import type { Range } from '../../src/model/time/calendar';
import { at, timesAt } from './stories';

const range = (from: string, to: string): Range => [at(from), at(to)];

const week: PlayScene = {
  times: timesAt('2022-02-24', '2025-12-14/2025-12-15', '2025-12', '2025-12-18', '2025-12-20'),
  span: range('2022-02-24', '2026-01-01'),
  focus: range('2025-12-13T18:00Z', '2025-12-21T06:00Z'),
  asOf: null,
  zone: 'UTC',
  playback: { step: null, speed: 1, cumulative: true },
};

/** All windows of one play, as days of their ends. */
function played(scene: Partial<PlayScene>, window = scene.span ?? week.span): Range[] {
  const plan = planOf({ ...week, ...scene })!;
  const windows = [firstWindow(window, plan)];
  for (;;) {
    const next = nextWindow(windows.at(-1)!, plan);
    if (!next) return windows;
    windows.push(next);
    expect(windows.length).toBeLessThan(200);
  }
}
const ends = (windows: readonly Range[]) =>
  windows.map(([, to]) => new Date(to).toISOString().slice(5, 16));

describe('the tick that fits', () => {
  it.each([
    ['2025-12-14', '2025-12-21', 'day', 1],
    ['2025-12-14T20:00Z', '2025-12-15T06:00Z', 'hour', 1],
    ['1969-07-20T20:05Z', '1969-07-20T20:45Z', 'minute', 5],
    ['2022-02-24', '2025-12-21', 'month', 1],
    ['1914-07-28', '2026-01-01', 'year', 10],
    ['2025-12-14T20:00Z', '2025-12-14T20:01Z', 'minute', 1],
  ] as const)('of %s to %s is %s × %d', (from, to, unit, count) => {
    expect(fittingTick(range(from, to))).toMatchObject({ unit, count });
  });
});

describe('play', () => {
  it('goes from the first event on the track to the last, day by day, from one start', () => {
    const windows = played({});
    expect(ends(windows)).toEqual([15, 16, 17, 18, 19, 20, 21].map((day) => `12-${day}T00:00`));
    expect(windows.every(([from]) => from === at('2025-12-14'))).toBe(true);
  });

  it('shows all that is reported before what is planned', () => {
    const asOf = at('2025-12-18T12:00Z');
    expect(ends(played({ asOf })).slice(3, 6)).toEqual([
      '12-18T00:00',
      '12-18T12:00',
      '12-19T00:00',
    ]);
  });

  it('goes on from a window inside, and rewinds at the end and from elsewhere', () => {
    const plan = planOf(week)!;
    expect(firstWindow(range('2025-12-16', '2025-12-18'), plan)).toEqual(
      range('2025-12-16', '2025-12-19'),
    );
    const first = range('2025-12-14', '2025-12-15');
    expect(firstWindow(range('2025-12-14', '2025-12-21'), plan)).toEqual(first);
    expect(firstWindow(range('2022-02-24', '2022-03-01'), plan)).toEqual(first);
  });

  it('keeps the length of the window where it is not cumulative', () => {
    const playback = { step: null, speed: 1, cumulative: false };
    const windows = played({ playback }, range('2025-12-19', '2025-12-21'));
    expect(windows.map(([from, to]) => (to - from) / 86_400_000)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(windows.at(-1)).toEqual(range('2025-12-19', '2025-12-21'));
  });

  it('goes by the step that was chosen, in the days of the zone', () => {
    const scene = { zone: 'Europe/Kyiv', playback: { ...week.playback, step: step('day') } };
    expect(ends(played(scene)).slice(0, 2)).toEqual(['12-14T22:00', '12-15T22:00']);
  });

  it('has nothing to play where no event begins', () => {
    expect(planOf({ ...week, focus: range('2024-01-01', '2024-02-01') })).toBeNull();
    const [from, to] = planOf({ ...week, times: timesAt('2025-12-20/..') })!.range;
    expect([from, to]).toEqual(range('2025-12-20', '2025-12-20T00:01Z'));
  });
});
