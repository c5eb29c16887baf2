import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { focusFor, windowHolding, withAir } from '../../src/view/stretch';
import { densestStretch, knownBounds, storySpan } from '../../src/story/story-span';
import { at, timesAt, time } from './stories';

const range = (from: string, to: string) => [at(from), at(to)];

describe('the densest stretch', () => {
  it('is the week, not the years since the event it recalls, and not the month-long bar', () => {
    const week = timesAt(
      '2022-02-24',
      '2025-12-14/2025-12-15',
      '2025-12-17~',
      '2025-12~',
      '2025-12-17/2025-12-18',
      '2025-12-18',
      '2025-12-18/2025-12-19',
      '2025-12-20',
    );
    expect(densestStretch(week, 'UTC')).toEqual(range('2025-12-14', '2025-12-21'));
  });

  it('is everything where nothing would be squeezed', () => {
    expect(densestStretch(timesAt('2024-01-05', '2024-01-07'), 'UTC')).toEqual(
      range('2024-01-05', '2024-01-08'),
    );
    const years = timesAt('1914-07-28', '1916-02-21', '1918-11-11');
    expect(densestStretch(years, 'UTC')).toEqual(range('1914-07-28', '1918-11-12'));
  });

  it('does without fine dates, and without any event', () => {
    expect(densestStretch(timesAt('1914', '1916', '1918'), 'UTC')).toEqual(
      range('1914-01-01', '1919-01-01'),
    );
    expect(densestStretch(timesAt(), 'UTC')).toBeNull();
  });

  it('never hides the newest event, but what is planned far ahead', () => {
    const days = ['2025-12-14', '2025-12-15', '2025-12-16', '2025-12-17', '2040-01-01'];
    expect(densestStretch(timesAt(...days), 'UTC')).toEqual(range('2025-12-14', '2040-01-02'));
    expect(densestStretch(timesAt(...days), 'UTC', at('2025-12-17'))).toEqual(
      range('2025-12-14', '2025-12-18'),
    );
    const coarse = timesAt('2025-12-14', '2025-12-15', '2025-12-16', '2026-03');
    expect(densestStretch(coarse, 'UTC')).toEqual(range('2025-12-14', '2026-04-01'));
  });

  it.each([
    ['forty-minutes', '1969-07-20T19:49Z', '1969-07-20T20:27Z'],
    ['century', '1914-07-28', '2026-02-06'],
  ])('of %s is all of it', (name, from, to) => {
    const { features } = JSON.parse(readFileSync(`tests/fixtures/${name}.geojson`, 'utf8')) as {
      features: { properties: { when: string } }[];
    };
    const times = timesAt(...features.map(({ properties }) => properties.when));
    expect(densestStretch(times, 'UTC')).toEqual(range(from, to));
    expect(storySpan(times, 'UTC')).toEqual(range(from, to));
  });

  it('is in whole days of the zone', () => {
    const [from, to] = densestStretch(timesAt('2024-06-01T12:00:00Z'), 'America/New_York')!;
    expect(new Date(from).toISOString()).toBe('2024-06-01T04:00:00.000Z');
    expect(to - from).toBe(86_400_000);
  });
});

describe('bounds and spans', () => {
  it('leave open ends out', () => {
    expect(knownBounds(time('2025-12-18/..'))).toEqual([at('2025-12-18'), at('2025-12-18') + 1]);
    expect(knownBounds(time('../..'))).toBeNull();
    expect(storySpan(timesAt('../2024-01-03', '2024-02-01/..'), 'UTC')).toEqual(
      range('2024-01-03', '2024-02-02'),
    );
  });
});

describe('the focus', () => {
  const window = [at('2025-12-14'), at('2025-12-21')] as const;
  it('stays while it holds the window, follows when it does not', () => {
    const focus = withAir(window);
    expect(focusFor(focus, window)).toBe(focus);
    const later = [at('2026-01-14'), at('2026-01-21')] as const;
    const moved = focusFor(focus, later);
    expect(moved[0]).toBeLessThan(later[0]);
    expect(moved[1]).toBeGreaterThan(later[1]);
    expect(moved[1] - moved[0]).toBe(focus[1] - focus[0]);
  });

  it('changes its length for a window much longer or shorter', () => {
    const focus = withAir(window);
    const years = [at('2020-01-01'), at('2025-12-21')] as const;
    expect(focusFor(focus, years)).toEqual(withAir(years));
    const hour = [at('2025-12-14T10:00Z'), at('2025-12-14T11:00Z')] as const;
    expect(focusFor(focus, hour)).toEqual(withAir(hour));
  });
});

describe('bringing an event into the window', () => {
  const window = [at('2025-12-14'), at('2025-12-21')] as const;
  it('keeps the length, and moves no further than it must', () => {
    expect(windowHolding(window, time('2025-12-16'), 'UTC')).toBe(window);
    expect(windowHolding(window, time('2025-12-25'), 'UTC')).toEqual(
      range('2025-12-19', '2025-12-26'),
    );
    expect(windowHolding(window, time('2022-02-24'), 'UTC')).toEqual(
      range('2022-02-24', '2022-03-03'),
    );
  });

  it('widens for a longer event', () => {
    expect(windowHolding(window, time('2024-03'), 'UTC')).toEqual(
      range('2024-03-01', '2024-04-01'),
    );
  });
});
