/**
 * A PMTiles archive that a publisher has on its own host, drawn over the bundled ground where a
 * reader is close. Layers by the names of Protomaps and OpenMapTiles; its borders are left out,
 * since those of the worldview are drawn.
 */
import type { Header } from 'pmtiles';
import { t } from '../../words/page';

export interface Basemap {
  /** A tile as MVT, unpacked; empty where there is none or it can't be fetched. */
  tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer>;
  /** `[west, south, east, north]`. */
  readonly bounds: [number, number, number, number];
  readonly minzoom: number;
  readonly maxzoom: number;
  /** What it calls the layers that are drawn. */
  readonly layers: Readonly<Partial<Record<BasemapPart, string>>>;
  /** Plain text; `''` where there is none. */
  readonly attribution: string;
}

export type BasemapPart = keyof typeof names;

/** Names that a part may have. */
const names = {
  earth: ['earth', 'land'],
  water: ['water', 'ocean'],
  waterways: ['waterway', 'waterways', 'physical_line'],
  roads: ['roads', 'transportation', 'streets'],
  buildings: ['buildings', 'building'],
} as const;

/** `TileType.Mvt` of the reader, which is not loaded yet. */
const vectorTiles = 1;

/** Fetches the reader and the archive's head. Rejects with a sentence for the reader. */
export async function openBasemap(url: string): Promise<Basemap> {
  const { PMTiles } = await import('pmtiles');
  const archive = new PMTiles(url);
  let header: Header;
  let metadata: unknown;
  try {
    [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
  } catch (error) {
    throw new Error(t('map.basemapUnreadable', { reason: (error as Error).message }), {
      cause: error,
    });
  }
  if (header.tileType !== vectorTiles) throw new Error(t('map.basemapNoTiles'));
  const layers = basemapParts(metadata);
  if (Object.keys(layers).length === 0)
    throw new Error(t('map.basemapNoLayers', { layers: Object.values(names).flat().join(', ') }));
  return {
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    layers,
    attribution: attributionOf(metadata),
    async tile(z, x, y, signal) {
      try {
        return (await archive.getZxy(z, x, y, signal))?.data ?? new ArrayBuffer(0);
      } catch {
        // The bundled ground shows through.
        return new ArrayBuffer(0);
      }
    },
  };
}

/** The parts among an archive's `vector_layers`. */
export function basemapParts(metadata: unknown): Basemap['layers'] {
  const { vector_layers: listed } = (metadata ?? {}) as { vector_layers?: unknown };
  const ids = Array.isArray(listed) ? listed.map((layer) => (layer as { id?: unknown })?.id) : [];
  return Object.fromEntries(
    Object.entries(names).flatMap(([part, known]) => {
      const name = known.find((candidate) => ids.includes(candidate));
      return name ? [[part, name]] : [];
    }),
  );
}

/** Its text without markup, which archives often have. */
export function attributionOf(metadata: unknown): string {
  const { attribution } = (metadata ?? {}) as { attribution?: unknown };
  if (typeof attribution !== 'string') return '';
  return new DOMParser().parseFromString(attribution, 'text/html').body.textContent!.trim();
}
