/** The state of looking ↔ the address. Pure but for the view it fills. */
import { plain } from '../model/text';
import { printWindow, windowOf, type Address, type AddressNote } from '../view/address';
import type { Camera } from '../view/camera';
import type { View } from '../view/view.svelte';

/** Puts an address into a fresh view; what can't be followed is noted and left out. */
export function openAt(view: View, address: Address): AddressNote[] {
  const { story } = view;
  const notes: AddressNote[] = [];
  const note = (key: keyof Address, value: string, message: string) =>
    notes.push({ key, value, message });

  const window = windowOf(address, story.timeZone, view.span);
  if (window) view.choose(window);
  else if (address.from !== undefined || address.to !== undefined)
    note('from', `${address.from ?? ''}…${address.to ?? ''}`, 'the end comes before the start');

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
    const row = story.events.findIndex(({ id }) => id === address.event);
    if (row < 0) note('event', address.event, 'is not an event of this story');
    else if (window) view.restore(row);
    else view.select(row);
  }
  return notes;
}

/** The address of what is looked at; what is as the story opens is not said. */
export function addressOf(view: View, opened: Address, at: Camera | null): Address {
  const { story, window, opening } = view;
  const address: Address = {};
  const { story: named, src, lang, theme, borders } = opened;
  if (named !== undefined) address.story = named;
  if (src !== undefined) address.src = src;
  if (window[0] !== opening[0] || window[1] !== opening[1])
    Object.assign(address, printWindow(window, story.timeZone));
  if (view.selected !== null) address.event = story.events[view.selected]!.id;
  if (at) address.at = at;
  if (view.categories !== view.allCategories)
    address.show = story.categories
      .filter((_, number) => (view.categories >>> number) & 1)
      .map(({ id }) => id);
  if (view.query) address.q = view.query;
  if (lang !== undefined) address.lang = lang;
  if (theme !== undefined) address.theme = theme;
  if (borders !== undefined) address.borders = borders;
  return address;
}

/** Events an article leads on to: what it hangs on, what hangs on it, what else is at its place. */
export function relatedTo(
  { story, table }: View,
  row: number,
  language: string,
): { row: number; title: string; relation: string }[] {
  const event = story.events[row]!;
  const title = (other: number) => plain(story.events[other]!.title, language);
  const forward = event.links.flatMap(({ rel, event: id }) => {
    const other = story.events.findIndex((candidate) => candidate.id === id);
    return other < 0
      ? []
      : [{ row: other, title: title(other), relation: relations[rel][0] as string }];
  });
  const back = story.events.flatMap((other, number) =>
    other.links
      .filter((link) => link.event === event.id)
      .map(({ rel }) => ({ row: number, title: title(number), relation: relations[rel][1] })),
  );
  const here: typeof forward = [];
  const [lng, lat] = [table.lng[row]!, table.lat[row]!];
  for (let other = 0; other < story.events.length && here.length < 20; other++)
    if (other !== row && table.lng[other] === lng && table.lat[other] === lat)
      here.push({ row: other, title: title(other), relation: 'Also here' });
  return [...forward, ...back, ...here];
}

const relations = {
  follows: ['Follows', 'Followed by'],
  'part-of': ['Part of', 'Includes'],
  'responds-to': ['Responds to', 'Answered by'],
} as const;
