/** A number of 53 bits for a text; among a million texts two share one with a chance of 1 in
 * 18,000, so it may only raise a question, never decide. Two rounds of FNV-1a with different bases. */
export function hash53(text: string): number {
  let [low, high] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
  }
  low ^= low >>> 13;
  high ^= high >>> 16;
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
