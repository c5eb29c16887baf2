/** Custom properties that an address sets: colours, faces and the radius of `ui/tokens.css`. */
import { t } from '../../words/page';
import type { Address, AddressNote } from '../../view/address';

/** A face's name comes from the device; nothing is fetched for it. */
const faces = /^[\p{L}\d\s'",._-]{1,300}$/u;
/** Nothing that could fetch, compute or refer. */
const colour = /^[#\w\s.,%()/+-]{1,200}$/;
const length = /^(\d{1,2}(\.\d+)?)(px|rem|em)$|^0$/;

/** Sets those of an address on the page. Unknown properties and invalid values are taken out of the
 * address, with a note each. */
export function setStyle(address: Address, page: HTMLElement): AddressNote[] {
  const { style } = address;
  if (!style) return [];
  const computed = getComputedStyle(page);
  const notes: AddressNote[] = [];
  const valid = Object.entries(style).filter(([key, text]) => {
    const value = text.trim();
    const message =
      computed.getPropertyValue(key) === '' ? t('address.noProperty') : expectedOf(key, value);
    if (message === null) page.style.setProperty(key, value);
    else notes.push({ key, value: text, message });
    return message === null;
  });
  address.style = Object.fromEntries(valid);
  // Names on the map have the same face.
  const sans = address.style['--dl-font-sans'];
  if (sans !== undefined) page.style.setProperty('--names-font', sans);
  return notes;
}

/** What a property expects, where this is not it. */
function expectedOf(key: string, value: string): string | null {
  if (key.startsWith('--dl-font-'))
    return faces.test(value) && CSS.supports('font-family', value) ? null : t('address.faces');
  if (key === '--dl-radius') return length.test(value) ? null : t('address.radius');
  if (key === '--dl-shadow') return value === 'none' ? null : t('address.shadow');
  return colour.test(value) && !/url|var|env|attr/i.test(value) && CSS.supports('color', value)
    ? null
    : t('address.colour');
}

/** Whether an address names both faces, so that the page's own need not come. */
export function hasFaces(style: Address['style']): boolean {
  return ['--dl-font-sans', '--dl-font-serif'].every((key) => style?.[key] !== undefined);
}
