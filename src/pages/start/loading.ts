/** Shows that a story is on its way, until it is there. */
import { mount, unmount } from 'svelte';
import Loading from './Loading.svelte';
import type { Progress } from '../../story';

/** @param beside The page can be read already: a strip at its edge tells how far it is. */
export function showLoading(
  target: HTMLElement,
  beside: boolean,
  actions: { readonly oncancel: () => void; readonly onagain: () => void },
) {
  if (!beside) target.replaceChildren();
  const shown = mount(Loading, {
    target: beside ? document.body : target,
    props: { beside, ...actions },
  });
  return {
    progress: (progress: Progress) => shown.show(progress),
    /** Takes it away. */
    async done(): Promise<void> {
      await unmount(shown);
      if (!beside) target.replaceChildren();
      // What comes next is large enough for a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
