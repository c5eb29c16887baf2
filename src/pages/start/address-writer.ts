/** Keeps the address bar in step with the view, silently and not more often than browsers allow. */

/** Milliseconds: of 86 changes in 30 seconds Safari refuses none, nor does any other. */
const pause = 350;
/** Milliseconds until what was refused is tried again, and how often: no browser counts longer. */
const again = 10_000;
const most = 4;

/** @returns `write(search)`, which replaces the query after a pause; `push(search)`, which makes an
 * entry of it at once, after the one that waits; and `stop`. */
export function addressWriter(window: Window) {
  let timer: number | undefined;
  let waiting: string | null = null;
  let tries = 0;

  /** Whether the address is now so. A browser that has had enough throws, or does nothing. */
  function put(search: string, how: 'pushState' | 'replaceState' = 'replaceState'): boolean {
    try {
      const { href, pathname, hash } = window.location;
      const wanted = new URL(pathname + search + hash, href).href;
      if (wanted !== href) window.history[how](window.history.state, '', wanted);
      return window.location.href === wanted;
    } catch {
      return false;
    }
  }
  function flush(): void {
    window.clearTimeout(timer);
    if (waiting === null) return;
    // A sandboxed frame refuses for good; its address is nobody's to share.
    if (put(waiting) || ++tries === most) waiting = null;
    else timer = window.setTimeout(flush, again);
  }
  function write(search: string): void {
    window.clearTimeout(timer);
    waiting = search;
    tries = 0;
    timer = window.setTimeout(flush, pause);
  }
  window.addEventListener('pagehide', flush);
  return {
    write,
    push(search: string) {
      flush();
      if (put(search, 'pushState')) waiting = null;
      else write(search);
    },
    flush,
    stop() {
      flush();
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', flush);
    },
  };
}

export type AddressWriter = ReturnType<typeof addressWriter>;
