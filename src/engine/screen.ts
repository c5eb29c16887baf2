/** A view → the nodes that may stand in it. */
import { areaOf, boxOf, holds, widened, within, type Area, type Box } from './area';
import type { Layout } from './buffer';
import { levelOf } from './levels';
import type { EventColumns, Question } from './types';
import { insideOf } from './view-box';

/** Nodes of the view's level, each a range of positions `[from, to)`, rising. */
export interface Screen {
  readonly inside: (lng: number, lat: number) => boolean;
  /** The node's number, or −1 less the position of a place. */
  readonly id: number[];
  readonly from: number[];
  readonly to: number[];
  /** Where a node stands, degrees. */
  readonly lng: number[];
  readonly lat: number[];
  /** 1 where all of its events are in the view, else it depends: a node of several events of the
   * window is where it stands, a single event at its own place. */
  readonly whole: number[];
  /** The positions of all nodes that stand in the view, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
}

/** How far around a view that moves the nodes are looked up, in shares of its sides. */
const margin = 0.5;

/** Views → screens. A view that has moved a little is looked up in what was found around the last. */
export function screensOf(columns: EventColumns, layout: Layout) {
  let last: { level: number; box: Box } | null = null;
  let area: Area | null = null;
  return (view: Question['view']): Screen => {
    const level = levelOf(view.zoom);
    const box = boxOf(view.bbox);
    const moved = last?.level === level && within(box, widened(last.box, margin));
    last = { level, box };
    if (area?.level === level && within(box, area.box)) return screenIn(area, view, box);
    area = areaOf(columns, layout, level, moved ? widened(box, margin) : box);
    return screenIn(area, view, box);
  };
}

/** The whole world as a single node. */
export function worldOf({ events }: Layout): Screen {
  return {
    inside: () => true,
    id: [-1],
    from: [0],
    to: [events],
    lng: [0],
    lat: [0],
    whole: [1],
    ranges: [0, events],
  };
}

function screenIn(area: Area, view: Question['view'], box: Box): Screen {
  const inside = insideOf(view.bbox);
  const screen: Screen = {
    inside,
    id: [],
    from: [],
    to: [],
    lng: [],
    lat: [],
    whole: [],
    ranges: [],
  };
  const { id, from, to, lng, lat, x, y, west, east, north, south } = area;
  for (let node = 0; node < id.length; node++) {
    let whole: boolean | undefined;
    if (id[node]! < 0) {
      whole = inside(lng[node]!, lat[node]!) || undefined;
    } else {
      whole = holds(box, x[node]!, y[node]!, west[node]!, east[node]!, north[node]!, south[node]!);
    }
    if (whole === undefined) continue;
    screen.id.push(id[node]!);
    screen.from.push(from[node]!);
    screen.to.push(to[node]!);
    screen.lng.push(lng[node]!);
    screen.lat.push(lat[node]!);
    screen.whole.push(whole ? 1 : 0);
    if (whole || inside(lng[node]!, lat[node]!)) addRange(screen.ranges, from[node]!, to[node]!);
  }
  return screen;
}

function addRange(ranges: number[], from: number, to: number): void {
  if (ranges.length > 0 && ranges[ranges.length - 1] === from) ranges[ranges.length - 1] = to;
  else ranges.push(from, to);
}
