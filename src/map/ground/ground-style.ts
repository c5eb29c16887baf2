/** The ground as a MapLibre style: sources and layers as plain values; no glyphs, nothing fetched. */
import type { GeoJSON, Geometry } from 'geojson';
import type { MapColours } from './colours';
import type { Ground } from '../../world/ground';

/** What each source of the ground holds. */
export function groundSources(ground: Ground): Record<string, GeoJSON> {
  const { land, borders, coast, dashed, lakes, rivers } = ground;
  const collection = (geometries: readonly Geometry[]): GeoJSON => ({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  });
  return {
    land: collection(land),
    borders: collection(borders),
    coast: collection(coast),
    dashed: collection(dashed),
    lakes,
    rivers,
  };
}

/** The colours that follow the theme: `[layer, property, value]`. */
export function groundPaint({ sea, land, border, coast, river, dispute }: MapColours) {
  return [
    ['sea', 'background-color', sea],
    ['land', 'fill-color', land],
    ['rivers', 'line-color', river],
    ['lakes', 'fill-color', sea],
    ['shores', 'line-color', coast],
    ['coast', 'line-color', coast],
    ['borders', 'line-color', border],
    ['dashed', 'line-color', dispute],
  ] as const;
}

/** Land and lines in those colours, and an empty source `shapes` that the map fills. */
export function groundStyle(ground: Ground, colours: MapColours) {
  const color = Object.fromEntries(
    groundPaint(colours).map(([layer, name, value]) => [layer, { [name]: value }]),
  );
  const own = ['get', 'color'] as unknown as string;
  const kind = (is: string): [string, [string, string], string] => ['==', ['get', 'kind'], is];
  const fromZoom = ['<=', ['get', 'zoom'], ['zoom']];
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  // The ground is drawn no finer than it is known; shapes may be a few metres wide.
  const sources = Object.entries(groundSources(ground)).map(([id, data]) => [
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
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        filter: fromZoom,
        layout: round,
        paint: { ...color.rivers, 'line-width': 0.9 },
      },
      {
        id: 'lakes',
        type: 'fill',
        source: 'lakes',
        filter: fromZoom,
        paint: { ...color.lakes, 'fill-antialias': false },
      },
      {
        id: 'shores',
        type: 'line',
        source: 'lakes',
        filter: fromZoom,
        layout: round,
        paint: { ...color.shores, 'line-width': 0.6 },
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
        id: 'dashed',
        type: 'line',
        source: 'dashed',
        paint: { ...color.dashed, 'line-width': 1.2, 'line-dasharray': [3, 2] },
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
