import { describe, expect, it } from 'vitest';
import { printBounds, readBounds, TypedError } from '../../../src/timeline/controls/typed-bounds';
import type { Range } from '../../../src/model/time/calendar';

const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const range = (from: string, to: string): Range => [utc(from), utc(to)];
const span = range('2022-02-24', '2026-01-01');
const read = (from: string, to: string, zone = 'UTC') =>
  readBounds({ from, to }, zone, span, 'February 2022 – December 2025');

describe('typed dates', () => {
  it('are both inclusive, at the precision given', () => {
    expect(read('2025-12-14', '2025-12-20')).toEqual(range('2025-12-14', '2025-12-21'));
    expect(read('2025-12', '2025-12')).toEqual(range('2025-12-01', '2026-01-01'));
    expect(read(' 2025-12-17T18:30', '2025-12-18T05:59')).toEqual(
      range('2025-12-17T18:30', '2025-12-18T06:00'),
    );
  });

  it('print what reads back to the same window, in any zone', () => {
    const windows = [
      range('2025-12-14', '2025-12-21'),
      range('2025-12-14T15:00', '2025-12-21T15:00'),
      range('2025-12-17T18:07', '2025-12-18T06:00'),
      [utc('2025-12-17') + 1234, utc('2025-12-18') + 777] as const,
      // The hour that New York's clocks showed twice.
      range('2025-11-02T05:30', '2025-11-02T06:30'),
    ];
    for (const zone of ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'])
      for (const window of windows) {
        const { from, to } = printBounds(window, zone);
        expect(read(from, to, zone)).toEqual(window);
      }
    expect(printBounds(windows[1]!, 'Asia/Tokyo')).toEqual({
      from: '2025-12-15',
      to: '2025-12-21',
    });
  });

  it('say in which field and what is wrong', () => {
    const failing = (from: string, to: string) => {
      try {
        read(from, to);
      } catch (error) {
        if (error instanceof TypedError) return [error.field, error.message];
      }
      return null;
    };
    expect(failing('soon', '2025')).toEqual(['from', expect.stringContaining('soon')]);
    expect(failing('2025', '2025-02-30')).toEqual(['to', expect.stringContaining('2025-02-30')]);
    expect(failing('2025-12-20', '2025-12-14')).toEqual(['to', expect.stringContaining('before')]);
    expect(failing('1999', '2001')).toEqual(['to', expect.stringContaining('February 2022')]);
    expect(failing('2027', '2028')).toEqual(['from', expect.stringContaining('February 2022')]);
    expect(failing('../2025', '2025')?.[0]).toBe('from');
  });

  it('are cut to the story', () => {
    expect(read('2020', '2030')).toEqual(span);
  });
});
