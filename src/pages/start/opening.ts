/** The state of looking ↔ the address. Pure but for the view it fills. */
import { printWindow, type Address, type AddressNote } from '../../view/address';
import type { Camera } from '../../view/camera';
import type { Range } from '../../model/time/calendar';
import type { View } from '../../view/view.svelte';

/** Puts an address into a fresh view; what can't be followed is noted and left out.
 * @param window What its dates mean, `null` where it has none or they are in the wrong order.
 * @param row The row of the event it names, `null` where there is none.
 * @param rowFailure Why that could not be looked up. */
export function openAt(
  view: View,
  address: Address,
  window: Range | null,
  row: number | null,
  rowFailure?: string,
): AddressNote[] {
  const { story } = view;
  const notes: AddressNote[] = [];
  const note = (key: keyof Address, value: string, message: string) =>
    notes.push({ key, value, message });

  if (window) view.choose(window);
  else if (address.from !== undefined || address.to !== undefined) {
    const why = view.span ? 'the end comes before the start' : 'the story has no timeline';
    note('from', `${address.from ?? ''}…${address.to ?? ''}`, why);
  }

  if (address.show) {
    const numbers = address.show.map((id) => story.categories.findIndex((c) => c.id === id));
    address.show.forEach((id, i) => {
      if (numbers[i] === -1) note('show', id, 'is not a category of this story');
    });
    if (numbers.some((number) => number >= 0) || address.show.length === 0)
      view.show(numbers.filter((number) => number >= 0));
  }
  if (address.q) view.search(address.q);
  if (address.event !== undefined) {
    if (rowFailure !== undefined)
      note('event', address.event, `could not be looked up. ${rowFailure}`);
    else if (row === null) note('event', address.event, 'is not an event of this story');
    else if (window) view.restore(row);
    else view.select(row);
  }
  return notes;
}

/** The address of what is looked at; what is as the story opens is not said.
 * @param row The row of the event that `opened` names. */
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
  if (view.query) address.q = view.query;
  if (lang !== undefined) address.lang = lang;
  if (theme !== undefined) address.theme = theme;
  if (borders !== undefined) address.borders = borders;
  if (projection !== undefined) address.projection = projection;
  if (style !== undefined) address.style = style;
  return address;
}
