/** Light or dark, as the address asks or else as the system does. */
import type { Address } from '../../view/address';

export type Theme = 'light' | 'dark';

/** What the system asks for, as a media query. */
export const darkScheme = '(prefers-color-scheme: dark)';

export function themeOf(asked: Address['theme'], dark: boolean): Theme {
  return asked === 'light' || asked === 'dark' ? asked : dark ? 'dark' : 'light';
}
