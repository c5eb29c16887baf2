/** When the map's heavy parts are worth their bytes. */

/** A reader is about to move the map. */
const signs = ['pointerenter', 'pointerdown', 'touchstart', 'wheel', 'focusin', 'keydown'];

/** Milliseconds that a page is idle before it fetches what is not needed yet. */
const rest = 600;

/**
 * Calls back once: when a reader is about to move the map, by pointer, finger, wheel, focus or key;
 * with `idly` also when the page is idle with the map in view, on a connection that is not slow, not
 * metered and not to be spared. Returns the undoing.
 */
export function whenNeeded(element: HTMLElement, idly: boolean, onwanted: () => void): () => void {
  const undo: (() => void)[] = [];
  const stop = () => undo.splice(0).forEach((each) => each());
  const call = () => {
    stop();
    onwanted();
  };
  for (const sign of signs) {
    element.addEventListener(sign, call, { passive: true });
    undo.push(() => element.removeEventListener(sign, call));
  }
  // A map out of sight fetches nothing.
  let idle = () => {};
  if (idly && isGenerous())
    undo.push(
      watchSight(element, (seen) => {
        idle();
        idle = seen ? whenIdle(call) : () => {};
      }),
      () => idle(),
    );
  return stop;
}

/** Milliseconds in sight after which a map in a frame may draw, and out of it after which it gives
 * back what that takes. */
const patience = { seen: 300, gone: 4000 };

/**
 * Calls back with `true` when an element stays in sight, and with `false` when it stays out of it: a
 * page may have many maps, and a browser keeps few of them going at a time. Returns the undoing.
 */
export function whileVisible(element: Element, onchange: (seen: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = watchSight(element, (seen) => {
    clearTimeout(timer);
    timer = setTimeout(() => onchange(seen), patience[seen ? 'seen' : 'gone']);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

let able: boolean | undefined;

/** Whether there is WebGL 2, without which MapLibre is not worth its bytes. */
export function hasWebgl(): boolean {
  if (able !== undefined) return able;
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return (able = context !== null);
}

function isGenerous(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string; type?: string };
  };
  const { saveData, effectiveType = '', type } = connection ?? {};
  return !saveData && type !== 'cellular' && !/^(?:slow-)?[23]g$/.test(effectiveType);
}

function watchSight(element: Element, onchange: (seen: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => onchange(entries.at(-1)!.isIntersecting));
  observer.observe(element);
  return () => observer.disconnect();
}

function whenIdle(call: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in window) idle = requestIdleCallback(call, { timeout: 3000 });
    else call();
  }, rest);
  return () => {
    clearTimeout(timer);
    if (idle) cancelIdleCallback(idle);
  };
}
