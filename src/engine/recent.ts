/** Things made when they are first asked for, of which the last few are kept. */

/** The one that fits, or a new one in place of the one not used for longest. */
export function recent<Thing>(
  things: Thing[],
  kept: number,
  fits: (thing: Thing) => boolean,
  make: () => Thing,
): Thing {
  const at = things.findIndex(fits);
  const [thing = make()] = at < 0 ? [] : things.splice(at, 1);
  things.push(thing);
  if (things.length > kept) things.shift();
  return thing;
}
