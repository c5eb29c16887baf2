/** Codes of ACLED (Codebook of 2023 with the column changes of 20 March 2023; the column is named at
 * each). The words are this project's own but for names of types. */
import type { PlacePrecision } from '../../../model/event';

/** `inter1`, `inter2`: digits in older files, these words in newer ones. 0 is nobody. */
export const actorKinds: ReadonlyMap<string, string> = new Map([
  ['1', 'State forces'],
  ['2', 'Rebel group'],
  ['3', 'Political militia'],
  ['4', 'Identity militia'],
  ['5', 'Rioters'],
  ['6', 'Protesters'],
  ['7', 'Civilians'],
  ['8', 'External/other forces'],
]);

export const nobody = '0';

/** `event_type` → its `sub_event_type`s (codebook, "ACLED event types"). */
export const eventTypes: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Battles',
    ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  ],
  [
    'Explosions/Remote violence',
    [
      'Chemical weapon',
      'Air/drone strike',
      'Suicide bomb',
      'Shelling/artillery/missile attack',
      'Remote explosive/landmine/IED',
      'Grenade',
    ],
  ],
  ['Violence against civilians', ['Sexual violence', 'Attack', 'Abduction/forced disappearance']],
  [
    'Protests',
    ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  ],
  ['Riots', ['Violent demonstration', 'Mob violence']],
  [
    'Strategic developments',
    [
      'Agreement',
      'Arrests',
      'Change to group/activity',
      'Disrupted weapons use',
      'Headquarters or base established',
      'Looting/property destruction',
      'Non-violent transfer of territory',
      'Other',
    ],
  ],
]);

/** `time_precision`: 1 the day, 2 a week of which the day is the middle, 3 a month. */
export const timePrecision: ReadonlyMap<string, 'day' | 'week' | 'month'> = new Map([
  ['1', 'day'],
  ['2', 'week'],
  ['3', 'month'],
]);

export interface GeoPrecision {
  readonly precision: PlacePrecision;
  /** Metres. */
  readonly radius?: number;
  readonly note: string;
}

/** `geo_precision`: 1 the town, 2 somewhere near it, 3 a region by its capital. */
export const acledPrecision: ReadonlyMap<string, GeoPrecision> = new Map([
  ['1', { precision: 'settlement', note: '' }],
  [
    '2',
    {
      precision: 'district',
      radius: 25_000,
      note: 'The place is known to a part of the region only; the position is that of a town in it.',
    },
  ],
  [
    '3',
    {
      precision: 'region',
      note: 'The place is known to the region only; the position stands for the whole of it.',
    },
  ],
]);
