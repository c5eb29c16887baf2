/** The ground as a MapLibre style: sources and layers as plain values; no glyphs, nothing fetched. */
import type { GeoJSON } from 'geojson';
import type { World } from './atlas';
import type { MapColours } from './colours';

/** What each source of the ground holds. */
export function groundOf({ countries, borders, coast, disputed }: World): Record<string, GeoJSON> {
  return { land: countries, borders, coast, disputed };
}

/** The colours that follow the theme: `[layer, property, value]`. */
export function groundPaint({ sea, land, border, coast }: MapColours) {
  return [
    ['sea', 'background-color', sea],
    ['land', 'fill-color', land],
    ['coast', 'line-color', coast],
    ['borders', 'line-color', border],
    ['disputed', 'line-color', border],
  ] as const;
}

/** Land and lines in those colours, and an empty source `shapes` that the map fills. */
export function groundStyle(world: World, colours: MapColours) {
  const color = Object.fromEntries(
    groundPaint(colours).map(([layer, name, value]) => [layer, { [name]: value }]),
  );
  const own = ['get', 'color'] as unknown as string;
  const kind = (is: string): [string, [string, string], string] => ['==', ['get', 'kind'], is];
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  // The ground is drawn no finer than it is known; shapes may be a few metres wide.
  const sources = Object.entries(groundOf(world)).map(([id, data]) => [
    id,
    { ...geojson(data), maxzoom: 9 },
  ]);
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(sources),
      shapes: geojson({ type: 'FeatureCollection', features: [] }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { ...color.sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        paint: { ...color.land, 'fill-antialias': false },
      },
      {
        id: 'areas',
        type: 'fill',
        source: 'shapes',
        filter: kind('area'),
        paint: { 'fill-color': own, 'fill-opacity': 0.14 },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'coast',
        layout: round,
        paint: { ...color.coast, 'line-width': 0.8 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        layout: round,
        paint: { ...color.borders, 'line-width': 1 },
      },
      {
        id: 'disputed',
        type: 'line',
        source: 'disputed',
        paint: { ...color.disputed, 'line-width': 1.2, 'line-dasharray': [3, 2] },
      },
      {
        id: 'outlines',
        type: 'line',
        source: 'shapes',
        filter: kind('area'),
        paint: {
          'line-color': own,
          'line-width': 1.3,
          'line-dasharray': [3, 2],
          'line-opacity': 0.75,
        },
      },
      {
        id: 'links',
        type: 'line',
        source: 'shapes',
        filter: kind('link'),
        paint: {
          'line-color': own,
          'line-width': 1.5,
          'line-dasharray': [1, 2],
          'line-opacity': 0.8,
        },
      },
      {
        id: 'routes',
        type: 'line',
        source: 'shapes',
        filter: kind('route'),
        layout: round,
        paint: { 'line-color': own, 'line-width': 2 },
      },
    ],
  };
}

function geojson(data: GeoJSON) {
  return { type: 'geojson', data, tolerance: 0.2 };
}
