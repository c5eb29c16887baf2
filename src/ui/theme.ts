/** Light or dark: as an address names it, else as the system prefers. */

export type Theme = 'light' | 'dark';

/** The system's preference, as a media query. */
export const darkScheme = '(prefers-color-scheme: dark)';

/** @param chosen By the address. @param dark The system prefers dark. */
export function themeOf(chosen: Theme | 'auto' | undefined, dark: boolean): Theme {
  return chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
}
