/** Which entries of a list are in sight. */

/** Pixels beyond the edge that count as in sight. */
const margin = '200px';

/**
 * Watches elements come into sight and go.
 *
 * @param onchange told the keys of those in sight, after each change.
 * @returns An attachment for each element; what it returns lets go of the element.
 */
export function watchVisible(onchange: (keys: number[]) => void) {
  const keys = new Map<Element, number>();
  const seen = new Set<number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = keys.get(target);
        if (key === undefined) continue;
        if (isIntersecting) seen.add(key);
        else seen.delete(key);
      }
      onchange([...seen]);
    },
    { rootMargin: margin },
  );
  return (key: number) => (element: Element) => {
    keys.set(element, key);
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      keys.delete(element);
      seen.delete(key);
    };
  };
}
