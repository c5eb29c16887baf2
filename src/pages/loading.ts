/** Shows that a story is on its way, until it is there. */
import { mount, unmount } from 'svelte';
import Loading from './Loading.svelte';
import type { Progress } from './story';

export function showLoading(target: HTMLElement) {
  target.replaceChildren();
  const shown = mount(Loading, { target });
  return {
    progress: (progress: Progress) => shown.show(progress),
    /** Takes it away. */
    async done(): Promise<void> {
      await unmount(shown);
      target.replaceChildren();
      // What comes next is large enough for a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
