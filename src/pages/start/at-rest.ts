/** The page as it was sent, before scripts ran: read once, and taken away when they show the same. */
import { parse } from 'devalue';
import type { Backdrop, DrawnShape } from '../../map/ground/backdrop';
import type { NameKind, NameRequest } from '../../map/over/labels';
import type { Size } from '../../map/camera/mercator';
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
  const ground = document.getElementById('dl-ground');
  const picture = [...(element?.querySelectorAll<SVGSVGElement>('.picture') ?? [])].find(
    (each) => each.getClientRects().length > 0,
  );
  if (!element || !ground || !picture) return null;
  const path = (name: string) => ground.querySelector(`.${name}`)?.getAttribute('d') ?? '';
  const { width, height } = picture.viewBox.baseVal;
  const [lng, lat, zoom] = numbers(picture.dataset.camera) as [number, number, number];
  return {
    backdrop: {
      units: Number(ground.dataset.units),
      paths: {
        land: path('land'),
        coast: path('coast'),
        borders: path('border'),
        dashed: path('dashed'),
        lakes: path('lake'),
        rivers: path('river'),
      },
      shapes: shapesIn(picture),
      names: [...picture.querySelectorAll<SVGTextElement>('.names text')].map(nameOf),
    },
    points: pointsIn(document),
    story: sentIn(document),
    cameraFor([across, down]) {
      const [x, y] = [across / width, down / height];
      if (Math.max(x, y) / Math.min(x, y) > mostCut) return null;
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

function shapesIn(picture: Element): Map<number, DrawnShape[]> {
  const shapes = new Map<number, DrawnShape[]>();
  for (const path of picture.querySelectorAll<SVGPathElement>('.shapes .line')) {
    const { row, kind } = path.dataset;
    const number = Number(row);
    const shape = {
      d: path.getAttribute('d') ?? '',
      color: path.getAttribute('stroke') ?? '',
      kind: kind ?? '',
    };
    shapes.set(number, [...(shapes.get(number) ?? []), shape]);
  }
  return shapes;
}

function nameOf(text: SVGTextElement): NameRequest {
  const [lng, lat] = numbers(text.dataset.at) as [number, number];
  const kind = text.getAttribute('class') as NameKind;
  return { code: text.dataset.code ?? '', kind, lng, lat, text: text.textContent ?? '' };
}

function numbers(text = ''): number[] {
  return text.split(',').map(Number);
}

function pointsIn(document: Document): AtRest['points'] {
  const text = document.getElementById('points')?.textContent ?? '{}';
  return new Map(Object.entries(JSON.parse(text) as Record<string, [number, number]>));
}

function sentIn(document: Document): PageData | null {
  const text = document.getElementById('sent')?.textContent;
  return text ? (parse(text) as PageData) : null;
}
