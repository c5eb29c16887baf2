/** What the page does around the map: its size, its colours, what it puts on top. Each watcher
 * returns its undoing. */
import type { Size } from './camera/mercator';
import type { Rectangle } from './over/rectangle';

/** Reports an element's inner size in whole pixels, now and whenever it changes; never an empty
 * one, as of a hidden page. */
export function watchSize(element: HTMLElement, onchange: (size: Size) => void): () => void {
  let last = '';
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = element;
    const now = `${clientWidth} ${clientHeight}`;
    if (clientWidth === 0 || clientHeight === 0 || now === last) return;
    last = now;
    onchange([clientWidth, clientHeight]);
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Calls back after the theme of a page may have changed: `data-theme`, `class` or `style` of an
 * ancestor, or the system's preference; returns the undoing. */
function watchTheme(element: Element, onchange: () => void): () => void {
  const observer = new MutationObserver(onchange);
  for (let at: Element | null = element.parentElement; at; at = at.parentElement)
    observer.observe(at, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const preference = matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', onchange);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', onchange);
  };
}

/** Paints in the next frame, when the page has set its own theme, and after each change of theme;
 * returns the undoing. */
export function watchColours(element: Element, paint: () => void): () => void {
  let frame = 0;
  const repaint = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  };
  repaint();
  const stop = watchTheme(element, repaint);
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}

/**
 * Reports the boxes of what is inside a layer that fills the map, now and whenever they change;
 * returns the undoing. An element that lets the pointer through is looked through: its children
 * count, itself does not.
 */
export function watchObstacles(
  layer: HTMLElement,
  onchange: (boxes: Rectangle[]) => void,
): () => void {
  const sizes = new ResizeObserver(() => onchange(boxesIn(layer)));
  const observe = () => {
    sizes.disconnect();
    sizes.observe(layer);
    for (const element of solid(layer)) sizes.observe(element);
    onchange(boxesIn(layer));
  };
  // At the next frame, which is laid out anyway: asking at once would have it laid out twice.
  let frame = 0;
  const children = new MutationObserver(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      observe();
    });
  });
  children.observe(layer, { childList: true, subtree: true });
  observe();
  return () => {
    cancelAnimationFrame(frame);
    children.disconnect();
    sizes.disconnect();
  };
}

function boxesIn(layer: HTMLElement): Rectangle[] {
  const origin = layer.getBoundingClientRect();
  return solid(layer)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => ({
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    }));
}

function solid(layer: Element): Element[] {
  return [...layer.children].flatMap((child) =>
    getComputedStyle(child).pointerEvents === 'none' ? solid(child) : [child],
  );
}
