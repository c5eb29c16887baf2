/** Ends a task, so that the page can answer before the next part of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
