/** Chinese names in both ways of writing. */
import { Converter } from 'opencc-js';

const simplified = Converter({ from: 'tw', to: 'cn' });
const traditional = Converter({ from: 'cn', to: 'tw' });

/** A name, and where it has Han characters its simplified and its traditional form. */
export function spellings(name: string): string[] {
  return /\p{Script=Han}/u.test(name) ? [name, simplified(name), traditional(name)] : [name];
}
