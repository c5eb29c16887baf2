/** What a foreign record says of an event → a feature of the story. */
import type { Geometry } from 'geojson';
import type { Members } from '../../model/read/members';
import type { Converted } from '../format';
import type { RowProblems } from '../table/row-problems';

export interface FeatureParts {
  readonly id?: string;
  readonly geometry?: Geometry | null;
  /** Undefined members and empty lists and objects are left out. */
  readonly properties: Members;
}

/** Without a feature where the record has an error. */
export function convertedTo(
  record: number,
  problems: RowProblems,
  { id, geometry, properties }: FeatureParts,
): Converted {
  if (problems.failed) return { record, problems: problems.all };
  const rest = { geometry: geometry ?? null, properties: filled(properties) };
  const feature = id ? { type: 'Feature', id, ...rest } : { type: 'Feature', ...rest };
  return { record, feature, problems: problems.all };
}

/** All members but one. */
export function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
}

/** The members that say something; nothing where none does. */
export function filledOr(members: Members): Members | undefined {
  const found = filled(members);
  return isEmptyObject(found) ? undefined : found;
}

function filled(members: Members): Members {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (says(value)) setMember(found, name, value);
  }
  return found;
}

/** Sets an own member, which may have any name. */
export function setMember(members: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(members, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else members[name] = value;
}

function says(value: unknown): boolean {
  if (value === undefined || value === '') return false;
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) ? value.length > 0 : !isEmptyObject(value);
}

function isEmptyObject(value: object): boolean {
  for (const name in value) if (Object.hasOwn(value, name)) return false;
  return true;
}
