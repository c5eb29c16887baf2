/**
 * Marks as plain objects. They come from constructors, not from literals: where many objects of a
 * literal outlive one collection, V8 takes all of them for long-lived ones and puts them where it
 * costs more to make and to drop them, and most marks of a moving window are dropped at once.
 */
import type { Mark } from '../types';

/** Of several events. */
export const ClusterMark = plain<[lng: number, lat: number, count: number, byCategory: number[]]>(
  function (lng, lat, count, byCategory) {
    this.lng = lng;
    this.lat = lat;
    this.count = count;
    this.byCategory = byCategory;
  },
);

/** Of one event, whose row and place are to be filled in. */
export const LoneMark = plain<[byCategory: number[]]>(function (byCategory) {
  this.lng = NaN;
  this.lat = NaN;
  this.count = 1;
  this.byCategory = byCategory;
  this.event = 0;
});

/** A constructor of plain objects: `Object.prototype` is their prototype. */
function plain<Given extends unknown[]>(
  fill: (this: Mark, ...given: Given) => void,
): new (...given: Given) => Mark {
  fill.prototype = Object.prototype;
  return fill as unknown as new (...given: Given) => Mark;
}
