/** The page as it was sent, before scripts ran: read once, and taken away when they show the same. */
import { parse } from 'devalue';
import type { Backdrop } from '../../map/ground/backdrop';
import type { Size } from '../../map/camera/mercator';
import { backdropOf, elementIds, type StaticMapData } from '../../map/static-map';
import type { Camera } from '../../view/camera';
import type { PageData } from '../../story/page-data';

export interface AtRest {
  /** The ground that was drawn, with the shapes and names of the picture in sight. */
  readonly backdrop: Backdrop;
  /** Points of the ISO codes that the story names. */
  readonly points: ReadonlyMap<string, readonly [number, number]>;
  /** All of the story, where it is small. */
  readonly story: PageData | null;
  /** The camera of the picture in sight on a map of another size; `null` where too much of the
   * picture would be cut off. */
  cameraFor(size: Size): Camera | null;
  /** Takes it away; what had the focus there gives it to what stands for it. */
  leave(): void;
}

/** A picture may be cut by a quarter of its width or height. */
const mostCut = 1.34;

/** `null` where the page came without. */
export function readAtRest(document: Document): AtRest | null {
  const element = document.getElementById('at-rest');
  const map = textOf(document, 'map');
  if (!element || !map) return null;
  const data = JSON.parse(map) as StaticMapData;
  const picture = data.pictures.find(({ name }) =>
    isInSight(document.getElementById(elementIds.picture(name))),
  );
  if (!picture) return null;
  const [width, height] = picture.size;
  const pathData = (id: string) => document.getElementById(id)?.getAttribute('d') ?? '';
  return {
    backdrop: backdropOf(data, picture, pathData),
    points: pointsIn(document),
    story: storyIn(document),
    cameraFor([across, down]) {
      const [x, y] = [across / width, down / height];
      if (Math.max(x, y) / Math.min(x, y) > mostCut) return null;
      const { lng, lat, zoom } = picture.camera;
      return { lng, lat, zoom: zoom + Math.log2(Math.max(x, y)) };
    },
    leave() {
      const { activeElement } = document;
      const row = element.contains(activeElement)
        ? (activeElement as HTMLElement).dataset.row
        : undefined;
      element.remove();
      if (row !== undefined)
        // Bars of the timeline have rows too, but take no focus.
        document
          .querySelector<HTMLElement>(`button[data-row="${row}"]`)
          ?.focus({ preventScroll: true });
    },
  };
}

function isInSight(element: Element | null): boolean {
  return element !== null && element.getClientRects().length > 0;
}

function pointsIn(document: Document): AtRest['points'] {
  const text = textOf(document, 'points') ?? '{}';
  return new Map(Object.entries(JSON.parse(text) as Record<string, [number, number]>));
}

function storyIn(document: Document): PageData | null {
  const text = textOf(document, 'sent');
  return text ? (parse(text) as PageData) : null;
}

function textOf(document: Document, id: string): string | null {
  return document.getElementById(id)?.textContent ?? null;
}
