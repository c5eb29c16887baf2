/** Parts of a country that have an ISO 3166-1 code of their own but not in the atlas. */
import type { Position } from 'geojson';

/** `[west, south, east, north]` around each, degrees. */
const territories: Record<string, Record<string, [number, number, number, number][]>> = {
  FR: {
    GF: [[-55, 2, -51, 6]],
    GP: [[-61.9, 15.8, -61, 16.6]],
    MQ: [[-61.3, 14.3, -60.8, 14.95]],
    RE: [[55, -21.5, 56, -20.8]],
    YT: [[45, -13.1, 45.3, -12.6]],
  },
  NO: {
    SJ: [
      [10, 74, 34, 81],
      [-10, 70, -7, 72],
    ],
  },
  NL: {
    BQ: [
      [-69, 11.9, -68, 12.4],
      [-63.4, 17.3, -62.8, 17.8],
    ],
  },
  NZ: { TK: [[-173, -10, -171, -8]] },
  CX: { CC: [[96, -13, 97.5, -11.5]] },
};

/** The code of a polygon that the atlas counts to `country`. */
export function territoryOf(country: string, polygon: Position[][]): string {
  for (const [code, boxes] of Object.entries(territories[country] ?? {})) {
    const inside = boxes.some(([west, south, east, north]) =>
      polygon[0]!.every(([lng, lat]) => lng! > west && lng! < east && lat! > south && lat! < north),
    );
    if (inside) return code;
  }
  return country;
}
