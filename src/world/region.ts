/** First-order units of a country's sheet. Pure. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Text } from '../model/event';
import type { LandSheet } from './land-file';

/** A place that an ISO 3166 code stands for. */
export interface Region {
  readonly code: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: Text;
  /** A point well inside, `[lng, lat]`. */
  readonly point: readonly [number, number];
  readonly shape: Polygon | MultiPolygon;
}

/** Languages that the source has names in; one that is left out there is as in English. */
const languages = ['ar', 'de', 'es', 'fr', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** Units by their codes, of today or former. */
export function regionsIn(sheet: LandSheet, codes: readonly string[]): Map<string, Region> {
  const wanted = new Set(codes);
  const found = new Map<string, Region>();
  const units = sheet.units();
  for (const { properties } of units) {
    const { code = '', name, names, former = [], point } = properties;
    if (!name || !point) continue;
    const known = [code, ...former].filter((asked) => wanted.has(asked));
    if (known.length === 0) continue;
    // A unit may lie in two pieces of the world.
    const polygons = units
      .filter((unit) => unit.properties.code === code)
      .flatMap(({ geometry }) => polygonsOf(geometry));
    const region: Region = {
      code,
      country: sheet.home,
      name: {
        en: name,
        ...Object.fromEntries(languages.map((language) => [language, name])),
        ...names,
      },
      point,
      shape: { type: 'MultiPolygon', coordinates: polygons },
    };
    for (const asked of known) found.set(asked, region);
  }
  return found;
}

function polygonsOf(shape: Polygon | MultiPolygon): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}
