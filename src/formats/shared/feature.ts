/** What a foreign record says of an event → a feature of the story. */
import type { Geometry } from 'geojson';
import type { Members } from '../../model/read/problems';
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
  const feature = {
    type: 'Feature',
    ...(id === undefined || id === '' ? {} : { id }),
    geometry: geometry ?? null,
    properties: filled(properties),
  };
  return { record, feature, problems: problems.all };
}

/** All members but one. */
export function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
}

/** The members that say something; nothing where none does. */
export function filledOr(members: Members): Members | undefined {
  const found = filled(members);
  return Object.keys(found).length > 0 ? found : undefined;
}

function filled(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => says(value)));
}

function says(value: unknown): boolean {
  if (value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}
