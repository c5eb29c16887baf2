/** Which bytes are UTF-8 (RFC 3629) and which are not. */

/** The length of the bytes without a character that is cut off at their end. */
export function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Offsets of bytes that begin no character; `sound` where one beyond ASCII stands before it. */
export function* badBytes(bytes: Uint8Array): Generator<{ offset: number; sound: boolean }> {
  let sound = false;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = characterAt(bytes, at);
    if (length > 0) {
      sound = true;
      at += length;
    } else {
      yield { offset: at, sound };
      at++;
    }
  }
}

/** The length of the character that begins here, 0 where none does. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length = lengthOf(first);
  if (length === 0 || at + length > bytes.length) return 0;
  for (let next = 1; next < length; next++) {
    if ((bytes[at + next]! & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1]!;
  const short = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return short || beyond ? 0 : length;
}

function lengthOf(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
