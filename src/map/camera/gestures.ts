/**
 * Drag, pinch, wheel and double click → cameras, for the drawn ground; the manners are MapLibre's.
 * In a frame one finger and the plain wheel are left to the page.
 */
import { panned, zoomedAbout, type Size } from './mercator';
import type { Camera } from '../../view/camera';

export interface GestureHost {
  camera(): Camera;
  size(): Size;
  framed(): boolean;
  /** `settled` once the gesture has ended. */
  onmove(camera: Camera, settled: boolean): void;
  /** A gesture was left to the page. */
  onprevented(kind: 'wheel' | 'touch'): void;
}

type Pixel = readonly [x: number, y: number];

/** Pixels a pointer may tremble in a click. */
const clickTolerance = 3;
const wheelRest = 160;

/** Listens on an element that fills the map; returns the undoing. */
export function attachGestures(element: HTMLElement, host: GestureHost): () => void {
  const pointers = new Map<number, Pixel>();
  let start: Pixel | null = null;
  let moved = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;

  const pixel = (event: MouseEvent): Pixel => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const pinch = (from: readonly Pixel[], to: readonly Pixel[]) => {
    const [a, b] = [middle(from), middle(to)];
    const levels = Math.log2(Math.max(1, distance(to)) / Math.max(1, distance(from)));
    const camera = panned(host.camera(), a[0] - b[0], a[1] - b[1], host.size());
    host.onmove(zoomedAbout(camera, levels, b, host.size()), false);
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, pixel(event));
    if (pointers.size === 1) {
      start = pixel(event);
      moved = false;
    }
  };

  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = pixel(event);
    if (!moved && start && distance([start, now]) <= clickTolerance) return;
    const from = [...pointers.values()];
    pointers.set(event.pointerId, now);
    if (pointers.size === 1) {
      if (event.pointerType === 'touch' && host.framed()) return host.onprevented('touch');
      if (!moved) element.setPointerCapture(event.pointerId);
      host.onmove(
        panned(host.camera(), before[0] - now[0], before[1] - now[1], host.size()),
        false,
      );
    } else if (pointers.size === 2) pinch(from, [...pointers.values()]);
    moved = true;
  };

  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0 || !moved) return;
    moved = false;
    if (event.type === 'pointerup') swallowClick();
    host.onmove(host.camera(), true);
  };

  const wheel = (event: WheelEvent) => {
    if (host.framed() && !event.ctrlKey && !event.metaKey) return host.onprevented('wheel');
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1);
    // A trackpad's pinch arrives as a wheel with Ctrl and small steps.
    const levels = -pixels / (event.ctrlKey && Math.abs(pixels) < 50 ? 100 : 450);
    host.onmove(zoomedAbout(host.camera(), levels, pixel(event), host.size()), false);
    clearTimeout(resting);
    resting = setTimeout(() => host.onmove(host.camera(), true), wheelRest);
  };

  const double = (event: MouseEvent) => {
    event.preventDefault();
    const levels = event.shiftKey ? -1 : 1;
    host.onmove(zoomedAbout(host.camera(), levels, pixel(event), host.size()), true);
  };

  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  element.addEventListener('dblclick', double, { signal });
  return () => {
    ending.abort();
    clearTimeout(resting);
  };
}

/** The click that follows a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}

function middle(points: readonly Pixel[]): Pixel {
  const [a, b = a] = points as [Pixel, Pixel?];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function distance(points: readonly Pixel[]): number {
  const [a, b = a] = points as [Pixel, Pixel?];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
