/** Text in one or several languages → one string. */
import type { Text } from './event';

/** Whether this is a string or an object with nothing but strings, one of them not empty. */
export function isText(value: unknown): value is Text {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const strings: unknown[] = Object.values(value);
  return (
    strings.every((string) => typeof string === 'string') &&
    strings.some((string) => (string as string).trim() !== '')
  );
}

/**
 * The string for a BCP 47 language: exact, then with subtags taken off the end (`uk-Cyrl-UA`,
 * `uk-Cyrl`, `uk`), then any variant of the same language. Where there is none the same for
 * `fallback` (the story's language), then for English, then the first. Empty strings count as
 * absent; `''` where there is no text at all.
 */
export function textInLanguage(
  text: Text | undefined,
  language: string,
  fallback?: string,
): string {
  if (text === undefined || text === null) return '';
  if (typeof text === 'string') return text;
  const strings = new Map<string, string>();
  for (const [tag, string] of Object.entries(text)) {
    if (typeof string === 'string' && string.trim() !== '') strings.set(tag.toLowerCase(), string);
  }
  for (const wanted of [language, fallback, 'en']) {
    const found = wanted && lookUp(strings, wanted.toLowerCase());
    if (found) return found;
  }
  return strings.values().next().value ?? '';
}

function lookUp(strings: Map<string, string>, language: string): string | undefined {
  const subtags = language.split('-');
  for (let length = subtags.length; length > 0; length--) {
    const found = strings.get(subtags.slice(0, length).join('-'));
    if (found) return found;
  }
  const variant = [...strings.keys()].find((tag) => tag.startsWith(`${subtags[0]}-`));
  return variant && strings.get(variant);
}

/** Text that any encoder takes: half of a surrogate pair becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
