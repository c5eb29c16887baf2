/** What the map draws at control points, in every view. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWorld, loadWorldview } from '../../src/world/atlas';
import { whereIs } from '../../src/world/where';
import { worldviewIds } from '../../src/model/worldviews';
import { t } from '../../src/words/page';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { areaControls, controls, neighbours } from '../geo/controls';
import { areas as notes } from '../../src/words/en';
import type { AreaId } from '../../src/words/areas';
import { geoFile } from '../geo/files';

const table = JSON.parse(readFileSync('geo/worldviews.json', 'utf8')) as {
  views: Record<string, { title: string; ground: string }>;
  areas: Record<
    string,
    {
      source: string;
      views: Record<string, { country: string | null; ground: string }>;
    }
  >;
};

it('every area of the table has a note, and no other', () => {
  expect(Object.keys(notes).sort()).toEqual(Object.keys(table.areas).sort());
});

describe('the view un', () => {
  it.each(controls)('has %s (%d, %d) in %s', async (_name, lng, lat, country, region) => {
    const found = await whereIs(lng, lat, 'un', geoFile);
    expect(found.country).toBe(country);
    if (region) expect(found.region).toBe(region);
  });

  it('has no country at sea', async () => {
    for (const [lng, lat] of [
      [-30, 40],
      [34, 43],
      [50.5, 42],
      [0, 89.9],
      [180, 0],
    ] as const)
      expect(await whereIs(lng, lat, 'un', geoFile)).toMatchObject({
        country: null,
        region: null,
        disputed: false,
      });
  });
});

describe.each(worldviewIds)('the view %s', (view) => {
  it.each(areaControls)('draws $area at $at as the table says', async ({ area, at, views }) => {
    const [country, disputed] = views[view] ?? views.un!;
    const found = await whereIs(...at, view, geoFile);
    expect(found).toMatchObject({ country, disputed, area: disputed ? area : null });
    expect(found.note).toBe(disputed ? notes[area as AreaId] : null);
    expect((table.areas[area]!.views[view] ?? table.areas[area]!.views.un!).country).toBe(country);
  });

  it.each(neighbours)('has %s (%d, %d) in %s, not disputed', async (_name, lng, lat, country) => {
    expect(await whereIs(lng, lat, view, geoFile)).toMatchObject({ country, disputed: false });
  });

  it('is drawn the same by the map of the whole world', async () => {
    const [world, drawn] = await Promise.all([
      loadWorld('medium', geoFile),
      loadWorldview(view, geoFile),
    ]);
    for (const { area, at, views } of areaControls) {
      if (area === 'paracel' || area === 'spratly') continue;
      const here = world.shapes.find(({ shape }) => booleanPointInPolygon([...at], shape));
      expect(here?.piece, `${area} at ${at.join()}`).toBe(area);
      expect([drawn.countryOf(area), drawn.isDashed(area)]).toEqual(views[view] ?? views.un);
    }
  });
});

describe('the table of views', () => {
  it('tells of the views that an address can name, and gives each a ground', () => {
    expect(Object.keys(table.views)).toEqual(worldviewIds);
    for (const id of worldviewIds) expect(table.views[id]!.title).toBe(t(`borders.${id}`));
    for (const { ground } of Object.values(table.views)) expect(ground.length).toBeGreaterThan(20);
  });

  it('says for each area from what it is drawn, what is disputed and on what ground', () => {
    expect(Object.keys(table.areas).sort()).toEqual(
      [...new Set(areaControls.map(({ area }) => area))].sort(),
    );
    for (const [id, { source, views }] of Object.entries(table.areas)) {
      expect(notes[id as AreaId].length, id).toBeGreaterThan(20);
      expect(source.length, id).toBeGreaterThan(10);
      for (const { ground } of Object.values(views)) expect(ground.length, id).toBeGreaterThan(5);
    }
  });
});
