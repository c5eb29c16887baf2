import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dragMove,
  keyMove,
  limits,
  type WindowBounds,
  type HandlePart,
} from '../../../src/timeline/track/handles';
import { step } from '../../../src/view/steps';
import type { Range } from '../../../src/model/time/calendar';

const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const range = (from: string, to: string): Range => [utc(from), utc(to)];
const iso = (window: Range | null) =>
  window && window.map((ms) => new Date(ms).toISOString().slice(0, 16).replace('T00:00', ''));
const field: WindowBounds = {
  span: range('2022-02-24', '2025-12-22'),
  focus: range('2025-12-13', '2025-12-22'),
  zone: 'UTC',
};
const week = range('2025-12-14', '2025-12-21');
const press = (part: HandlePart, key: string, window = week, shift = false) =>
  iso(keyMove(part, key, shift, window, field));

describe('keys', () => {
  it('move one end by a step of the focus', () => {
    expect(press('start', 'ArrowRight')).toEqual(['2025-12-15', '2025-12-21']);
    expect(press('start', 'ArrowDown')).toEqual(['2025-12-13', '2025-12-21']);
    expect(press('end', 'ArrowLeft')).toEqual(['2025-12-14', '2025-12-20']);
    expect(press('end', 'ArrowLeft', week, true)).toEqual(['2025-12-14', '2025-12-20T21:00']);
    expect(press('start', 'PageDown')).toEqual(['2025-12-07', '2025-12-21']);
  });

  it('go to the limits with Home and End', () => {
    expect(press('start', 'Home')).toEqual(['2022-02-24', '2025-12-21']);
    expect(press('start', 'End')).toEqual(['2025-12-20', '2025-12-21']);
    expect(press('end', 'Home')).toEqual(['2025-12-14', '2025-12-15']);
    expect(press('end', 'End')).toEqual(['2025-12-14', '2025-12-22']);
  });

  it('stop a unit from the other handle and at the span, and are silent there', () => {
    const day = range('2025-12-14', '2025-12-15');
    expect(press('start', 'ArrowRight', day)).toBeNull();
    expect(press('end', 'ArrowLeft', day)).toBeNull();
    expect(press('end', 'End', range('2025-12-14', '2025-12-22'))).toBeNull();
    expect(press('body', 'ArrowRight', range('2025-12-20', '2025-12-22'))).toBeNull();
    expect(press('start', 'Tab')).toBeNull();
  });

  it('move the whole window at its length', () => {
    expect(press('body', 'ArrowRight')).toEqual(['2025-12-15', '2025-12-22']);
    expect(press('body', 'ArrowLeft')).toEqual(['2025-12-13', '2025-12-20']);
    expect(press('body', 'Home')).toEqual(['2022-02-24', '2022-03-03']);
    expect(press('body', 'End')).toEqual(['2025-12-15', '2025-12-22']);
    expect(press('body', 'PageUp')).toEqual(['2025-12-15', '2025-12-22']);
  });

  it('keep whole local days over a change of clocks', () => {
    const zone = 'America/New_York';
    const local: WindowBounds = {
      span: range('2025-01-01T05:00', '2025-12-31T05:00'),
      focus: range('2025-03-05T05:00', '2025-03-14T04:00'),
      zone,
    };
    const before = range('2025-03-07T05:00', '2025-03-09T05:00');
    const moved = keyMove('body', 'ArrowRight', false, before, local);
    expect(iso(moved)).toEqual(['2025-03-08T05:00', '2025-03-10T04:00']);
    expect(keyMove('body', 'ArrowLeft', false, moved!, local)).toEqual(before);
  });

  it('keep a month a month where months are the step', () => {
    const years: WindowBounds = { ...field, focus: range('2024-06-01', '2025-12-31') };
    const january = range('2025-01-01', '2025-02-01');
    expect(iso(keyMove('body', 'ArrowRight', false, january, years))).toEqual([
      '2025-02-01',
      '2025-03-01',
    ]);
  });

  it('never give an empty window or leave the span, whatever is pressed', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    const press = fc.record({
      part: fc.constantFrom<HandlePart>('start', 'end', 'body'),
      key: fc.constantFrom(...keys),
      shift: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        let window: Range = week;
        for (const { part, key, shift } of presses) {
          const moved = keyMove(part, key, shift, window, field);
          if (moved) expect(moved).not.toEqual(window);
          if (moved && part === 'body') expect(moved[1] - moved[0]).toBe(window[1] - window[0]);
          window = moved ?? window;
          expect(window[1] - window[0]).toBeGreaterThanOrEqual(3_600_000);
          expect(window[0]).toBeGreaterThanOrEqual(field.span[0]);
          expect(window[1]).toBeLessThanOrEqual(field.span[1]);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('limits', () => {
  it('lie a unit from the other handle, and at the span', () => {
    expect(iso(limits('start', week, field))).toEqual(['2022-02-24', '2025-12-20']);
    expect(iso(limits('end', week, field))).toEqual(['2025-12-15', '2025-12-22']);
    expect(iso(limits('body', week, field))).toEqual(['2022-02-24', '2025-12-15']);
  });
});

describe('drag', () => {
  const by = step('day');
  const drag = (part: HandlePart | 'new', at: string, to: string) =>
    iso(dragMove({ part, at: utc(at), window: week }, utc(to), by, field));

  it('resizes by a handle, snapped', () => {
    expect(drag('start', '2025-12-14T01:00', '2025-12-16T10:00')).toEqual([
      '2025-12-16',
      '2025-12-21',
    ]);
    expect(drag('end', '2025-12-21', '2025-12-16T20:00')).toEqual(['2025-12-14', '2025-12-17']);
  });

  it('stops a unit from the other handle', () => {
    expect(drag('start', '2025-12-14', '2025-12-21T22:00')).toEqual(['2025-12-20', '2025-12-21']);
  });

  it('moves the window by its body within the focus', () => {
    expect(drag('body', '2025-12-16', '2025-12-16T20:00')).toEqual(['2025-12-15', '2025-12-22']);
    expect(drag('body', '2025-12-16', '2025-12-13T01:00')).toEqual(['2025-12-13', '2025-12-20']);
  });

  it('draws a new window around both moments, either way', () => {
    expect(drag('new', '2025-12-15T20:00', '2025-12-17T02:00')).toEqual([
      '2025-12-15',
      '2025-12-18',
    ]);
    expect(drag('new', '2025-12-17T02:00', '2025-12-15T20:00')).toEqual([
      '2025-12-15',
      '2025-12-18',
    ]);
  });

  it('is the grabbed window where nothing moved', () => {
    expect(dragMove({ part: 'new', at: 5, window: week }, 5, by, field)).toBe(week);
    const back = dragMove({ part: 'start', at: 5, window: week }, 6, by, field);
    expect(back).toBe(week);
  });
});
