import { describe, expect, it } from 'vitest';
import {
  centre,
  clampRange,
  closestFocus,
  pan,
  pinch,
  sameRange,
  timeScale,
  wheelFocus,
  zoomAbout,
} from '../../../src/timeline/scale/scale';
import type { Range } from '../../../src/model/time/calendar';

const day = 86_400_000;
const span: Range = [0, 100 * day];
const focus: Range = [40 * day, 50 * day];
const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false };

describe('scale', () => {
  it('maps time to pixels and back', () => {
    expect(timeScale(focus, 1000)(45 * day)).toBe(500);
    expect(timeScale(focus, 1000).invert(500)).toBe(45 * day);
  });

  it('clamps by moving first, cutting last', () => {
    expect(clampRange([-5, 5], [0, 100])).toEqual([0, 10]);
    expect(clampRange([95, 105], [0, 100])).toEqual([90, 100]);
    expect(clampRange([-5, 500], [0, 100])).toEqual([0, 100]);
  });

  it('zooms about a moment, which stays under the pointer', () => {
    const zoomed = zoomAbout(focus, 42 * day, 0.5, span);
    expect(zoomed[1] - zoomed[0]).toBe(5 * day);
    expect(timeScale(zoomed, 1000)(42 * day)).toBeCloseTo(timeScale(focus, 1000)(42 * day), 6);
  });

  it('zooms no closer than a quarter of an hour and no further than the span with air', () => {
    const close = zoomAbout(focus, 45 * day, 1e-9, span);
    expect(close[1] - close[0]).toBe(closestFocus);
    const far = zoomAbout(focus, 45 * day, 1e9, span);
    expect(far[0]).toBeLessThan(0);
    expect(far[1]).toBeGreaterThan(100 * day);
    expect(far[1] - far[0]).toBeLessThan(150 * day);
    expect(sameRange(zoomAbout(far, 45 * day, 2, span), far)).toBe(true);
  });

  it('pans to the ends, with some air, and then no more', () => {
    expect(pan(focus, 0.5, span)).toEqual([45 * day, 55 * day]);
    const end = pan(focus, 100, span);
    expect(end).toEqual([91.5 * day, 101.5 * day]);
    expect(pan(end, 1, span)).toEqual(end);
  });

  it('comes to a moment with its middle', () => {
    expect(centre(focus, 20 * day, span)).toEqual([15 * day, 25 * day]);
  });

  it('keeps what two fingers touch under them', () => {
    const times = [42 * day, 46 * day] as const;
    const pinched = pinch(times, [100, 800], 1000, span)!;
    expect(timeScale(pinched, 1000)(times[0])).toBeCloseTo(100, 3);
    expect(timeScale(pinched, 1000)(times[1])).toBeCloseTo(800, 3);
    expect(pinch(times, [400, 402], 1000, span)).toBeNull();
  });

  it('turns the wheel into zoom or pan, and in a frame lets the page scroll', () => {
    const zoom = wheelFocus({ ...turn, deltaY: -100 }, 500, 1000, focus, span, false)!;
    expect(zoom[1] - zoom[0]).toBeLessThan(10 * day);
    expect(wheelFocus({ ...turn, deltaY: -100 }, 500, 1000, focus, span, true)).toBeNull();
    const pinched = { ...turn, deltaY: -10, ctrlKey: true };
    expect(wheelFocus(pinched, 500, 1000, focus, span, true)![0]).toBeGreaterThan(focus[0]);
    const sideways = [41 * day, 51 * day];
    expect(wheelFocus({ ...turn, deltaX: 100 }, 0, 1000, focus, span, true)).toEqual(sideways);
    const shifted = { ...turn, deltaY: 100, shiftKey: true };
    expect(wheelFocus(shifted, 0, 1000, focus, span, true)).toEqual(sideways);
  });
});
