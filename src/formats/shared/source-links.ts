/** Addresses that a record links to → its sources. */
import { isSafeAddress } from '../../model/safe-address';
import type { Members } from '../../model/read/members';
import { hostOf } from './headline';

/** Each once, by the name of its host; what is no safe address is left out, and stays in the record
 * as it came. */
export function sourcesFrom(links: readonly string[]): Members[] {
  const safe = [...new Set(links)].filter(isSafeAddress);
  return safe.map((url) => ({ title: hostOf(url), url }));
}
