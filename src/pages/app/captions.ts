/** What Play says has just come. Its counts are the answers'. Pure. */
import type { Range } from '../../model/time/calendar';
import type { Reply } from '../../story/story-index';
import type { Bar } from '../../timeline/types';
import type { Picture } from '../../view/view.svelte';
import { t } from '../../words/tools';
import { clusterKey } from './mark-places';
import { categoriesInWords, placeNamer } from './pictures';
import type { DisplayContext } from './setting';

/**
 * Of events that are known one by one: the first that begins in a stretch, and how many more; `''` for
 * none.
 *
 * @param isHere Whether the map shows it: those that it does are named first.
 */
export function barCaption(
  bars: readonly Bar[],
  [from, to]: Range,
  { glyphs }: DisplayContext,
  isHere: (row: number) => boolean,
): string {
  const come = bars.filter(({ start }) => start >= from && start < to);
  const here = come.find(({ row }) => isHere(row));
  const first = here ?? come[0];
  if (!first) return '';
  const title = first.label || glyphs[first.category]!.label;
  const named = t('play.now', { date: first.date, title });
  const text = here ? named : t('play.outside', { text: named });
  return come.length > 1 ? t('play.more', { text, count: come.length - 1 }) : text;
}

/**
 * Of events that are only counted: how many came in a stretch, of which categories, and the place where
 * most of them did.
 *
 * @param before The answer to the window before; `null` where nothing of it is in the window.
 */
export function countCaption(
  before: Reply | null,
  picture: Picture,
  stretch: Range,
  setting: DisplayContext,
): string {
  const now = picture.here;
  const count = now.total - (before?.total ?? 0);
  const text = t('play.came', { when: setting.words.window(...stretch), count });
  if (count <= 0) return text;
  const [all, less] = [byCategory(now), before ? byCategory(before) : []];
  const grown = all.map((value, category) => value - (less[category] ?? 0));
  const mix = categoriesInWords(grown, setting);
  const said = mix ? t('play.mix', { text, mix }) : text;
  const place = placeWhereMost(before, picture, count, setting);
  return place ? t('play.mostly', { text: said, place }) : said;
}

function byCategory({ marks, unplaced }: Reply): number[] {
  const sums: number[] = [];
  for (const mark of unplaced ? [...marks, unplaced] : marks)
    for (const [category, value] of mark.byCategory.entries())
      sums[category] = (sums[category] ?? 0) + value;
  return sums;
}

/** The name of the mark that more than half of the new events belong to; `''` where there is none. */
function placeWhereMost(
  before: Reply | null,
  picture: Picture,
  count: number,
  setting: DisplayContext,
): string {
  const counts = new Map(before?.marks.map((mark) => [clusterKey(mark), mark.count]));
  const mark = picture.here.marks.find((each) => {
    // What stood alone at its own place may have joined a cluster.
    const less = counts.get(clusterKey(each)) ?? (before ? 1 : 0);
    return (each.count - less) * 2 > count;
  });
  return mark && mark.event === undefined ? placeNamer(picture, setting)(mark).name : '';
}
