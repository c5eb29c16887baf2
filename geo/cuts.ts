/**
 * Areas that no unit of the source stands for: what is cut out of which units.
 *
 * A mask reaches beyond the border of the country it is cut from, so that only its inner side cuts;
 * what it cuts is given to the area. Where an outline's outer side runs along that border, it is
 * pushed out to the `beyond` points.
 */
import type { Position } from 'geojson';
import { outlinesByNumber } from './outlines';

export interface Cut {
  readonly area: string;
  /** ISO 3166-2 codes, or beginnings of them. */
  readonly units: readonly string[];
  /** Closed ring. */
  readonly mask: Position[];
}

/** West side of the area: what lies on the Jordanian side of the Armistice Demarcation Line of
 * 1949 in and around Jerusalem. By hand, 14 points; a few hundred metres right or wrong. */
const eastJerusalem: Position[] = [
  [35.186, 31.812],
  [35.2, 31.806],
  [35.217, 31.803],
  [35.226, 31.793],
  [35.2285, 31.788],
  [35.2275, 31.777],
  [35.229, 31.7715],
  [35.2295, 31.765],
  [35.238, 31.755],
  [35.235, 31.748],
  [35.223, 31.737],
  [35.205, 31.738],
  [35.19, 31.735],
  [35.186, 31.7],
];

/** West side of the area: the line of 4 June 1967, from the Lebanese border to the Yarmouk. By hand,
 * 18 points, to a kilometre; the source's own outline (no. 5) lies up to three kilometres off. */
const golan: Position[] = [
  [35.627, 33.285],
  [35.64, 33.262],
  [35.668, 33.25],
  [35.672, 33.225],
  [35.664, 33.195],
  [35.668, 33.165],
  [35.655, 33.13],
  [35.645, 33.07],
  [35.63, 33.02],
  [35.626, 33],
  [35.625, 32.95],
  [35.617, 32.89],
  [35.637, 32.87],
  [35.65, 32.83],
  [35.655, 32.79],
  [35.653, 32.75],
  [35.645, 32.71],
  [35.66, 32.6],
];

export function cuts(): Cut[] {
  const outlines = outlinesByNumber();
  /** The outline's run from near `from` to near `to`, in its own direction, closed by `beyond`. */
  const along = (number: number, from: Position, to: Position, beyond: Position[]): Position[] => {
    const ring = outlines.get(number)![0]!.slice(0, -1);
    const [start, end] = [nearest(ring, from), nearest(ring, to)];
    const run =
      start <= end ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)];
    return closed([...run, ...beyond]);
  };
  return [
    {
      area: 'golan',
      units: ['IL-Z'],
      mask: closed([...golan, [36.2, 32.6], [36.2, 33.5], [35.63, 33.5]]),
    },
    {
      area: 'aksai-chin',
      units: ['CN-XJ', 'CN-XZ'],
      mask: along(
        12,
        [77.8, 35.492],
        [78.9, 33.45],
        [
          [78.6, 33.3],
          [77.5, 34.5],
          [77.6, 35.49],
        ],
      ),
    },
    {
      area: 'shaksgam',
      units: ['CN-XJ'],
      mask: along(
        13,
        [75.95, 36.45],
        [77.517, 35.467],
        [
          [77.4, 35.3],
          [76.3, 35.5],
          [75.5, 36.1],
          [75.7, 36.5],
        ],
      ),
    },
    {
      area: 'south-ossetia',
      units: ['GE-SK', 'GE-MM', 'GE-RL', 'GE-IM'],
      mask: along(
        2,
        [44.192, 42.65],
        [43.692, 42.667],
        [
          [43.72, 43.1],
          [44.17, 43.1],
        ],
      ),
    },
    {
      area: 'western-sahara-west',
      units: ['MA-14', 'MA-15', 'MA-16'],
      mask: closed([
        [-20, 27 + 2 / 3],
        [-8, 27 + 2 / 3],
        [-8, 20],
        [-20, 20],
      ]),
    },
    {
      area: 'east-jerusalem',
      units: ['IL-JM'],
      mask: closed([...eastJerusalem, [35.4, 31.7], [35.4, 31.95], [35.186, 31.95]]),
    },
  ];
}

function closed(ring: Position[]): Position[] {
  return [...ring, ring[0]!];
}

function nearest(points: Position[], [lng, lat]: Position): number {
  const distances = points.map(([x, y]) => Math.hypot(x! - lng!, y! - lat!));
  return distances.indexOf(Math.min(...distances));
}
