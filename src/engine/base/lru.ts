/** Things made when they are first asked for, of which the last few are kept. */

/** The one that fits, or a new one in place of the one not used for longest. */
export function leastRecentlyUsed<Thing>(
  things: Thing[],
  kept: number,
  fits: (thing: Thing) => boolean,
  make: () => Thing,
): Thing {
  const last = things.length - 1;
  // Most of the time it is the last one.
  if (last >= 0 && fits(things[last]!)) return things[last]!;
  for (let at = last - 1; at >= 0; at--) {
    const thing = things[at]!;
    if (!fits(thing)) continue;
    things.splice(at, 1);
    things.push(thing);
    return thing;
  }
  const thing = make();
  things.push(thing);
  if (things.length > kept) things.shift();
  return thing;
}
