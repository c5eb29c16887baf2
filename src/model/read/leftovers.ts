/** Properties of a record that the format of stories does not name, as texts. */
import type { Leftover } from '../event';
import { isObject, member } from './members';

const named: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'category',
  'when',
  'where',
  'places',
  'status',
  'evidence',
  'actors',
  'claims',
  'figures',
  'sources',
  'links',
  'media',
  'sensitive',
  'note',
]);

/** Nothing where there are none, or none with a value. */
export function leftoversOf(feature: unknown): Leftover[] | undefined {
  const properties = isObject(feature) ? member(feature, 'properties') : undefined;
  if (!isObject(properties)) return undefined;
  const rest = Object.entries(properties).filter(
    ([name, value]) => !named.has(name) && value !== null && value !== '',
  );
  // As pairs of texts: a name or a value may be anything, `__proto__` too.
  const texts = rest.map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return texts.length > 0 ? texts : undefined;
}
