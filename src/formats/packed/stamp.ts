/** The stamp by which the files of one packed story know each other. */

/** UTF-16 units that are hashed at once. */
const pieceLength = 1 << 20;

/**
 * 32 hexadecimal digits from the whole text: a chain of SHA-256 over its UTF-8, each piece hashed
 * behind the hash of those before it, so that texts of any size take little memory. Its first 128
 * bits, so that two texts don't share one by accident.
 */
export async function stampOf(text: string): Promise<string> {
  const encoder = new TextEncoder();
  let hash: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  for (let at = 0; at < text.length || hash.length === 0;) {
    let end = Math.min(text.length, at + pieceLength);
    // A pair of surrogates stays together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    const piece = encoder.encode(text.slice(at, end));
    const joined = new Uint8Array(hash.length + piece.length);
    joined.set(hash);
    joined.set(piece, hash.length);
    hash = new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
    at = end;
  }
  return Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
