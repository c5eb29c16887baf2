/** Keeps the focus where what has it goes, or is made anew. */
import { tick } from 'svelte';

export interface KeptFocus {
  /** Selectors: what may go, and what has the focus then. */
  readonly from: string;
  readonly to: string;
  /** Reads the state that may make it go. */
  changes(): unknown;
}

/** Moves the focus from elements that go, or are made anew, to another. Call it while a component is
 * made. */
export function keepFocus(
  page: () => HTMLElement | undefined,
  { from, to, changes }: KeptFocus,
): void {
  $effect.pre(() => {
    changes();
    if (!document.hasFocus() || !document.activeElement?.closest(from)) return;
    void tick().then(() => {
      if (document.activeElement !== document.body) return;
      page()?.querySelector<HTMLElement>(to)?.focus({ preventScroll: true });
    });
  });
}
