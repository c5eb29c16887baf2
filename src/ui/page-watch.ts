/**
 * What of the page around it a drawing depends on: the size of its element, the theme, the fonts.
 * Each function starts watching and returns the undoing, so that an effect can return it.
 */
import { darkScheme } from './theme';

/**
 * Reports an element's inner size in whole CSS pixels, now and whenever it changes. An empty size, as
 * of a hidden page, is not reported.
 */
export function watchSize(
  element: HTMLElement,
  onchange: (size: readonly [width: number, height: number]) => void,
): () => void {
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

/**
 * Calls `paint` in the next frame, when the page has set its own theme, and again in a frame after
 * each change of theme. For what can't follow custom properties of CSS by itself: a canvas, MapLibre.
 */
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
 * Calls back whenever fonts have arrived: texts then have other widths. The browser fetches a font
 * with the first text that is set in it.
 */
export function watchFonts(onchange: () => void): () => void {
  document.fonts.addEventListener('loadingdone', onchange);
  return () => document.fonts.removeEventListener('loadingdone', onchange);
}

/** Calls back after the theme may have changed: `data-theme`, `class` or `style` of an ancestor, or
 * the system's preference. */
function watchTheme(element: Element, onchange: () => void): () => void {
  const observer = new MutationObserver(onchange);
  for (let at: Element | null = element.parentElement; at; at = at.parentElement)
    observer.observe(at, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const preference = matchMedia(darkScheme);
  preference.addEventListener('change', onchange);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', onchange);
  };
}
