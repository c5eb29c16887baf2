/** Custom properties that an address sets: colours, faces and the radius of `ui/tokens.css`. */
import type { Address, AddressNote } from '../../view/address';

/** A face's name comes from the device; nothing is fetched for it. */
const faces = /^[\p{L}\d\s'",._-]{1,300}$/u;
/** Nothing that could fetch, compute or refer. */
const colour = /^[#\w\s.,%()/+-]{1,200}$/;
const length = /^(\d{1,2}(\.\d+)?)(px|rem|em)$|^0$/;

/** Sets those of an address on the page; what is no such property, or no value of one, is noted and
 * taken out of the address. */
export function setStyle(address: Address, page: HTMLElement): AddressNote[] {
  const { style } = address;
  if (!style) return [];
  const computed = getComputedStyle(page);
  const notes: AddressNote[] = [];
  const taken = Object.entries(style).filter(([key, given]) => {
    const value = given.trim();
    const message =
      computed.getPropertyValue(key) === ''
        ? 'is no property of this page'
        : expectedOf(key, value);
    if (message === null) page.style.setProperty(key, value);
    else notes.push({ key, value: given, message });
    return message === null;
  });
  address.style = Object.fromEntries(taken);
  return notes;
}

/** What a property expects, where this is not it. */
function expectedOf(key: string, value: string): string | null {
  if (key.startsWith('--dl-font-'))
    return faces.test(value) && CSS.supports('font-family', value)
      ? null
      : 'expected faces, such as Georgia, serif';
  if (key === '--dl-radius') return length.test(value) ? null : 'expected a length, such as 4px';
  if (key === '--dl-shadow') return value === 'none' ? null : 'expected none';
  return colour.test(value) && !/url|var|env|attr/i.test(value) && CSS.supports('color', value)
    ? null
    : 'expected a colour, such as #1b64ac or light-dark(#1b64ac, #59a3e6)';
}

/** Whether an address names both faces, so that the page's own need not come. */
export function hasFaces(style: Address['style']): boolean {
  return ['--dl-font-sans', '--dl-font-serif'].every((key) => style?.[key] !== undefined);
}
