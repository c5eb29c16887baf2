/** The state of a view ↔ the address. Pure but for the view that it changes. */
import { otherCategory } from '../model/other-category';
import type { Range } from '../model/time/calendar';
import { t } from '../words/page';
import { printWindow, type Address, type AddressNote } from './address';
import type { Camera } from './camera';
import type { View } from './view.svelte';

/** The event that an address names, as its story knows it. */
export interface NamedEvent {
  /** `null` where there is none. */
  readonly row: number | null;
  /** Why the event could not be looked up. */
  readonly rowFailure?: string;
}

/**
 * Opens a fresh view at an address.
 *
 * @param window What its dates mean; `null` where it has none or they are in the wrong order.
 * @returns A note on each parameter that the view does not follow.
 */
export function openAt(
  view: View,
  address: Address,
  window: Range | null,
  { row, rowFailure }: NamedEvent,
): AddressNote[] {
  const notes = applyAddress(view, address, window);
  const { event } = address;
  if (event === undefined) return notes;
  const note = (message: string) => notes.push({ key: 'event', value: event, message });
  if (rowFailure !== undefined) note(t('address.eventFailed', { reason: rowFailure }));
  else if (row === null) note(t('address.noEvent'));
  else if (window) view.restore(row);
  else view.select(row);
  return notes;
}

/** Gives a view the window, filters and search of an address; what the address does not have stays
 * as it is. Parameters and result are those of `openAt`. */
export function applyAddress(view: View, address: Address, window: Range | null): AddressNote[] {
  const notes: AddressNote[] = [];
  if (window) view.choose(window);
  else if (address.from !== undefined || address.to !== undefined)
    notes.push({
      key: 'from',
      value: `${address.from ?? ''}…${address.to ?? ''}`,
      message: view.span ? t('address.reversed') : t('address.noTimeline'),
    });
  if (address.show) {
    const { categories, gathered = [] } = view.story;
    const numbers = address.show.map((id) => {
      // One that shares "Other" is shown with it.
      const shown = gathered.includes(id) ? otherCategory : id;
      return categories.findIndex((each) => each.id === shown);
    });
    address.show.forEach((value, at) => {
      if (numbers[at] === -1) notes.push({ key: 'show', value, message: t('address.noCategory') });
    });
    const known = numbers.filter((number) => number >= 0);
    // Ids that the story does not know change nothing.
    if (known.length > 0 || address.show.length === 0) view.show(known);
  }
  if (address.unplaced) view.showUnplaced(false);
  if (address.q) view.search(address.q);
  return notes;
}

/** Brings a view back to an address: what the address does not have is as the story opens. The event
 * is left to the caller. */
export function returnTo(view: View, address: Address, window: Range | null): void {
  view.pause();
  view.search('');
  view.show(view.story.categories.keys());
  view.showUnplaced(true);
  applyAddress(view, address, window);
  if (!window) view.choose(view.opening);
}

/**
 * The address of what a view shows; what is as the story opens is left out.
 *
 * @param opened The address that the page was opened with.
 * @param row The row of the event that `opened` names.
 */
export function addressOf(
  view: View,
  opened: Address,
  row: number | null,
  at: Camera | null,
): Address {
  const { story, window, opening, selected } = view;
  const address: Address = {};
  const { story: named, src, lang, theme, borders, projection, style } = opened;
  if (named !== undefined) address.story = named;
  if (src !== undefined) address.src = src;
  if (window[0] !== opening[0] || window[1] !== opening[1])
    Object.assign(address, printWindow(window, story.timeZone));
  const event = selected === null ? undefined : view.details.get(selected)?.id;
  if (event !== undefined) address.event = event;
  else if (selected !== null && selected === row) address.event = opened.event;
  if (at) address.at = at;
  if (view.categories !== view.allCategories)
    address.show = story.categories
      .filter((_, number) => (view.categories >>> number) & 1)
      .map(({ id }) => id);
  if (!view.unplaced) address.unplaced = 'none';
  if (view.query) address.q = view.query;
  if (lang !== undefined) address.lang = lang;
  if (theme !== undefined) address.theme = theme;
  if (borders !== undefined) address.borders = borders;
  if (projection !== undefined) address.projection = projection;
  if (style !== undefined) address.style = style;
  return address;
}
