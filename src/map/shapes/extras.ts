/** What a selected event shows beyond its main place: shapes for the map. Pure. */
import { distance } from '@turf/distance';
import { greatCircle } from '@turf/great-circle';
import type { LineString, MultiLineString } from 'geojson';
import type { Event } from '../../model/event';
import { pointOfCodes } from '../../world/codes';
import { positionOf } from '../../world/locate';
import { placeShapes, shape, type ShapesByCode, type Point } from './shapes';
import type { PlaceShape } from '../types';

/**
 * What only a selected event shows: its further places, the way from each origin to each target
 * (or to the main place), and a line to each linked event that has a position.
 */
export function extrasFor(
  event: Event,
  row: number,
  color: string,
  resolved: ShapesByCode,
  position: Point | null,
  linked: readonly Point[],
): PlaceShape[] {
  const places = event.places.flatMap((place) => {
    const at = positionOf(place.geometry) ?? pointOfCodes(place, resolved);
    return placeShapes(place, place.geometry ?? null, at, resolved);
  });
  const origins = pointsOf(event, 'origin', resolved);
  const targets = pointsOf(event, 'target', resolved);
  // Where one of the two ends is absent, the main place stands for it.
  const main = position ? [position] : [];
  const starts = origins.length === 0 && targets.length > 0 ? main : origins;
  const ends = targets.length === 0 && origins.length > 0 ? main : targets;
  const ways = starts.flatMap((from) => ends.map((to) => greatCircleBetween(from, to)));
  const links = position ? linked.map((to) => greatCircleBetween(position, to)) : [];
  return [
    ...places.map((geometry) => shape(geometry, row, color)),
    ...ways.flatMap((way) => (way ? [shape(way, row, color, 'route')] : [])),
    ...links.flatMap((link) => (link ? [shape(link, row, color, 'link')] : [])),
  ];
}

function pointsOf(event: Event, role: 'origin' | 'target', resolved: ShapesByCode): Point[] {
  return event.places.flatMap((place) => {
    if (place.role !== role) return [];
    const at = positionOf(place.geometry) ?? pointOfCodes(place, resolved);
    return at ? [at] : [];
  });
}

/** Metres to the opposite side of the earth, on Turf's sphere. */
const farthest = Math.PI * 6_371_008.8;

/** The shortest way between two positions, cut at 180°; `null` where there is none or no single
 * one: the same place, or exactly opposite. */
export function greatCircleBetween(from: Point, to: Point): LineString | MultiLineString | null {
  const metres = distance([...from], [...to], { units: 'meters' });
  if (metres < 1 || metres > farthest - 1000) return null;
  return greatCircle([...from], [...to], { npoints: 64 }).geometry;
}
