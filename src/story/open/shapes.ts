/** The shapes that events need to be drawn, looked up once for each code. */
import { loadCountries, loadRegions } from '../../world/atlas';
import { codesOf } from '../../world/codes';
import type { PlacePoint, ResolvedShape } from '../../world/types';
import type { Event, Problem } from '../../model/event';
import type { WorldviewId } from '../../model/worldviews';
import type { Files } from './files';
import { t } from '../../words/reading';

export interface ShapeStore {
  /** Points of all codes found so far, by ISO code. */
  readonly found: ReadonlyMap<string, PlacePoint>;
  /** Codes that no shape stands for. */
  readonly unknown: ReadonlySet<string>;
  /** Looks up the codes of these events. */
  look(events: readonly Event[]): Promise<void>;
  /** The shapes that these events need and no earlier call gave. */
  give(events: readonly Event[]): Promise<Map<string, ResolvedShape>>;
}

/** @param borders Whose borders the shapes of whole countries have. */
export function shapeStore(borders: WorldviewId, { geo, points }: Files): ShapeStore {
  const found = new Map<string, PlacePoint>();
  for (const [code, point] of points ?? []) found.set(code, { point });
  const shapes = new Map<string, ResolvedShape>();
  const unknown = new Set<string>();
  const given = new Set<string>();
  const fetchNew = async (events: readonly Event[], known: ReadonlyMap<string, unknown>) => {
    const isNew = (code: string) => !known.has(code) && !unknown.has(code);
    const codes = codesOf(events);
    const [regions, countries] = await Promise.all([
      loadRegions(codes.regions.filter(isNew), geo),
      loadCountries(codes.countries.filter(isNew), borders, geo),
    ]);
    for (const [asked, { code, point, shape }] of [...countries.found, ...regions.found]) {
      shapes.set(asked, { code, point, shape });
      found.set(asked, { point });
    }
    for (const code of [...regions.unknown, ...countries.unknown]) unknown.add(code);
  };
  return {
    found,
    unknown,
    look: (events) => fetchNew(events, found),
    async give(events) {
      await fetchNew(events, shapes);
      const { regions, countries } = codesOf(events);
      const fresh = new Map<string, ResolvedShape>();
      for (const code of [...regions, ...countries]) {
        const shape = shapes.get(code);
        if (shape && !given.has(code)) fresh.set(code, shape);
        given.add(code);
      }
      return fresh;
    },
  };
}

/** A code that no shape stands for is said, since nothing can be drawn for it. */
export function unknownCodes(events: readonly Event[], unknown: ReadonlySet<string>): Problem[] {
  if (unknown.size === 0) return [];
  const problem = (record: string, field: string, value: string, kind: string): Problem => ({
    severity: 'warning',
    record,
    field,
    value,
    code: 'unknown-place-code',
    message: t('open.unknownPlaceCode', { kind, value }),
  });
  return events.flatMap((event) =>
    [event.where, ...event.places].flatMap((place, number) => {
      const path = number ? `properties.places[${number - 1}]` : 'properties.where';
      const regions = (place.regions ?? [])
        .filter((code) => unknown.has(code))
        .map((code) => problem(event.id, `${path}.regions`, code, 'region'));
      return place.country && unknown.has(place.country)
        ? [...regions, problem(event.id, `${path}.country`, place.country, 'country')]
        : regions;
    }),
  );
}
