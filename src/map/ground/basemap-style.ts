/** A publisher's base map as MapLibre layers, in the bundled ground's own quiet colours. */
import type { Basemap, BasemapPart } from './basemap';
import type { MapColours } from './colours';

/** The bundled ground is drawn alone below this zoom, unless the archive ends before. */
const closeUp = 6;

/** Lines and lakes of the bundled ground end where the archive's take over. */
export function takesOverAt({ minzoom, maxzoom }: Basemap): number {
  return maxzoom <= closeUp ? minzoom : Math.max(minzoom, closeUp);
}

/** Bottom first. */
const parts: readonly {
  part: BasemapPart;
  type: 'fill' | 'line';
  color: keyof MapColours;
  /** More zoom than the map as a whole needs. */
  from?: number;
  width?: unknown;
}[] = [
  { part: 'earth', type: 'fill', color: 'land' },
  { part: 'water', type: 'fill', color: 'sea' },
  { part: 'waterways', type: 'line', color: 'river', width: 1 },
  {
    part: 'roads',
    type: 'line',
    color: 'road',
    from: 8,
    width: ['interpolate', ['exponential', 1.5], ['zoom'], 8, 0.5, 14, 2, 18, 10],
  },
  { part: 'buildings', type: 'fill', color: 'road', from: 14 },
];

/** Layers of the source `basemap`. */
export function basemapLayers(basemap: Basemap, colours: MapColours) {
  const least = takesOverAt(basemap);
  return parts.flatMap(({ part, type, color, from = 0, width }) => {
    const source = basemap.layers[part];
    if (!source) return [];
    // Layers of lines and areas may hold points for labels as well.
    const shape = type === 'fill' ? 'Polygon' : 'LineString';
    return [
      {
        id: `basemap-${part}`,
        type,
        source: 'basemap',
        'source-layer': source,
        minzoom: Math.max(least, from),
        filter: ['in', ['geometry-type'], ['literal', [shape, `Multi${shape}`]]],
        paint: {
          [`${type}-color`]: colours[color],
          ...(type === 'fill' ? { 'fill-antialias': false } : { 'line-width': width }),
        },
      },
    ];
  });
}

/** `[layer, property, value]`, as `groundPaint` has them. */
export function basemapPaint(basemap: Basemap, colours: MapColours) {
  return basemapLayers(basemap, colours).map(
    ({ id, type, paint }) =>
      [id, `${type}-color`, (paint as Record<string, unknown>)[`${type}-color`] as string] as const,
  );
}
