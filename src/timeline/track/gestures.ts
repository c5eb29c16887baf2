/**
 * Pointers and wheel on the track → window and focus. The only listeners of the timeline with state:
 * the drag, and the fingers that are down. Their arithmetic is in `handles.ts` and `scale.ts`.
 *
 * d3-zoom lost for wheel and pinch: built in, it took 13.0 kB more of a page's script, gzipped, for 45
 * lines; it keeps the focus on the DOM node as well, out of reach of the tests of `scale.ts`, and hears
 * touch by listeners that make a scroll over the timeline wait for the script.
 */
import { pointerStep } from '../../view/steps';
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
  /** A press that did not move, on the ground: the moment there. */
  onpress(at: number): void;
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

/** A pointer that is down: where it is, and the moment that it took hold of. */
interface Finger {
  x: number;
  time: number;
}

/** Pixels a pointer moves before a press becomes a drag. */
const dragDistance = 3;

/** Milliseconds between two moves of the focus while a drag is held beyond the track's edge. */
const creepInterval = 40;

/** Listens on an element, whose left edge is the track's, until it is stopped. */
export class TrackGestures {
  readonly #node: HTMLElement;
  readonly #scene: () => TrackScene;
  readonly #callbacks: TrackCallbacks;
  readonly #listening = new AbortController();
  readonly #fingers = new Map<number, Finger>();
  #drag: Drag | null = null;
  /** Pixels from the page's left edge to the track's. */
  #edge = 0;

  constructor(node: HTMLElement, scene: () => TrackScene, callbacks: TrackCallbacks) {
    this.#node = node;
    this.#scene = scene;
    this.#callbacks = callbacks;
    const { signal } = this.#listening;
    node.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    node.addEventListener('pointermove', (event) => this.#move(event), { signal });
    node.addEventListener('pointerup', (event) => this.#up(event), { signal });
    node.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
    node.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    // Listeners on the window, such as MapLibre's, would lay the page out anew at each move of a drag.
    node.addEventListener('mousemove', (event) => this.#drag && event.stopPropagation(), {
      signal,
    });
  }

  /** Ends a drag where it is, and listens no more. */
  stop(): void {
    this.#end(false);
    this.#listening.abort();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { focus, width, window } = this.#scene();
    const x = this.#xOf(event);
    const at = timeScale(focus, width).invert(x);
    this.#fingers.set(event.pointerId, { x, time: at });
    if (this.#fingers.size > 1) return this.#beginPinch();
    const target = event.target as Element;
    const row = target.closest<SVGElement>('[data-row]')?.dataset.row;
    const inside = at >= window[0] && at < window[1];
    const named = target.closest<HTMLElement>('[data-part]')?.dataset.part as
      HandlePart | undefined;
    this.#drag = {
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
    this.#node.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    finger.x = this.#xOf(event);
    if (this.#fingers.size === 2) return this.#pinch();
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    drag.x = finger.x;
    if (!drag.moving && Math.abs(drag.x - drag.from) > dragDistance) this.#begin(drag);
    if (drag.moving) this.#follow(drag);
  }

  #up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    if (this.#drag?.pointer !== event.pointerId) return;
    const { moving, row, grab } = this.#drag;
    this.#end(false);
    if (moving) return;
    if (row !== null) this.#callbacks.ontap(row);
    else if (grab.part === 'body' || grab.part === 'new') this.#callbacks.onpress(grab.at);
  }

  #cancel(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    if (this.#drag?.pointer === event.pointerId) this.#end(true);
  }

  #begin(drag: Drag): void {
    drag.moving = true;
    drag.timer = setInterval(() => this.#creep(drag), creepInterval);
    this.#callbacks.onhold(drag.focus);
    addEventListener('keydown', this.#key, true);
  }

  #follow({ grab, focus, x }: Drag): void {
    const { width, span, zone, window } = this.#scene();
    const time = timeScale(focus, width).invert(Math.min(Math.max(x, 0), width));
    const moved = dragMove(grab, time, pointerStep(focus, width), { span, focus, zone });
    if (!sameRange(moved, window)) this.#callbacks.onwindow(moved);
  }

  /** Moves the focus along while a drag is held beyond the track's edge. */
  #creep(drag: Drag): void {
    const { width, span } = this.#scene();
    const over = beyond(drag, width);
    if (over === 0) return;
    const share = Math.sign(over) * Math.min(0.04, Math.abs(over) / width / 4);
    const focus = pan(drag.focus, share, span);
    if (sameRange(focus, drag.focus)) return;
    drag.focus = focus;
    this.#callbacks.onhold(focus);
    this.#callbacks.onfocus(focus);
    this.#follow(drag);
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(true);
  };

  /** @param restore Window and focus become again what they were at the start of the drag. */
  #end(restore: boolean): void {
    if (!this.#drag) return;
    const { moving, timer, grab, before, focus } = this.#drag;
    this.#drag = null;
    clearInterval(timer);
    removeEventListener('keydown', this.#key, true);
    if (!moving) return;
    const { onwindow, onfocus, onhold } = this.#callbacks;
    if (restore && !sameRange(grab.window, this.#scene().window)) onwindow(grab.window);
    if (restore && !sameRange(before, focus)) onfocus(before);
    onhold(null);
  }

  /** A drag ends with the second finger. Both then hold the moments that they are on. */
  #beginPinch(): void {
    this.#end(true);
    const { focus, width } = this.#scene();
    const scale = timeScale(focus, width);
    for (const finger of this.#fingers.values()) finger.time = scale.invert(finger.x);
  }

  #pinch(): void {
    const { width, span, focus } = this.#scene();
    const [one, two] = [...this.#fingers.values()] as [Finger, Finger];
    const zoomed = pinch([one.time, two.time], [one.x, two.x], width, span);
    if (zoomed && !sameRange(zoomed, focus)) this.#callbacks.onfocus(zoomed);
  }

  #wheel(event: WheelEvent): void {
    const { width, span, focus, framed } = this.#scene();
    const zoomed = wheelFocus(event, this.#xOf(event), width, focus, span, framed);
    if (!zoomed) return;
    const still = sameRange(zoomed, focus);
    // At the limits the page may scroll on; with Ctrl the browser would zoom the page instead.
    if (!still || event.ctrlKey) event.preventDefault();
    if (!still) this.#callbacks.onfocus(zoomed);
  }

  /** Pixels from the track's left. The edge is read once for each press, because reading it makes the
   * browser lay out all that has changed since the last frame. */
  #xOf(event: MouseEvent): number {
    if (this.#fingers.size === 0) this.#edge = this.#node.getBoundingClientRect().left;
    return event.clientX - this.#edge;
  }
}

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
