/** Names beside lanes: where they would like to stand → where they can. Pure. */

/**
 * The places nearest to those wished for (rising) that are `apart` from each other and inside
 * `[0, height]` by half of it; evenly squeezed where there is no room for that.
 */
export function spread(wished: readonly number[], apart: number, height: number): number[] {
  const each = Math.min(apart, height / Math.max(1, wished.length));
  const places: number[] = [];
  for (const [index, place] of wished.entries())
    places.push(Math.max(place, index === 0 ? each / 2 : places[index - 1]! + each));
  let limit = height - each / 2;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - each;
  }
  return places;
}
