/** Objects of JSON, read with care. */

/** A JSON object, read only through its own members. */
export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, so that `constructor` and the like are never found by accident. */
export function member(object: Members, name: string): unknown {
  const value = object[name];
  // Most members are absent, which is seen sooner than whose they are.
  if (value === undefined || value === null) return undefined;
  return Object.hasOwn(object, name) ? value : undefined;
}
