/**
 * Pointers and wheel on the track → window and focus. The only listeners of the timeline with state:
 * the drag, and the fingers that are down. Their arithmetic is in `handles.ts` and `scale.ts`.
 *
 * d3-zoom lost for wheel and pinch: built in, it took 13.0 kB more of a page's script, gzipped, for 45
 * lines; it keeps the focus on the DOM node as well, out of reach of the tests of `scale.ts`, and hears
 * touch by listeners that make a scroll over the timeline wait for the script.
 */
import { pointerStep } from '../scale/steps';
import { dragMove, type Grab, type HandlePart } from './handles';
import { pan, pinch, sameRange, timeScale, wheelFocus } from '../scale/scale';
import type { Range } from '../../model/time/calendar';

/** The track as it is at the moment. */
export interface TrackScene {
  readonly span: Range;
  readonly focus: Range;
  readonly window: Range;
  readonly zone: string;
  /** Pixels. */
  readonly width: number;
  readonly framed: boolean;
}

export interface TrackCallbacks {
  onwindow(window: Range): void;
  onfocus(focus: Range): void;
  /** What the track shows for as long as a drag lasts, whatever the focus; `null` ends it. */
  onhold(focus: Range | null): void;
  /** A press that did not move, on a bar. */
  ontap(row: number): void;
}

interface Drag {
  readonly pointer: number;
  readonly grab: Grab;
  readonly row: number | null;
  readonly from: number;
  /** The focus at the start, for Escape. */
  readonly before: Range;
  focus: Range;
  x: number;
  moving: boolean;
  timer: ReturnType<typeof setInterval> | undefined;
}

/** Listens on `node`, whose left edge is the track's; returns its undoing. */
export function trackGestures(
  node: HTMLElement,
  scene: () => TrackScene,
  said: TrackCallbacks,
): () => void {
  const fingers = new Map<number, { x: number; time: number }>();
  let drag: Drag | null = null;
  let edge = 0;
  // Asked once for each press: it makes the browser lay out what has changed since the last frame.
  const xOf = (event: MouseEvent) => {
    if (fingers.size === 0) edge = node.getBoundingClientRect().left;
    return event.clientX - edge;
  };

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { focus, width, window } = scene();
    const x = xOf(event);
    const at = timeScale(focus, width).invert(x);
    fingers.set(event.pointerId, { x, time: at });
    if (fingers.size > 1) {
      stop(true);
      for (const finger of fingers.values())
        finger.time = timeScale(scene().focus, width).invert(finger.x);
      return;
    }
    const target = event.target as Element;
    const row = target.closest<SVGElement>('[data-row]')?.dataset.row;
    const inside = at >= window[0] && at < window[1];
    const named = target.closest<HTMLElement>('[data-part]')?.dataset.part as
      HandlePart | undefined;
    drag = {
      pointer: event.pointerId,
      grab: { part: named ?? (row !== undefined && inside ? 'body' : 'new'), at, window },
      row: row === undefined ? null : Number(row),
      from: x,
      before: focus,
      focus,
      x,
      moving: false,
      timer: undefined,
    };
    node.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent): void {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    finger.x = xOf(event);
    if (fingers.size === 2) return spread();
    if (!drag || drag.pointer !== event.pointerId) return;
    drag.x = finger.x;
    if (!drag.moving && Math.abs(drag.x - drag.from) > 3) begin(drag);
    if (drag.moving) follow(drag);
  }

  function begin(started: Drag): void {
    started.moving = true;
    started.timer = setInterval(() => creep(started), 40);
    said.onhold(started.focus);
    addEventListener('keydown', key, true);
  }

  function follow({ grab, focus, x }: Drag): void {
    const { width, span, zone, window } = scene();
    const time = timeScale(focus, width).invert(Math.min(Math.max(x, 0), width));
    const by = pointerStep(focus, width);
    const moved = dragMove(grab, time, by, { span, focus, zone });
    if (!sameRange(moved, window)) said.onwindow(moved);
  }

  /** Held beyond the edge, the focus creeps along. */
  function creep(held: Drag): void {
    const { width, span } = scene();
    const over = beyond(held, width);
    if (over === 0) return;
    const share = Math.sign(over) * Math.min(0.04, Math.abs(over) / width / 4);
    const focus = pan(held.focus, share, span);
    if (sameRange(focus, held.focus)) return;
    held.focus = focus;
    said.onhold(focus);
    said.onfocus(focus);
    follow(held);
  }

  function up(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    if (!drag || drag.pointer !== event.pointerId) return;
    const { moving, row } = drag;
    stop(false);
    if (!moving && row !== null) said.ontap(row);
  }

  function cancel(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    if (drag?.pointer === event.pointerId) stop(true);
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop(true);
  }

  function stop(restore: boolean): void {
    if (!drag) return;
    const { moving, timer, grab, before, focus } = drag;
    drag = null;
    clearInterval(timer);
    removeEventListener('keydown', key, true);
    if (!moving) return;
    if (restore && !sameRange(grab.window, scene().window)) said.onwindow(grab.window);
    if (restore && !sameRange(before, focus)) said.onfocus(before);
    said.onhold(null);
  }

  function spread(): void {
    const { width, span, focus } = scene();
    const [one, two] = [...fingers.values()] as [Finger, Finger];
    const zoomed = pinch([one.time, two.time], [one.x, two.x], width, span);
    if (zoomed && !sameRange(zoomed, focus)) said.onfocus(zoomed);
  }

  function wheel(event: WheelEvent): void {
    const { width, span, focus, framed } = scene();
    const zoomed = wheelFocus(event, xOf(event), width, focus, span, framed);
    if (!zoomed) return;
    const still = sameRange(zoomed, focus);
    // At the limits the page may scroll on; with Ctrl the browser would zoom the page instead.
    if (!still || event.ctrlKey) event.preventDefault();
    if (!still) said.onfocus(zoomed);
  }

  // Who listens on the window, as MapLibre does, would lay the page out anew at each move of a drag.
  const keep = (event: MouseEvent) => {
    if (drag) event.stopPropagation();
  };

  node.addEventListener('pointerdown', down);
  node.addEventListener('pointermove', move);
  node.addEventListener('mousemove', keep);
  node.addEventListener('pointerup', up);
  node.addEventListener('pointercancel', cancel);
  node.addEventListener('wheel', wheel, { passive: false });
  return () => {
    stop(false);
    node.removeEventListener('pointerdown', down);
    node.removeEventListener('pointermove', move);
    node.removeEventListener('mousemove', keep);
    node.removeEventListener('pointerup', up);
    node.removeEventListener('pointercancel', cancel);
    node.removeEventListener('wheel', wheel);
  };
}

type Finger = { x: number; time: number };

/** Pixels by which what is dragged reaches over the track's edge: negative left, positive right. */
function beyond({ grab, focus, x }: Drag, width: number): number {
  if (grab.part !== 'body') return x < 0 ? x : Math.max(0, x - width);
  const scale = timeScale(focus, width);
  const by = scale.invert(x) - grab.at;
  const left = scale(grab.window[0] + by);
  const right = scale(grab.window[1] + by);
  if (right - left > width) return 0;
  return left < 0 ? left : Math.max(0, right - width);
}
