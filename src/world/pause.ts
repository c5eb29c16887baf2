/** Ends a task, so that the page can answer before the next part of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Milliseconds of work after which a task ends. */
const enough = 8;

/** What each gives, in their order: small ones share a task, a large one has its own. */
export async function inTurn<T>(makes: readonly (() => T)[]): Promise<T[]> {
  const made: T[] = [];
  let began = -Infinity;
  for (const make of makes) {
    if (performance.now() - began > enough) {
      await pause();
      began = performance.now();
    }
    made.push(make());
  }
  return made;
}
