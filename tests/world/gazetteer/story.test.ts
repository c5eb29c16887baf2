/** Every place and region that the bundled stories name is found by that name alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kilometres } from '../../../src/world/gazetteer/score';
import { gazetteer } from './files';

interface Where {
  name?: string;
  precision?: string;
  country?: string;
  regions?: string[];
  geometry?: { type: string; coordinates: [number, number] } | null;
}

interface Feature {
  id: string;
  geometry: Where['geometry'];
  properties: { where?: Where; places?: Where[] };
}

interface RegionFile {
  objects: {
    regions: {
      geometries: {
        properties: { code: string; name?: string; names?: Record<string, string> };
      }[];
    };
  };
}

/** Kilometres that a place known so finely may be off. */
const fineness: Record<string, number> = { point: 1, street: 1, district: 5, settlement: 10 };

const stories = readdirSync('events').filter((file) => file.endsWith('.geojson'));
const places = stories.flatMap((file) => {
  const { features } = JSON.parse(readFileSync(`events/${file}`, 'utf8')) as {
    features: Feature[];
  };
  return features.flatMap(({ id, geometry, properties: { where, places: further = [] } }) =>
    [...(where ? [{ ...where, geometry }] : []), ...further].map((place) => ({ id, ...place })),
  );
});

/** Of several regions, the name says what they have in common. */
const named = places
  .filter(({ name, regions = [] }) => name && regions.length < 2)
  .map((place) => ({ ...place, name: place.name! }));
const codes = new Set(places.flatMap(({ regions = [] }) => regions));

it('there are some of each precision that stories use', () => {
  expect(new Set(named.map(({ precision }) => precision))).toEqual(
    new Set(['settlement', 'region', 'country']),
  );
});

it.each(named)('$name of $id', async ({ name, precision, country, regions, geometry }) => {
  const [best] = await gazetteer().find(name);
  if (country) expect(best!.country).toBe(country);
  if (regions) expect(regions).toContain(best!.region);
  expect(best!.precision).toBe(precision);
  if (geometry) {
    const [lng, lat] = geometry.coordinates;
    expect(kilometres(best!, { lng, lat })).toBeLessThan(fineness[precision!]!);
  }
});

it.each([...codes])('the region %s', async (code) => {
  const file = `geo/out/regions/${code.slice(0, 2)}.json`;
  const { objects } = JSON.parse(readFileSync(file, 'utf8')) as RegionFile;
  const region = objects.regions.geometries.find(
    ({ properties }) => properties.code === code && properties.name,
  )!;
  for (const name of [region.properties.name!, ...Object.values(region.properties.names!)]) {
    const found = await gazetteer().find(name);
    expect(found, name).toContainEqual(
      expect.objectContaining({ kind: 'region', region: code, precision: 'region' }),
    );
  }
});
