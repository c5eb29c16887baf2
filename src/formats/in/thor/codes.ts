/** Columns and codes of THOR's table of the Second World War (its data dictionary at data.world,
 * "datamil/world-war-ii-thor-data"). */
import type { FigureColumns } from '../../shared/figures';

/** `Theater of Operations` → its name. */
export const theaters: ReadonlyMap<string, string> = new Map([
  ['ETO', 'European theater'],
  ['MTO', 'Mediterranean theater'],
  ['PTO', 'Pacific theater'],
  ['CBI', 'China, Burma, India'],
  ['EAST AFRICA', 'East Africa'],
  ['MADAGASCAR', 'Madagascar'],
]);

export const thorFigures: readonly FigureColumns[] = [
  { measure: 'aircraft attacking', best: 'Attacking Aircraft' },
  { measure: 'aircraft damaged', best: 'Aircraft Damaged' },
  { measure: 'aircraft lost', best: 'Aircraft Lost' },
  { measure: 'bombs, tons', best: 'Total Weight (Tons)' },
];

/** Columns of which no other table has three. */
export const thorTelling: readonly string[] = [
  'Theater of Operations', 'Takeoff Base', 'Takeoff Location', 'Takeoff Latitude', 'Time Over Target', 'Target Latitude', 'Target Country',
  'Target City', 'Target Industry', 'Attacking Aircraft', 'Aircraft Series', 'Altitude (Hundreds of Feet)', 'Total Weight (Tons)',
]; // prettier-ignore
