/** What a status means for how an event is drawn and worded, on map, timeline, list and calendar. */
import type { Evidence, Status } from './event';

/** Still to happen. */
export function isPlanned(status: Status): boolean {
  return status === 'scheduled' || status === 'postponed' || status === 'rescheduled';
}

/** Has not happened: still to happen, or called off. Drawn hollow. */
export function isHollow(status: Status): boolean {
  return isPlanned(status) || status === 'cancelled';
}

/** Does not happen, or its report was withdrawn: drawn struck through. */
export function isStruck({ status, evidence }: { status: Status; evidence?: Evidence }): boolean {
  return status === 'cancelled' || evidence === 'retracted';
}
