/**
 * A map drawn without scripts, and what scripts read of it when they take it over. That travels as JSON
 * beside the markup; only path data, the most of a page's bytes, has its single copy in the markup,
 * where the JSON names its elements.
 */
import type { Camera } from '../view/camera';
import type { Backdrop, DrawnShape } from './ground/backdrop';
import type { GroundPaths } from './ground/paths';
import type { Size } from './camera/mercator';
import type { NameKind, PlacedName } from './over/labels';
import type { OverlayLayout } from './over/layout';
import type { MapMark } from './types';

/** What is drawn for one of a page's layouts, all of it placed. */
export interface StaticPicture {
  readonly name: string;
  readonly size: Size;
  readonly camera: Camera;
  readonly marks: readonly MapMark[];
  readonly layout: OverlayLayout;
  /** In the units of the ground's paths. */
  readonly shapes: readonly (DrawnShape & { readonly row: number })[];
}

/** Ids of elements in the markup. */
export const elementIds = {
  layer: (layer: 'land' | 'lines') => `dl-${layer}`,
  path: (path: keyof GroundPaths) => `dl-path-${path}`,
  picture: (name: string) => `dl-${name}`,
  shape: (name: string, number: number) => `dl-${name}-${number}`,
};

/** What scripts read of a drawn map. */
export interface StaticMapData {
  /** The width of the world in the units of the paths. */
  readonly units: number;
  readonly extent: Backdrop['extent'];
  readonly pictures: readonly PictureData[];
  /** Names of countries, areas and cities of all pictures. */
  readonly names: readonly NameRow[];
}

interface PictureData extends Pick<StaticPicture, 'name' | 'size' | 'camera'> {
  /** Numbers of its names. */
  readonly names: readonly number[];
  /** In the order of their elements. */
  readonly shapes: readonly Omit<StaticPicture['shapes'][number], 'd'>[];
}

type NameRow = readonly [kind: NameKind, lng: number, lat: number, text: string];

export function staticMapData(
  pictures: readonly StaticPicture[],
  { units, extent }: Pick<Backdrop, 'units' | 'extent'>,
): StaticMapData {
  const numbers = new Map<string, number>();
  const names: NameRow[] = [];
  const numberOf = ({ kind, lng, lat, text }: PlacedName) => {
    const row: NameRow = [kind, rounded(lng), rounded(lat), text];
    const key = row.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, names.length);
    return names.push(row) - 1;
  };
  return {
    units,
    extent: extent.map(Math.round) as unknown as Backdrop['extent'],
    pictures: pictures.map(({ name, size, camera, layout, shapes }) => ({
      name,
      size,
      camera,
      names: layout.names.map(numberOf),
      shapes: shapes.map(({ row, color, kind, cut }) => ({
        row,
        color,
        kind,
        ...(cut && { cut }),
      })),
    })),
    names,
  };
}

/** The ground with the shapes and names of one picture.
 * @param pathData The path data of an element; `''` where it has none. */
export function backdropOf(
  { units, extent, names }: StaticMapData,
  picture: PictureData,
  pathData: (id: string) => string,
): Backdrop {
  const shapes = new Map<number, DrawnShape[]>();
  picture.shapes.forEach(({ row, ...look }, number) => {
    const shape = { d: pathData(elementIds.shape(picture.name, number)), ...look };
    shapes.set(row, [...(shapes.get(row) ?? []), shape]);
  });
  const path = (name: keyof GroundPaths) => pathData(elementIds.path(name));
  return {
    units,
    extent,
    paths: {
      land: path('land'),
      coast: path('coast'),
      borders: path('borders'),
      dashed: path('dashed'),
      lakes: path('lakes'),
      rivers: path('rivers'),
    },
    shapes,
    names: picture.names.map((number) => {
      const [kind, lng, lat, text] = names[number]!;
      return { code: String(number), kind, lng, lat, text };
    }),
  };
}

/** Ten metres, a third of a pixel of the closest map that a page is sent with; more digits are bytes. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
