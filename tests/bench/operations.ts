/** What is measured: for a set of events, every operation in every way that fits its size. */
import { buildIndex, type EventColumns } from '../../src/engine';
import { day, days, firstDay, makeEvents, viewAround, type Made } from './events';
import { measure, timingOf, type Timing } from './measure';
import { crossfilterOf, scanOf, superclusterOf } from './peers';

export type Way = 'datelines' | 'crossfilter2' | 'supercluster' | 'scan';

export interface Result {
  readonly events: number;
  readonly operation: 'build' | 'bytes' | 'scrub' | 'jump' | 'pan' | 'look' | 'ask' | 'open';
  /** Days of the window. */
  readonly window?: number;
  readonly zoom?: number;
  readonly way: Way | 'packed file' | 'GeoJSON';
  /** Milliseconds; for `bytes` bytes an event. */
  readonly timing: Timing;
}

export const zooms = [2, 5, 9] as const;
export const windows = [30, 365] as const;
export const bins = { from: firstDay, to: firstDay + days * day, count: 400 };

/** Sizes at which a peer still fits memory and patience. */
const mostFor: Record<Way, number> = {
  datelines: Infinity,
  scan: Infinity,
  crossfilter2: 1_000_000,
  supercluster: 1_000_000,
};

export function* measureAll(events: number): Generator<Result> {
  const made = makeEvents(events);
  const { columns } = made;
  const index = buildIndex(columns);
  const filter = events <= mostFor.crossfilter2 ? crossfilterOf(columns) : null;
  agree(columns, index, filter);
  const rebuilt = events <= mostFor.supercluster ? superclusterOf(columns) : null;

  for (const zoom of zooms) {
    const of = (
      operation: Result['operation'],
      way: Way,
      timing: Timing,
      window?: number,
    ): Result => ({ events, operation, way, zoom, timing, ...(window && { window }) });
    const view = viewAround(made.spots[7]!, zoom);
    const scan = scanOf(columns, zoom);
    const marks = filter?.marks(zoom);
    filter?.look(view.bbox);
    for (const length of windows) {
      // A day later each turn, and back again from the end.
      const steps = (turn: number) => {
        const most = days - length - 100;
        return 100 + most - Math.abs(most - (turn % (2 * most)));
      };
      const leaps = (turn: number) => (turn * 397) % (days - length);
      const ask = (at: number) => {
        const window: [number, number] = [firstDay + at * day, firstDay + (at + length) * day];
        return index.ask({ window, view }).total;
      };
      const step = (at: number) => {
        filter!.window(firstDay + at * day, firstDay + (at + length) * day);
        return marks!.read().length;
      };
      yield of(
        'scrub',
        'datelines',
        measure((turn) => ask(steps(turn))),
        length,
      );
      yield of(
        'jump',
        'datelines',
        measure((turn) => ask(leaps(turn))),
        length,
      );
      if (filter) {
        step(99);
        yield of(
          'scrub',
          'crossfilter2',
          measure((turn) => step(steps(turn))),
          length,
        );
        yield of(
          'jump',
          'crossfilter2',
          measure((turn) => step(leaps(turn)), brief),
          length,
        );
      }
      if (rebuilt) {
        const rebuild = (turn: number) => {
          const from = firstDay + leaps(turn) * day;
          return rebuilt(from, from + length * day, view.bbox, zoom);
        };
        yield of('jump', 'supercluster', measure(rebuild, briefest), length);
      }
      const look = (turn: number) => {
        const from = firstDay + leaps(turn) * day;
        return scan.ask(from, from + length * day, view.bbox, {}).total;
      };
      yield of('jump', 'scan', measure(look, brief), length);
    }
    marks?.dispose();
    yield* moves(made, index, filter, scan, zoom, of);
  }
  yield { events, operation: 'bytes', way: 'datelines', timing: timingOf([index.bytes / events]) };
}

/** How long building takes, once compilers know how. */
export function* measureBuilding(events: number): Generator<Result> {
  const { columns } = makeEvents(events);
  yield {
    events,
    operation: 'build',
    way: 'datelines',
    timing: built(() => buildIndex(columns), 5),
  };
  if (events > mostFor.crossfilter2) return;
  const timing = built(() => crossfilterOf(columns), 3);
  yield { events, operation: 'build', way: 'crossfilter2', timing };
}

function built(build: () => unknown, turns: number): Timing {
  build();
  const times = Array.from({ length: turns }, () => {
    const before = performance.now();
    build();
    return performance.now() - before;
  });
  return timingOf(times);
}

const brief = { runs: 15, limit: 4000 };
const briefest = { runs: 5, limit: 4000 };

/** The view moves, with the histogram; and a whole question. */
function* moves(
  { spots }: Made,
  index: ReturnType<typeof buildIndex>,
  filter: ReturnType<typeof crossfilterOf> | null,
  scan: ReturnType<typeof scanOf>,
  zoom: number,
  of: (operation: Result['operation'], way: Way, timing: Timing, window?: number) => Result,
): Generator<Result> {
  const window: [number, number] = [firstDay + 100 * day, firstDay + 130 * day];
  const here = spots[7]!;
  /** A two-hundredth of the screen to the east each turn, and back after twenty. */
  const near = (turn: number) => {
    const width = Math.min(360, (360 * 1280) / (512 * 2 ** zoom));
    const steps = turn % 40 < 20 ? turn % 20 : 20 - (turn % 20);
    return viewAround([here[0] + (width / 200) * steps, here[1]], zoom);
  };
  const far = (turn: number) => viewAround(spots[(turn * 7 + 3) % spots.length]!, zoom);
  const ask = (view: ReturnType<typeof near>) => index.ask({ window, view, bins }).bins![7]!;
  yield of(
    'pan',
    'datelines',
    measure((turn) => ask(near(turn))),
  );
  yield of(
    'look',
    'datelines',
    measure((turn) => ask(far(turn))),
  );
  if (filter) {
    const histogram = filter.bins(bins);
    filter.window(...window);
    // The histogram of the view is for all times.
    filter.window(-Infinity, Infinity);
    const look = (view: ReturnType<typeof near>) => {
      filter.look(view.bbox);
      return histogram.read()[7]!;
    };
    yield of(
      'pan',
      'crossfilter2',
      measure((turn) => look(near(turn))),
    );
    yield of(
      'look',
      'crossfilter2',
      measure((turn) => look(far(turn)), brief),
    );
    histogram.dispose();
    filter.lookEverywhere();
  }
  const page = { offset: 0, limit: 50 };
  const view = near(0);
  const whole = (turn: number) => {
    const from = window[0] + (turn % 300) * day;
    return index.ask({ window: [from, from + 30 * day], view, bins, page }).total;
  };
  yield of('ask', 'datelines', measure(whole), 30);
  const scanned = (turn: number) => {
    const from = window[0] + (turn % 300) * day;
    return scan.ask(from, from + 30 * day, view.bbox, { bins, rows: 50 }).total;
  };
  yield of('ask', 'scan', measure(scanned, brief), 30);
}

/** All ways count alike over the whole world, or nothing is measured. */
function agree(
  columns: EventColumns,
  index: ReturnType<typeof buildIndex>,
  filter: ReturnType<typeof crossfilterOf> | null,
): void {
  const world: [number, number, number, number] = [-180, -90, 180, 90];
  const scan = scanOf(columns, 2);
  for (const [from, length] of [
    [0, 30],
    [700, 365],
    [1300, 2],
  ] as const) {
    const window: [number, number] = [firstDay + from * day, firstDay + (from + length) * day];
    const ours = index.ask({
      window,
      view: { bbox: world, zoom: 2 },
      bins,
      page: { offset: 0, limit: 50 },
    });
    const scanned = scan.ask(...window, world, { bins, rows: 50 });
    filter?.window(...window);
    const totals = [ours.total, scanned.total, filter?.total() ?? ours.total];
    if (new Set(totals).size > 1) throw new Error(`totals differ: ${totals.join(', ')}`);
    if (scanned.values!.some((value, at) => value !== ours.bins![at]))
      throw new Error('histograms differ');
    if (scanned.page.some((row, at) => row !== ours.page![at])) throw new Error('pages differ');
  }
}
