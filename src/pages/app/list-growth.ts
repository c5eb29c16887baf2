/**
 * How much of a long list is drawn: a screenful while answers stream in, as they do while a window
 * is dragged, and the rest once they stand still, a piece a frame.
 */

/** More than a screen can show. */
export const screenful = 18;
const piece = 40;
/** Milliseconds that an answer must stand before the rest is drawn. */
const stillness = 250;

/** @param onlength told how many entries to draw. */
export function listGrowth(onlength: (length: number) => void) {
  const pointers = new Set<number>();
  let last: readonly number[] = [];
  return {
    /** A new answer; gives the undoing of what it set off. A longer page of the same list keeps what
     * is drawn already. */
    take(rows: readonly number[], drawn: number): () => void {
      const same = last.length > 0 && last.slice(0, drawn).every((row, at) => row === rows[at]);
      last = rows;
      let length = same ? drawn : screenful;
      onlength(length);
      if (length >= rows.length) return () => {};
      let frame = 0;
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => (timer = setTimeout(begin, stillness));
      // A pointer that rests is about to move on.
      const begin = () => (pointers.size > 0 ? wait() : next());
      const next = () => {
        length += piece;
        onlength(length);
        if (length < rows.length) frame = requestAnimationFrame(next);
      };
      wait();
      return () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
      };
    },
    /** Watches for pointers that are held down; gives the undoing. */
    watch(page: Document): () => void {
      const down = ({ pointerId }: PointerEvent) => pointers.add(pointerId);
      const up = ({ pointerId }: PointerEvent) => pointers.delete(pointerId);
      page.addEventListener('pointerdown', down, true);
      page.addEventListener('pointerup', up, true);
      page.addEventListener('pointercancel', up, true);
      return () => {
        page.removeEventListener('pointerdown', down, true);
        page.removeEventListener('pointerup', up, true);
        page.removeEventListener('pointercancel', up, true);
      };
    },
  };
}
