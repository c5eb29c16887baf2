/** All cases, in the order of the gallery. */
import { dialogCases } from './dialogs';
import { mapCases } from './map';
import { panelCases } from './panel';
import { timelineCases } from './timeline';

export const cases = [...mapCases, ...timelineCases, ...panelCases, ...dialogCases];
