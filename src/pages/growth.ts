/**
 * How much of a long list is drawn: a screenful while answers stream in, as they do while a window
 * is dragged, and the rest once they stand still, a piece a frame.
 */

/** More than a screen can show. */
export const screenful = 60;
const piece = 80;
/** Milliseconds that an answer must stand before the rest is drawn. */
const stillness = 140;

/** @param onlength told how many entries to draw. */
export function growth(onlength: (length: number) => void) {
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
      const next = () => {
        length += piece;
        onlength(length);
        if (length < rows.length) frame = requestAnimationFrame(next);
      };
      const timer = setTimeout(next, stillness);
      return () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
      };
    },
  };
}
