/** Keeps the address bar in step with the view, silently and not more often than browsers allow. */

/** Safari refuses more than 100 changes in 30 seconds. */
const pause = 350;

/** @returns `write(search)`, which replaces the query after a pause, and `stop`. */
export function addressWriter(window: Window) {
  let timer: number | undefined;
  const put = (search: string) => {
    const { pathname, hash } = window.location;
    if (search === window.location.search) return;
    try {
      window.history.replaceState(window.history.state, '', pathname + search + hash);
    } catch {
      // A sandboxed frame may refuse; its address is nobody's to share.
    }
  };
  let waiting: string | null = null;
  const flush = () => {
    window.clearTimeout(timer);
    if (waiting !== null) put(waiting);
    waiting = null;
  };
  window.addEventListener('pagehide', flush);
  return {
    write(search: string) {
      window.clearTimeout(timer);
      waiting = search;
      timer = window.setTimeout(flush, pause);
    },
    stop() {
      flush();
      window.removeEventListener('pagehide', flush);
    },
  };
}
