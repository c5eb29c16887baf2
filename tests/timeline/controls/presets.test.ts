import { describe, expect, it } from 'vitest';
import { presetsFor } from '../../../src/timeline/controls/presets';
import type { Range } from '../../../src/model/time/calendar';

const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const range = (from: string, to: string): Range => [utc(from), utc(to)];
const iso = (window: Range) =>
  window.map((ms) => new Date(ms).toISOString().slice(0, 16).replace('T00:00', ''));
const span = range('2022-02-24', '2026-03-01');
const week = range('2025-12-14', '2025-12-21');
const chosen = (label: string, window: Range, within = span, zone = 'UTC') =>
  iso(presetsFor(window, within, zone).find((preset) => preset.label === label)!.range);

describe('presets', () => {
  it('press the one the window is', () => {
    const pressed = (window: Range) =>
      presetsFor(window, span, 'UTC')
        .filter((preset) => preset.pressed)
        .map((preset) => preset.label);
    expect(pressed(week)).toEqual(['Week']);
    expect(pressed(range('2025-02-01', '2025-03-01'))).toEqual(['Month']);
    expect(pressed(range('2024-01-01', '2025-01-01'))).toEqual(['Year']);
    expect(pressed(span)).toEqual(['All']);
    expect(pressed(range('2025-12-14', '2025-12-17'))).toEqual([]);
  });

  it('offer only what is shorter than the story', () => {
    const labels = presetsFor(week, range('2025-12-01', '2025-12-25'), 'UTC').map((p) => p.label);
    expect(labels).toEqual(['Day', 'Week', 'All']);
  });

  it('take the first day of a longer window and the middle of a shorter one', () => {
    expect(chosen('Day', week)).toEqual(['2025-12-14', '2025-12-15']);
    expect(chosen('Week', range('2025-12-17', '2025-12-18'))).toEqual(['2025-12-14', '2025-12-21']);
    expect(chosen('Month', week)).toEqual(['2025-12-01', '2026-01-01']);
    expect(chosen('Year', week)).toEqual(['2025-01-01', '2026-01-01']);
  });

  it('stay within the span at full length', () => {
    const short = range('2022-02-24', '2025-12-21');
    expect(chosen('Month', week, short)).toEqual(['2025-11-21', '2025-12-21']);
    expect(chosen('Year', range('2022-02-24', '2022-02-25'), short)).toEqual([
      '2022-02-24',
      '2023-02-24',
    ]);
    const [preset] = presetsFor(week, short, 'UTC').filter(({ label }) => label === 'Month');
    expect(presetsFor(preset!.range, short, 'UTC').find((p) => p.pressed)?.label).toBe('Month');
  });

  it('mean the days of the zone', () => {
    const window = range('2025-12-14T15:00', '2025-12-21T15:00');
    expect(chosen('Day', window, span, 'Asia/Tokyo')).toEqual([
      '2025-12-14T15:00',
      '2025-12-15T15:00',
    ]);
  });
});
