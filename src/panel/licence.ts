/** A licence as a story names it → what it is called and where it can be read. Pure. */
import { isSafeAddress } from '../model/safe-address';

export interface Licence {
  readonly name: string;
  /** Absent where the licence is not known by its name. */
  readonly url?: string;
}

/** By SPDX identifiers (spdx.org/licenses), in lower case. */
const others: Readonly<Record<string, Licence>> = {
  'pddl-1.0': { name: 'PDDL 1.0', url: 'https://opendatacommons.org/licenses/pddl/1-0/' },
  'odc-by-1.0': { name: 'ODC-By 1.0', url: 'https://opendatacommons.org/licenses/by/1-0/' },
  'odbl-1.0': { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  'ogl-uk-3.0': {
    name: 'OGL UK 3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
};

/** @param text An SPDX identifier ("CC-BY-SA-4.0"), the same in words ("CC BY-SA 4.0"), an address, or
 *   anything else, which is shown as it is. */
export function licenceOf(text: string): Licence {
  const creative =
    /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/|$)/.exec(
      text,
    ) ?? /^CC[- ]?(0|BY(?:-(?:NC|ND|SA))*)[- ](\d\.\d)$/i.exec(text);
  if (creative) return creativeCommons(creative[1]!.toLowerCase(), creative[2]!);
  const other = others[text.toLowerCase().replaceAll(' ', '-')];
  if (other) return other;
  return /^https?:/.test(text) && isSafeAddress(text)
    ? { name: text.replace(/^https?:\/\/|\/$/g, ''), url: text }
    : { name: text };
}

function creativeCommons(kind: string, version: string): Licence {
  const at = 'https://creativecommons.org';
  if (kind === 'zero' || kind === '0')
    return { name: `CC0 ${version}`, url: `${at}/publicdomain/zero/${version}/` };
  if (kind === 'mark')
    return { name: `PDM ${version}`, url: `${at}/publicdomain/mark/${version}/` };
  return { name: `CC ${kind.toUpperCase()} ${version}`, url: `${at}/licenses/${kind}/${version}/` };
}
