/** The country, region and disputed area drawn at a position. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { WorldviewId } from '../model/worldviews';
import { areaNote } from './area-note';
import { loadCountrySheet, loadCoverage, loadWorldview, type GeoFile } from './atlas';
import { countriesIn } from './coverage';

export interface Where {
  /** ISO 3166-1 alpha-2 (Kosovo: XK); `null` at sea and where the land is drawn as no state's. */
  readonly country: string | null;
  /** ISO 3166-2; `null` where the land has no code. */
  readonly region: string | null;
  /** Is it in an area that the map outlines with a dashed line? */
  readonly disputed: boolean;
  /** The id of that area in `geo/worldviews.json`. */
  readonly area: string | null;
  /** The map's note on it. */
  readonly note: string | null;
}

/** Degrees of latitude from the shore that still count as land: the source draws rivers' mouths as
 * sea and small islands not at all, and is off by as much. */
const shore = 0.03;

const sea: Where = { country: null, region: null, disputed: false, area: null, note: null };

/** @param lng −180 … 180 @param lat −90 … 90, degrees WGS 84 */
export async function whereIs(
  lng: number,
  lat: number,
  borders: WorldviewId,
  read?: GeoFile,
): Promise<Where> {
  const [homes, view] = await Promise.all([loadCoverage(read), loadWorldview(borders, read)]);
  const across = shore / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const box = [lng - across, lat - shore, lng + across, lat + shore] as const;
  const sheets = await Promise.all(
    countriesIn(box, homes).map((home) => loadCountrySheet(home, read)),
  );
  const units = sheets.flatMap((sheet) => sheet?.units() ?? []);
  let nearest: { unit: (typeof units)[number]; away: number } | null = null;
  for (const unit of units) {
    if (booleanPointInPolygon([lng, lat], unit)) {
      nearest = { unit, away: 0 };
      break;
    }
    const away = distanceTo(unit.geometry, lng, lat);
    if (away <= shore && !(nearest && nearest.away <= away)) nearest = { unit, away };
  }
  if (!nearest) return sea;
  const { piece, code } = nearest.unit.properties;
  const country = view.countryOf(piece);
  const area = view.areas[piece];
  const disputed = view.isDashed(piece);
  const own = area ? code?.slice(0, 2) === country : true;
  return {
    country,
    region: (country && area?.regions?.[country]) || (own && code) || null,
    disputed,
    area: disputed ? piece : null,
    note: disputed ? areaNote(piece) : null,
  };
}

/** Degrees of latitude from a position to the nearest edge. */
function distanceTo(shape: Polygon | MultiPolygon, lng: number, lat: number): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  let least = Infinity;
  for (const [outer] of polygons)
    for (let i = 1; i < outer!.length; i++)
      least = Math.min(least, distanceToEdge(outer![i - 1]!, outer![i]!, lng, lat, squeeze));
  return least;
}

function distanceToEdge(from: Position, to: Position, lng: number, lat: number, squeeze: number) {
  const [ax, ay] = [(from[0]! - lng) * squeeze, from[1]! - lat];
  const [dx, dy] = [(to[0]! - from[0]!) * squeeze, to[1]! - from[1]!];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
