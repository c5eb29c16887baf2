/** Makes the browser's Back and Forward undo and redo what a reader does with a view. */
import type { AddressWriter } from './address-writer';

/** Pixels that a press may slip before it is a drag. */
const slip = 6;

/**
 * Which changes of an address are steps of their own: the first after a press, a key that presses, or a
 * text that is typed. What a drag, the wheel or an arrow key changes belongs to the step before, and so
 * does what follows a step by itself. Pure.
 */
export class StepRule {
  #acted = false;
  /** Where a pointer went down. */
  #down: readonly [number, number] | null = null;
  /** The last step was a search. */
  #searched = false;

  /** A pointer goes down: what changes from now on is a drag. */
  down(x: number, y: number): void {
    this.#down = [x, y];
    this.#acted = false;
  }

  /** A press ends, by a pointer (`x`, `y`) or by a key. Returns whether it is an act. */
  press(x?: number, y?: number): boolean {
    const down = this.#down;
    this.#acted = x === undefined || down === null || Math.hypot(x - down[0], y! - down[1]) < slip;
    return this.#acted;
  }

  /** The wheel turns, an arrow key goes down, or Back was pressed. */
  drift(): void {
    this.#acted = false;
  }

  /** Whether the change from one query string to another is a step; it is told of once. */
  isStep(before: string, after: string): boolean {
    if (!this.#acted) return false;
    this.#acted = false;
    const search = isSearch(before, after);
    // A text that is typed on is one search.
    const step = !(search && this.#searched && new URLSearchParams(after).has('q'));
    this.#searched = search;
    return step;
  }
}

/** Whether two query strings differ in the search alone. */
function isSearch(before: string, after: string): boolean {
  const [a, b] = [before, after].map((search) => new URLSearchParams(search));
  const [was, is] = [a!.get('q'), b!.get('q')];
  a!.delete('q');
  b!.delete('q');
  return was !== is && a!.toString() === b!.toString();
}

export interface ViewHistory {
  /** The view has another query string; while it plays, none is a step. */
  write(search: string, playing: boolean): void;
  stop(): void;
}

/**
 * Watches a page.
 *
 * @param onreturn Gets the query string that Back or Forward leads to.
 */
export function viewHistory(
  window: Window,
  writer: AddressWriter,
  onreturn: (search: string) => void,
): ViewHistory {
  const rule = new StepRule();
  let played = false;
  const { history, location } = window;
  const opened = fileOf(history.state);
  /** An act begins: what it changes is apart from what was before. */
  const act = (x?: number, y?: number) => {
    if (rule.press(x, y)) writer.flush();
  };
  const handlers = {
    pointerdown: ({ clientX, clientY }: PointerEvent) => rule.down(clientX, clientY),
    // A key that presses a button has no detail.
    click: ({ detail, clientX, clientY }: MouseEvent) =>
      detail === 0 ? act() : act(clientX, clientY),
    input: () => act(),
    keydown: ({ key }: KeyboardEvent) =>
      key === 'Enter' || key === 'Escape' ? act() : rule.drift(),
    wheel: () => rule.drift(),
    popstate({ state }: PopStateEvent) {
      rule.drift();
      // Another file, or none, stood there.
      if (fileOf(state) !== opened) location.reload();
      else onreturn(location.search);
    },
  };
  const names = Object.keys(handlers) as (keyof typeof handlers)[];
  const how = { capture: true, passive: true };
  for (const name of names) window.addEventListener(name, handlers[name] as EventListener, how);
  return {
    write(search, playing) {
      // Neither what Play changes nor the presses that begin and end it are steps.
      if (playing || played) rule.drift();
      played = playing;
      if (search === location.search) return writer.write(search);
      if (rule.isStep(location.search, search)) writer.push(search);
      else writer.write(search);
    },
    stop() {
      for (const name of names)
        window.removeEventListener(name, handlers[name] as EventListener, how);
    },
  };
}

/** The file of the reader's device that an entry shows. */
function fileOf(state: unknown): unknown {
  return (state as { file?: unknown } | null)?.file;
}
