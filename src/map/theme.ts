/** Notices that the page's colours have changed. */

/** Calls back after the theme of a page may have changed: `data-theme`, `class` or `style` of an
 * ancestor, or the system's preference; returns the undoing. */
export function watchTheme(element: Element, onchange: () => void): () => void {
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
