/** Which addresses a page may link to. */

// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** The address where it is safe to link to: absolute, http, https or mailto, no user name or
 * password, no control or direction characters (which could hide where it leads). */
export function isSafeAddress(value: unknown): value is string {
  if (typeof value !== 'string' || hidden.test(value)) return false;
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.protocol === 'mailto:') return true;
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** An address on the host of what names it: a path, relative or from the host's root, no other host
 * and no scheme. */
export function isRelativeAddress(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    !hidden.test(value) &&
    !/^[/\\]{2}|^\\|^\s|^[^/?#]*:/.test(value)
  );
}
