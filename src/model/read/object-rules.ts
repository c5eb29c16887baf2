/** Rules of RFC 7946 for any of its objects: the bounding box (§5), and members that would make it
 * something else (§7.1). */
import { shown, type Reporter } from './problems';
import { member, type Members } from './members';
import { t } from '../../words/reading';

type Kind = 'FeatureCollection' | 'Feature' | 'geometry';

/** What may not stand in each, since it is what others are made of. */
const foreign: Readonly<Record<Kind, readonly string[]>> = {
  FeatureCollection: ['coordinates', 'geometries', 'geometry', 'properties'],
  Feature: ['coordinates', 'geometries', 'features'],
  geometry: ['geometry', 'properties', 'features'],
};

/** Reports errors; `path` is that of the object, empty for the root. */
export function checkObject(owner: Members, kind: Kind, path: string, report: Reporter): void {
  for (const name of foreign[kind]) {
    if (!Object.hasOwn(owner, name)) continue;
    const field = path === '' ? name : `${path}.${name}`;
    const message = t('record.reservedMember', { kind, name });
    report.error(field, owner[name], 'changed-meaning', message);
  }
  const bbox = member(owner, 'bbox');
  if (bbox === undefined || isBbox(bbox)) return;
  const field = path === '' ? 'bbox' : `${path}.bbox`;
  const expected = t('expected.bbox');
  report.error(
    field,
    bbox,
    'bad-bbox',
    t('problem.expected', { field, value: shown(bbox), expected }),
  );
}

function isBbox(value: unknown): boolean {
  if (!Array.isArray(value) || (value.length !== 4 && value.length !== 6)) return false;
  return (value as unknown[]).every((number) => Number.isFinite(number));
}
