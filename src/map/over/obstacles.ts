/** What the page puts over the map, which labels and chips keep clear of. */
import type { Rectangle } from './rectangle';

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
