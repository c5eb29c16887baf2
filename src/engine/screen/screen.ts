/** A view → the nodes that may stand in it. */
import { areasOf, type AreaNodes } from './area';
import { boxOf, widened, boxInside, type MercatorBox } from './box';
import type { BufferLayout } from '../buffer';
import { groupBits, nodeBoxesOf, inBox, noneIn, someIn, type NodeBoxes } from './node-boxes';
import { levelOf } from '../tree/levels';
import type { EventColumns, Question } from '../types';
import { insideLimits, limitsOf, type Limits } from './view-box';

/** Nodes of an area that may stand in the view. */
export interface Screen {
  readonly inside: (lng: number, lat: number) => boolean;
  readonly limits: Limits;
  readonly area: AreaNodes;
  readonly count: number;
  /** Numbers in the area · 2, rising; 1 more where all of a node's events are in the view, else it
   * depends: a node of several events of the window is where it stands, a single event at its own
   * place. */
  readonly nodes: Uint32Array;
  /** The positions of all nodes that stand in the view, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
}

/** How far around a view that moves the nodes are looked up, in shares of its sides. */
const margin = 0.5;
/** What was looked up around a view is looked up anew for one that is so much narrower or lower. */
const tooWide = 2.5;
/** Nodes of an area for one of a view that rests. */
const mostAround = 1.25;
/** Nodes that are put into one piece of memory: those of some screens. */
const poolSize = 2 ** 14;

/** Views → screens. A view that has moved a little is looked up in what was found around the last. */
export function screensOf(columns: EventColumns, layout: BufferLayout) {
  const areaOf = areasOf(columns, layout);
  let last: { level: number; box: MercatorBox } | null = null;
  let area: AreaNodes | null = null;
  /** Of the area, once it is looked at again. */
  let groups: NodeBoxes | null = null;
  /** Where the nodes of screens are put, one after the other. */
  let pool = new Uint32Array(0);
  let used = 0;

  return {
    screenOf(view: Question['view']): Screen {
      const level = levelOf(view.zoom);
      const box = boxOf(view.bbox);
      const moved = last?.level === level && boxInside(box, widened(last.box, margin));
      last = { level, box };
      if (area?.level === level && boxInside(box, area.box) && fits(area.box, box)) {
        groups ??= nodeBoxesOf(area);
      } else {
        area = areaOf(level, moved ? widened(box, margin) : box);
        groups = null;
      }
      return screenIn(area, groups, view, box);
    },
    /** The same of a view that rests: without what is around it, where that is much. */
    atRest(view: Question['view'], screen: Screen): Screen {
      if (screen.area.count <= mostAround * screen.count) return screen;
      const box = boxOf(view.bbox);
      area = areaOf(levelOf(view.zoom), box);
      groups = null;
      return screenIn(area, groups, view, box);
    },
  };

  function screenIn(
    area: AreaNodes,
    groups: NodeBoxes | null,
    view: Question['view'],
    box: MercatorBox,
  ): Screen {
    const limits = limitsOf(view.bbox);
    const inside = insideLimits(limits);
    // What a loop reads again and again is read before it.
    const { west, east, across, south, north } = limits;
    const { left: boxLeft, width: boxWidth, top: boxTop, bottom: boxBottom } = box;
    const { id, from, to, lng, lat, left, width, top, bottom } = area;
    // A view whose south is north of its north holds nothing.
    const end = boxTop <= boxBottom ? area.count : 0;
    if (used + end > pool.length) {
      pool = new Uint32Array(Math.max(poolSize, end));
      used = 0;
    }
    const nodes = pool;
    const start = used;
    const ranges: number[] = [];
    /** The range that is being made longer. */
    let first = 0;
    let after = 0;
    for (let node = 0; node < end;) {
      const seen = groups ? inBox(groups, node >> groupBits, box) : someIn;
      const next = groups ? Math.min(end, node + (1 << groupBits)) : end;
      if (seen === noneIn) node = next;
      for (; node < next; node++) {
        let whole = 1;
        if (seen === someIn) {
          if (id[node]! < 0) {
            // A place is in the view or it is not.
            const y = lat[node]!;
            if (y < south || y > north) continue;
            const x = lng[node]!;
            const holds = across ? x >= west || x <= east : x >= west && x <= east;
            if (!holds && !((x === 180 || x === -180) && inside(x, y))) continue;
          } else {
            const up = top[node]!;
            const down = bottom[node]!;
            if (up > boxBottom || down < boxTop) continue;
            if (up < boxTop || down > boxBottom) whole = 0;
            if (boxWidth < 1) {
              let away = left[node]! - boxLeft;
              if (away < 0) away += 1;
              const reach = away + width[node]!;
              if (away > boxWidth && reach < 1) continue;
              if (reach > boxWidth) whole = 0;
            }
          }
        }
        nodes[used++] = 2 * node + whole;
        if (whole === 0) {
          area.locate(node);
          if (!inside(lng[node]!, lat[node]!)) continue;
        }
        if (from[node] !== after) {
          if (first < after) ranges.push(first, after);
          first = from[node]!;
        }
        after = to[node]!;
      }
    }
    if (first < after) ranges.push(first, after);
    return {
      inside,
      limits,
      area,
      count: used - start,
      nodes: nodes.subarray(start, used),
      ranges,
    };
  }
}

function fits(area: MercatorBox, { width, top, bottom }: MercatorBox): boolean {
  const heightOf = (from: number, to: number) => Math.min(to, 1) - Math.max(from, 0);
  return (
    area.width <= tooWide * width &&
    heightOf(area.top, area.bottom) <= tooWide * heightOf(top, bottom)
  );
}

/** The whole world as a single node. */
export function worldOf({ events }: BufferLayout): Screen {
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
    nodes: Uint32Array.of(1),
    ranges: [0, events],
  };
}
