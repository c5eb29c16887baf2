/** When the map's heavy parts are worth their bytes. */

/** Milliseconds that a page rests before it fetches what nobody has asked for yet. */
const rest = 600;

/**
 * Calls back once: when a reader is about to move the map, by pointer, finger, wheel or key; else
 * when the page is idle with the map in view, on a connection that is not slow and not to be
 * spared. Returns the undoing.
 */
export function whenWanted(element: HTMLElement, onwanted: () => void): () => void {
  const undo: (() => void)[] = [];
  const stop = () => undo.splice(0).forEach((each) => each());
  const call = () => {
    stop();
    onwanted();
  };
  for (const sign of ['pointerenter', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const) {
    element.addEventListener(sign, call, { passive: true });
    undo.push(() => element.removeEventListener(sign, call));
  }
  if (isGenerous()) undo.push(whenSeen(element, () => undo.push(whenIdle(call))));
  return stop;
}

function isGenerous(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  return !connection?.saveData && !/^(?:slow-)?[23]g$/.test(connection?.effectiveType ?? '');
}

function whenSeen(element: Element, onseen: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    onseen();
  });
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
