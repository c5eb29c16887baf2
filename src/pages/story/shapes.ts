/** The shapes that events need to be drawn, looked up once for each code. */
import { loadCountries, loadRegions, type GeoFile } from '../../map/atlas';
import { codesOf } from '../../map/locate';
import type { ResolvedShape } from '../../map/types';
import type { Event, Problem } from '../../model/event';
import type { WorldviewId } from '../../model/worldviews';

export type Shapes = ReadonlyMap<string, ResolvedShape>;

export interface Gazetteer {
  /** All shapes found so far, by ISO code. */
  readonly found: Shapes;
  /** Codes that no shape stands for. */
  readonly unknown: ReadonlySet<string>;
  /** Looks up the codes of these events. */
  look(events: readonly Event[]): Promise<void>;
  /** The shapes that these events need and no earlier call gave. */
  give(events: readonly Event[]): Promise<Map<string, ResolvedShape>>;
}

/** @param borders Whose borders the shapes of whole countries have.
 * @param read Gets the world's files where a page's own fetching can't. */
export function gazetteer(borders: WorldviewId, read?: GeoFile): Gazetteer {
  const found = new Map<string, ResolvedShape>();
  const unknown = new Set<string>();
  const isNew = (code: string) => !found.has(code) && !unknown.has(code);
  const given = new Set<string>();
  const look = async (events: readonly Event[]) => {
    const codes = codesOf(events);
    const [regions, countries] = await Promise.all([
      loadRegions(codes.regions.filter(isNew), read),
      loadCountries(codes.countries.filter(isNew), borders, read),
    ]);
    for (const [asked, { code, point, shape }] of [...countries.found, ...regions.found])
      found.set(asked, { code, point, shape });
    for (const code of [...regions.unknown, ...countries.unknown]) unknown.add(code);
  };
  return {
    found,
    unknown,
    look,
    async give(events) {
      await look(events);
      const { regions, countries } = codesOf(events);
      const shapes = new Map<string, ResolvedShape>();
      for (const code of [...regions, ...countries]) {
        const shape = found.get(code);
        if (shape && !given.has(code)) shapes.set(code, shape);
        given.add(code);
      }
      return shapes;
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
    message: `no shape is known for the ${kind} code ${value}`,
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
