import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrackGestures } from '../../../src/timeline/track/gestures';
import type { Range } from '../../../src/model/time/calendar';

const day = 86_400_000;
const start: Range = [3 * day, 6 * day];

/** A track of 1000 pixels for ten days, without a page around it. */
function track() {
  const node = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 0 }),
    setPointerCapture: () => {},
  });
  const state = { window: start, focus: [0, 10 * day] as Range, held: null as Range | null };
  const said: string[] = [];
  const gestures = new TrackGestures(
    node as unknown as HTMLElement,
    () => ({ ...state, span: [0, 100 * day], zone: 'UTC', width: 1000, framed: false }),
    {
      onwindow: (window) =>
        said.push(`window ${window.map((ms) => ms / day)}`) && (state.window = window),
      onfocus: (focus) => said.push('focus') && (state.focus = focus),
      onhold: (focus) => (state.held = focus),
      ontap: (row) => said.push(`tap ${row}`),
      onpress: (at) => said.push(`press ${at / day}`),
    },
  );
  const fire = (type: string, x: number, more: object = {}) => {
    const target = { closest: () => null };
    const event = Object.assign(new Event(type), { clientX: x, button: 0, pointerId: 1, ...more });
    Object.defineProperty(event, 'target', { value: { ...target, ...more } });
    node.dispatchEvent(event);
  };
  const on = (part: string) => ({
    closest: (selector: string) => (selector === '[data-part]' ? { dataset: { part } } : null),
  });
  const onBar = (row: number) => ({
    closest: (selector: string) => (selector === '[data-row]' ? { dataset: { row } } : null),
  });
  return { state, said, fire, on, onBar, undo: () => gestures.stop() };
}

const keys = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', keys.addEventListener.bind(keys));
  vi.stubGlobal('removeEventListener', keys.removeEventListener.bind(keys));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('pointers on the track', () => {
  it('resize by a handle and are silent where nothing changes', () => {
    const { said, fire, on, state } = track();
    fire('pointerdown', 300, on('start'));
    for (const x of [310, 340, 390, 395, 402]) fire('pointermove', x);
    expect(state.held).not.toBeNull();
    fire('pointerup', 402);
    expect(said).toEqual(['window 4,6']);
    expect(state.held).toBeNull();
    fire('pointermove', 800);
    expect(said).toHaveLength(1);
  });

  it('press the ground, not a handle, where they do not move', () => {
    const { said, fire, on } = track();
    for (const [x, part] of [
      [450, 'body'],
      [300, 'start'],
      [600, 'end'],
    ] as const) {
      fire('pointerdown', x, on(part));
      fire('pointermove', x + 2);
      fire('pointerup', x + 2);
    }
    fire('pointerdown', 800);
    fire('pointerup', 800);
    expect(said).toEqual(['press 4.5', 'press 8']);
  });

  it('give all back on Escape and when the browser takes the pointer', () => {
    const { said, fire, on, state } = track();
    fire('pointerdown', 450, on('body'));
    fire('pointermove', 640);
    keys.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Escape' }));
    fire('pointermove', 700);
    expect(said).toEqual(['window 5,8', 'window 3,6']);
    fire('pointerup', 700);
    fire('pointerdown', 450, on('body'));
    fire('pointermove', 640);
    fire('pointercancel', 640);
    expect(state.window).toEqual(start);
  });

  it('select a bar that is pressed, move the window by one that is dragged', () => {
    const { said, fire, onBar } = track();
    fire('pointerdown', 450, onBar(7));
    fire('pointerup', 451);
    fire('pointerdown', 450, onBar(7));
    fire('pointermove', 550);
    fire('pointerup', 550);
    expect(said).toEqual(['tap 7', 'window 4,7']);
  });

  it('draw a new window on the empty track, but not by a press alone', () => {
    const { said, fire } = track();
    fire('pointerdown', 710);
    fire('pointerup', 711);
    fire('pointerdown', 710);
    fire('pointermove', 850);
    fire('pointerup', 850);
    expect(said).toEqual(['press 7.1', 'window 7,9']);
  });

  it('take the focus along beyond the edge, and back on Escape', () => {
    const { said, fire, on, state } = track();
    fire('pointerdown', 600, on('end'));
    fire('pointermove', 1100);
    vi.advanceTimersByTime(400);
    expect(said).toContain('focus');
    expect(state.focus[1]).toBeGreaterThan(10 * day);
    expect(state.window[1]).toBeGreaterThanOrEqual(10 * day);
    keys.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Escape' }));
    expect(state.focus).toEqual([0, 10 * day]);
    expect(state.window).toEqual(start);
  });

  it('zoom with two fingers and leave the window alone', () => {
    const { said, fire, state } = track();
    fire('pointerdown', 400);
    fire('pointerdown', 600, { pointerId: 2 });
    fire('pointermove', 200);
    fire('pointermove', 800, { pointerId: 2 });
    expect(said.every((each) => each === 'focus')).toBe(true);
    expect(state.focus[1] - state.focus[0]).toBeCloseTo((10 * day) / 3, -1);
    expect(state.window).toEqual(start);
  });

  it('are heard no more once undone', () => {
    const { said, fire, undo } = track();
    undo();
    fire('pointerdown', 710);
    fire('pointermove', 850);
    expect(said).toEqual([]);
  });
});
