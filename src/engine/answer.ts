/** Question → answer, by way of the layout and of what earlier questions left behind. */
import { histogramRoom, histogramsKept, screensKept } from './budget';
import { trackOf, type Track } from './bins/bins';
import type { BufferLayout } from './buffer';
import { checkQuestion } from './check';
import { levelOf } from './tree/levels';
import { countingOf, type ShownNodes } from './marks/marks';
import { nodeTable } from './screen/nodes';
import { timeScanOf } from './page/time-scan';
import { pagesOf } from './page/page';
import { leastRecentlyUsed } from './base/lru';
import { screensOf, worldOf, type Screen } from './screen/screen';
import { rankBitmapsOf } from './marks/rank-bitmap';
import { timeRanksOf, type RankSpan } from './time-ranks';
import type { Answer, EventColumns, Question } from './types';
import { worldCountsOf } from './marks/world';

/** A question over all events, wherever they are. */
export type WorldQuestion = Omit<Question, 'view'>;

/** Its answer, which has no marks. `byCategory` has one count for each category. */
export type WorldAnswer = Omit<Answer, 'marks'> & { byCategory: number[] };

/** What has been looked at. */
interface Looked {
  readonly view: {
    readonly bbox: readonly [number, number, number, number];
    readonly zoom: number;
  };
  screen: Screen;
  /** Questions about it. */
  turns: number;
}

/** Questions about a view after which it rests. */
const restful = 8;

export function answerer(columns: EventColumns, layout: BufferLayout) {
  const categories = categoryCount(columns.category);
  const table = nodeTable(layout.events);
  const sieves = rankBitmapsOf(layout, categories, table);
  const times = timeRanksOf(columns, layout);
  const onward = timeScanOf(layout, times, table);
  const counting = countingOf(columns, layout, categories, sieves, table);
  const pages = pagesOf(layout, onward, sieves, table);
  const world = worldCountsOf(layout, categories);
  const everywhere = worldOf(layout);
  const looks = screensOf(columns, layout);
  const screens: Looked[] = [];
  const tracks: Track[] = [];
  let span: RankSpan | null = null;

  return {
    get bytes() {
      return tracks.reduce(
        (sum, track) => sum + track.bytes,
        counting.bytes +
          world.bytes +
          times.bytes +
          pages.bytes +
          sieves.bytes +
          table.bytes +
          onward.bytes,
      );
    },
    ask(question: Question): Answer {
      checkQuestion(question);
      const mask = question.categories ?? 0xffffffff;
      const screen = screenAt(question.view);
      const span = spanAt(question.window);
      const shown = counting.ask(screen, span, mask);
      return { marks: shown.marks, total: shown.total, ...rest(question, screen, shown, span) };
    },
    askWorld(question: WorldQuestion): WorldAnswer {
      checkQuestion({ ...question, view: { bbox: [-180, -90, 180, 90], zoom: 0 } });
      const mask = question.categories ?? 0xffffffff;
      const span = spanAt(question.window);
      const byCategory = world.ask(span, mask);
      const total = byCategory.reduce((sum, count) => sum + count, 0);
      const shown = { total, shows: Uint8Array.of(1) };
      return { byCategory, total, ...rest(question, everywhere, shown, span) };
    },
  };

  function rest(
    question: WorldQuestion,
    screen: Screen,
    shown: Pick<ShownNodes, 'total' | 'shows'>,
    span: RankSpan,
  ): Pick<Answer, 'bins' | 'page'> {
    const mask = question.categories ?? 0xffffffff;
    const { bins, page } = question;
    return {
      ...(bins && { bins: trackAt(bins).ask(screen, mask) }),
      ...(page && { page: pages.ask(screen, shown, span, mask, page) }),
    };
  }

  function spanAt(window: Question['window']): RankSpan {
    const [from, to] = window;
    if (span?.from !== from || span.to !== to) span = times.spanOf(window);
    return span;
  }

  function screenAt(view: Question['view']): Screen {
    const { bbox } = view;
    const level = levelOf(view.zoom);
    const fits = ({ view: { bbox: known, zoom } }: Looked) =>
      known[0] === bbox[0] &&
      known[1] === bbox[1] &&
      known[2] === bbox[2] &&
      known[3] === bbox[3] &&
      levelOf(zoom) === level;
    const looked = leastRecentlyUsed(screens, screensKept, fits, () => ({
      view: { ...view, bbox: [...view.bbox] as const },
      screen: looks.screenOf(view),
      turns: 0,
    }));
    if (++looked.turns === restful) looked.screen = looks.atRest(view, looked.screen);
    return looked.screen;
  }

  function trackAt({ from, to, count }: NonNullable<Question['bins']>): Track {
    const fits = ({ bins }: Track) => bins.from === from && bins.to === to && bins.count === count;
    return leastRecentlyUsed(tracks, histogramsKept, fits, () => {
      const room = Math.max(1, histogramRoom * layout.events);
      return trackOf(columns, layout, times, counting, { from, to, count }, categories, room);
    });
  }
}

/** One more than the highest category, at least 1. */
function categoryCount(category: Uint8Array): number {
  let highest = 0;
  for (let row = 0; row < category.length; row++)
    if (category[row]! > highest) highest = category[row]!;
  return highest + 1;
}
