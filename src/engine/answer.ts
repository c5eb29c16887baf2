/** Question → answer, by way of the layout and of what earlier questions left behind. */
import { trackOf, type Track } from './bins';
import type { Layout } from './buffer';
import { checkQuestion } from './check';
import { levelOf } from './levels';
import { marksOf } from './marks';
import { pageOf } from './page';
import { screenOf, type Screen } from './screen';
import { spanOf } from './span';
import type { Answer, EventColumns, Question } from './types';

/** Bytes an event that sorted times of large nodes may take, and running sums of histograms. */
const slabRoom = 8.5;
const trackRoom = 1.5;

/** A page asks about the view and about the whole span, each with bins of its own. */
const screensKept = 4;
const tracksKept = 2;

export function answerer(columns: EventColumns, layout: Layout) {
  const { events } = layout;
  const categories = categoryCount(columns.category);
  const marks = marksOf(columns, layout, categories, Math.max(2 ** 18, slabRoom * events));
  const screens: Screen[] = [];
  const tracks: Track[] = [];

  return {
    get bytes() {
      return tracks.reduce((sum, track) => sum + track.bytes, marks.bytes);
    },
    ask(question: Question): Answer {
      checkQuestion(question);
      const mask = question.categories ?? 0xffffffff;
      const screen = screenAt(question.view);
      const span = spanOf(columns, layout, question.window);
      const shown = marks.ask(screen, span, mask);
      const answer: Answer = { marks: shown.marks, total: shown.total };
      if (question.bins) answer.bins = trackAt(question.bins).ask(screen, mask);
      if (question.page) answer.page = pageOf(layout, shown, span, mask, question.page);
      return answer;
    },
  };

  function screenAt(view: Question['view']): Screen {
    return recent(
      screens,
      screensKept,
      ({ view: { bbox, zoom } }) =>
        levelOf(zoom) === levelOf(view.zoom) &&
        bbox.every((edge, side) => edge === view.bbox[side]),
      () => screenOf(columns, layout, { bbox: [...view.bbox], zoom: view.zoom }),
    );
  }

  function trackAt(bins: NonNullable<Question['bins']>): Track {
    return recent(
      tracks,
      tracksKept,
      (track) =>
        track.bins.from === bins.from &&
        track.bins.to === bins.to &&
        track.bins.count === bins.count,
      () => {
        const room = Math.max(2 ** 20, trackRoom * events);
        return trackOf(columns, layout, { ...bins }, categories, room);
      },
    );
  }
}

/** The one that fits, or a new one in place of the one not used for longest. */
function recent<Thing>(
  things: Thing[],
  kept: number,
  fits: (thing: Thing) => boolean,
  make: () => Thing,
): Thing {
  const at = things.findIndex(fits);
  const [thing = make()] = at < 0 ? [] : things.splice(at, 1);
  things.push(thing);
  if (things.length > kept) things.shift();
  return thing;
}

/** One more than the highest category, at least 1. */
function categoryCount(category: Uint8Array): number {
  let highest = 0;
  for (const value of category) if (value > highest) highest = value;
  return highest + 1;
}
