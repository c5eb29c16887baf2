/** Where the keyboard's focus goes when an article closes. */

/** What a reader opened an event from. */
export interface Opener {
  readonly element: HTMLElement;
  /** The event it stood for: the list's elements are used again for other events. */
  readonly row: string | undefined;
  /** The mark it was, `undefined` where it was none. */
  readonly mark: string | undefined;
  readonly onMap: boolean;
  readonly inList: boolean;
}

const map = '[role="application"]';
/** The article or the list of a place, and the sheet that it may stand in. */
const reading = 'article, [data-place], .sheet';

/** The element that has the focus, as an opener; `null` where that is none or an article. */
export function openerNow(page: HTMLElement): Opener | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || !page.contains(element)) return null;
  if (element.closest(reading) || element.matches(map)) return null;
  return {
    element,
    row: element.dataset.row,
    mark: element.dataset.key,
    onMap: Boolean(element.closest('section')?.querySelector(map)),
    inList: element.closest('li') !== null,
  };
}

/** Whether an article or the list of a place has the focus, or nothing has it. False where the focus
 * is in another document. */
export function isFree(): boolean {
  const active = document.activeElement;
  const free = !active || active === document.body || active.closest(reading) !== null;
  return document.hasFocus() && free;
}

/**
 * Where the focus goes when the article of an event closes: to what opened it; where that is gone, to
 * the event's mark or its entry in the list, whichever is of the same kind; at last to the map.
 *
 * @param opener `null` where an address opened it.
 */
export function afterClosing(
  page: HTMLElement,
  opener: Opener | null,
  row: number,
): HTMLElement | undefined {
  const find = (selector: string) => page.querySelector<HTMLElement>(selector);
  const entry = find(`${opener?.inList ? 'li ' : ''}button[data-row="${row}"]`);
  const marks = [
    opener?.mark === undefined ? null : find(`[data-key="${CSS.escape(opener.mark)}"]`),
    find(`[data-key="event ${row}"]`),
  ];
  const same = opener?.element.dataset.row === opener?.row ? opener?.element : null;
  const places = opener?.onMap ? [same, ...marks, entry] : [same, entry, ...marks];
  return [...places, find(map)].flatMap((place) => place ?? []).find(canFocus);
}

function canFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** Gives the page's heading a focus that is lost: what had it is gone, or it was nowhere. */
export function focusHeading(): void {
  if (document.hasFocus() && document.activeElement === document.body)
    document.querySelector('h1')?.focus({ preventScroll: true });
}

/** Gives an element the focus. A reader at the keyboard sees where it is, and who comes back to the list
 * sees the entry; nobody else is scrolled. */
export function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  // Of the map as a whole: its layers are cut off at its edge and must never scroll.
  const section = element.closest('section');
  const whole = section?.querySelector(map) ? section : element;
  if (element.matches(':focus-visible, li *')) whole.scrollIntoView({ block: 'nearest' });
}
