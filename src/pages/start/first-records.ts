/** The whole of a file in place of its first records: what of the page as its reader has it stays. */
import { printAddress, readAddress, type Address, type Read } from '../../view/address';
import type { OpenStory } from '../../story';

/** What the page shows of the first records. */
export interface FirstRecords {
  readonly opened: OpenStory;
  readonly app: { shownAddress(): Address };
  /** The address of what it showed at first. */
  readonly search: string;
}

/** What the whole is to be shown with: what `asked` says, where the reader has changed nothing. */
export async function carryOver<Asked extends { address: Address; windowIn: Read['windowIn'] }>(
  { opened, app, search }: FirstRecords,
  whole: OpenStory,
  asked: Asked,
): Promise<{ asked: Asked; whole: OpenStory }> {
  const address = { ...app.shownAddress() };
  if (printAddress(address) === search) return { asked, whole };
  // An event that is asked for and did not come with the first stays asked for.
  if (opened.data.row === null) address.event ??= asked.address.event;
  const { windowIn } = await readAddress(printAddress(address));
  const { event } = address;
  const row = event === undefined ? null : await whole.service.rowOf(event);
  return {
    asked: { ...asked, address, windowIn },
    whole: { ...whole, data: { ...whole.data, row } },
  };
}

/** Remembers which element of a page has the focus; the function given puts it on the like of it, when
 * the same page is made anew. */
export function focusAgain(page: HTMLElement): () => void {
  const before = document.activeElement;
  if (!before || !page.contains(before)) return () => {};
  const like = (element: Element) =>
    [
      element.getAttribute('aria-label') ?? element.textContent,
      element.getAttribute('data-row'),
      element.getAttribute('data-key'),
    ].join('\0');
  const sought = like(before);
  return () => {
    if (page.contains(document.activeElement)) return;
    const all = page.querySelectorAll<HTMLElement>(before.localName);
    [...all].find((element) => like(element) === sought)?.focus({ preventScroll: true });
  };
}
