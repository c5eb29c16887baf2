/** Words of Atlos (atlosdotorg/atlos, `platform/lib/platform/material/attribute.ex`, with what each
 * option is described as). */
import type { Evidence, PlacePrecision } from '../../../model/event';

/** `geolocation_resolution` → how finely the place is known; radius in metres. */
export const resolution: ReadonlyMap<
  string,
  { readonly precision: PlacePrecision; readonly radius: number }
> = new Map([
  ['exact', { precision: 'point', radius: 10 }],
  ['vicinity', { precision: 'street', radius: 100 }],
  ['locality', { precision: 'settlement', radius: 1000 }],
]);

/** `status` → evidence: only "Completed" says that a moderator has verified it; what was given up says
 * nothing of it. */
export const status: ReadonlyMap<string, Evidence | undefined> = new Map<
  string,
  Evidence | undefined
>([
  ['unclaimed', 'claimed'],
  ['claimed', 'claimed'],
  ['to do', 'claimed'],
  ['in progress', 'claimed'],
  ['help needed', 'claimed'],
  ['ready for review', 'claimed'],
  ['completed', 'verified'],
  ['cancelled', undefined],
  ['canceled', undefined],
]);

/** `sensitive`: the one option that needs no warning. */
export const notSensitive = 'not sensitive';

/** `restrictions`: not for the public. */
export const hidden = 'hidden';
