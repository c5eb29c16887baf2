/** Events → columns. A row's number is the event's number in the story. */
import type { Event } from '../model/event';
import type { EventTable } from './story-index';

/** @param positions `[lng, lat]` in degrees by event number, `null` where an event has no place. */
export function tableOf(
  events: readonly Event[],
  positions: readonly (readonly [number, number] | null)[],
): EventTable {
  return {
    lng: Float64Array.from(positions, (position) => position?.[0] ?? NaN),
    lat: Float64Array.from(positions, (position) => position?.[1] ?? NaN),
    start: Float64Array.from(events, (event) => event.time.start),
    end: Float64Array.from(events, (event) => event.time.end),
    category: Uint8Array.from(events, (event) => event.category),
  };
}
