/** A number of 53 bits for a text: two rounds of FNV-1a with different bases. `seed` gives others. */
export function hash53(text: string, seed = 0): number {
  let [low, high] = [
    0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1),
    0x050c5d1f ^ Math.imul(seed, 0x85ebca6b),
  ];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b);
  high = Math.imul(high ^ (high >>> 15), 0xc2b2ae35);
  low ^= low >>> 13;
  high ^= high >>> 16;
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
