import { describe, expect, it } from 'vitest';
import {
  overviewDomain,
  placeLandmarks,
  placeStrip,
} from '../../../src/timeline/overview/overview';
import type { Bar } from '../../../src/timeline/types';

const measure = (text: string) => text.length * 6;

function bar(row: number, start: number, label: string): Bar {
  const soft = { startSoft: false, endSoft: false };
  return { row, start, end: start + 1, ...soft, category: 0, status: 'happened', label, date: '' };
}
const place = (bars: readonly Bar[], taken: [number, number] = [990, 998]) =>
  placeLandmarks(bars, [0, 1000], 1000, taken, measure);

describe('landmarks', () => {
  it('are named right of their tick', () => {
    const [mark] = place([bar(0, 20, 'Full-scale invasion begins')]);
    expect(mark).toMatchObject({ x: 20, text: 'Full-scale invasion begins', textX: 27 });
  });

  it('are named on the left before the window or the edge', () => {
    const [mark] = place([bar(0, 950, 'Somewhat late')]);
    expect(mark!.text).toBe('Somewhat late');
    expect(mark!.textX + measure(mark!.text)).toBeLessThan(950);
  });

  it('never overlap, keep 24 pixels each, and share a place where they are closer', () => {
    const bars = [0, 3, 30, 34, 70, 400, 420, 460, 999].map((at, row) =>
      bar(row, at, `Something of note ${row}`),
    );
    const placed = place(bars);
    expect(placed.length).toBeGreaterThan(4);
    for (const [index, mark] of placed.entries()) {
      expect(mark.size).toBeGreaterThanOrEqual(24);
      const before = placed[index - 1];
      if (before) expect(mark.x - before.x).toBeGreaterThanOrEqual(24);
      if (before) expect(mark.left).toBeGreaterThanOrEqual(before.left + before.size - 12);
      if (before?.text && mark.text)
        expect(mark.textX).toBeGreaterThanOrEqual(before.textX + measure(before.text));
    }
  });

  it('have air at both ends of the story', () => {
    const [from, to] = overviewDomain([0, 1000]);
    expect(from).toBeLessThan(0);
    expect(to).toBeGreaterThan(1000);
  });
});

describe('the strip', () => {
  const style = { width: 1000, zone: 'UTC', language: 'en', short: false, measure };
  const day = 86_400_000;
  const bins = { from: 0, to: 10 * day, count: 5, categories: 2 };

  it('draws the bins that have events, each high enough to be seen', () => {
    const values = Uint32Array.of(0, 0, 1, 0, 500, 500, 0, 0, 0, 0);
    const { counts } = placeStrip([0, 10 * day], { ...whole, bins: { ...bins, values } }, style);
    expect(counts.map(({ height }) => height)).toEqual([2, 16]);
    expect(counts[0]!.x + counts[0]!.width).toBeLessThan(counts[1]!.x);
  });

  it('shows a short window at the right end within the strip', () => {
    const end = [10 * day - 1000, 10 * day] as const;
    const { window, focus } = placeStrip(
      [0, 10 * day],
      { window: end, focus: end, bins: null },
      style,
    );
    expect([window.width, focus.width]).toEqual([5, 8]);
    expect(window.x + window.width).toBeLessThanOrEqual(1000);
  });

  const whole = { window: [0, 10 * day], focus: [0, 10 * day] } as const;
});
