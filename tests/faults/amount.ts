/** How much the fault tests try: a little with every `npm test`, all of it with
 * `npm run test:faults`. */
const full = import.meta.env.MODE === 'faults';

/** Every run tries the same things, unless `SEED` names others. */
export const seed = Number(process.env.SEED ?? 20_261_129);

/** How many trials there are: `short` of them with `npm test`, `whole` with `test:faults`. */
export function amount(short: number, whole: number): number {
  return full ? whole : short;
}

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
