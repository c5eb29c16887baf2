/** What the digits of coordinates say of how finely a place is known. */
import type { PlacePrecision } from '../../../model/event';

export interface Rounded {
  readonly precision: PlacePrecision;
  /** Metres. */
  readonly radius: number;
  readonly note: string;
}

/** By decimals: half of the last digit is this far, in metres, in both directions at once (a degree
 * of latitude has 111,320 m). Four decimals are some eight metres, which is a place. */
const byDecimals: readonly (readonly [radius: number, precision: PlacePrecision])[] = [
  [79_000, 'region'],
  [7_900, 'district'],
  [790, 'settlement'],
  [80, 'street'],
];

/** Nothing where either of the two has four decimals or more, or can't be a plain number. */
export function roundedRadius(lng: string, lat: string): Rounded | undefined {
  const decimals = [lng, lat].map((text) => /^[+-]?\d+(?:\.(\d*))?$/.exec(text.trim()));
  if (decimals.some((match) => match === null)) return undefined;
  const most = Math.max(...decimals.map((match) => match![1]?.length ?? 0));
  const found = byDecimals[most];
  if (!found) return undefined;
  const [radius, precision] = found;
  const count = most === 1 ? 'one decimal' : `${['no', '', 'two', 'three'][most]} decimals`;
  return {
    precision,
    radius,
    note: `The coordinates have ${count}; the place is known to about ${radius} m.`,
  };
}
