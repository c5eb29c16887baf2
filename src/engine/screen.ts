/** A view → the nodes that may stand in it. */
import { areasOf, type Area } from './area';
import { boxOf, widened, within, type Box } from './box';
import type { Layout } from './buffer';
import { levelOf } from './levels';
import type { EventColumns, Question } from './types';
import { insideOf, limitsOf, type Limits } from './view-box';

/** Nodes of an area that may stand in the view. */
export interface Screen {
  readonly inside: (lng: number, lat: number) => boolean;
  readonly limits: Limits;
  readonly area: Area;
  readonly count: number;
  /** Numbers in the area, rising. */
  readonly nodes: Uint32Array;
  /** 1 where all of a node's events are in the view, else it depends: a node of several events of
   * the window is where it stands, a single event at its own place. */
  readonly whole: Uint8Array;
  /** The positions of all nodes that stand in the view, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
}

/** How far around a view that moves the nodes are looked up, in shares of its sides. */
const margin = 0.5;
/** What was looked up around a view is looked up anew for one that is so much narrower or lower. */
const tooWide = 2.5;

/** Views → screens. A view that has moved a little is looked up in what was found around the last. */
export function screensOf(columns: EventColumns, layout: Layout) {
  let last: { level: number; box: Box } | null = null;
  let area: Area | null = null;
  const areaOf = areasOf(columns, layout);
  return (view: Question['view']): Screen => {
    const level = levelOf(view.zoom);
    const box = boxOf(view.bbox);
    const moved = last?.level === level && within(box, widened(last.box, margin));
    last = { level, box };
    if (area?.level === level && within(box, area.box) && fits(area.box, box))
      return screenIn(area, view, box);
    area = areaOf(level, moved ? widened(box, margin) : box);
    return screenIn(area, view, box);
  };
}

function fits(area: Box, { width, top, bottom }: Box): boolean {
  const heightOf = (from: number, to: number) => Math.min(to, 1) - Math.max(from, 0);
  return (
    area.width <= tooWide * width &&
    heightOf(area.top, area.bottom) <= tooWide * heightOf(top, bottom)
  );
}

/** The whole world as a single node. */
export function worldOf({ events }: Layout): Screen {
  const box = boxOf([-180, -90, 180, 90]);
  const none = new Float64Array(1);
  return {
    inside: () => true,
    limits: limitsOf([-180, -90, 180, 90]),
    area: {
      level: 0,
      box,
      count: 1,
      id: Int32Array.of(-1),
      from: Uint32Array.of(0),
      to: Uint32Array.of(events),
      lng: none,
      lat: none,
      left: none,
      width: none,
      top: none,
      bottom: none,
      locate: () => undefined,
    },
    count: 1,
    nodes: Uint32Array.of(0),
    whole: Uint8Array.of(1),
    ranges: [0, events],
  };
}

function screenIn(area: Area, view: Question['view'], box: Box): Screen {
  const inside = insideOf(view.bbox);
  const limits = limitsOf(view.bbox);
  const nodes = new Uint32Array(area.count);
  const wholes = new Uint8Array(area.count);
  const ranges: number[] = [];
  let count = 0;
  const { id, from, to, lng, lat, left, width, top, bottom } = area;
  // A view whose south is north of its north holds nothing.
  for (let node = 0; node < area.count && box.top <= box.bottom; node++) {
    let whole = true;
    if (id[node]! < 0) {
      // A place is in the view or it is not.
      if (!inside(lng[node]!, lat[node]!)) continue;
    } else {
      if (top[node]! > box.bottom || bottom[node]! < box.top) continue;
      whole = top[node]! >= box.top && bottom[node]! <= box.bottom;
      if (box.width < 1) {
        let away = left[node]! - box.left;
        if (away < 0) away += 1;
        if (away > box.width && away + width[node]! < 1) continue;
        whole &&= away + width[node]! <= box.width;
      }
      if (!whole) area.locate(node);
    }
    nodes[count] = node;
    wholes[count++] = whole ? 1 : 0;
    if (whole || inside(lng[node]!, lat[node]!)) addRange(ranges, from[node]!, to[node]!);
  }
  return { inside, limits, area, count, nodes, whole: wholes, ranges };
}

/** Adds a range after others, or lengthens the last one. */
export function addRange(ranges: number[], from: number, to: number): void {
  if (ranges.length > 0 && ranges[ranges.length - 1] === from) ranges[ranges.length - 1] = to;
  else ranges.push(from, to);
}
