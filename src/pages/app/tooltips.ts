/** What a tooltip says of a mark, a bar or a column of the histogram. Its counts are the answer's. Pure. */
import { columnAt } from '../../timeline/track/stack';
import type { TimelineCategory } from '../../timeline/types';
import type { Picture } from '../../view/view.svelte';
import { t } from '../../words/tools';
import { binsOf } from './pictures';
import { entryAt, type DisplayContext } from './setting';

export interface TooltipContent {
  readonly title: string;
  /** `''` for none. */
  readonly date: string;
  readonly rows: readonly { readonly glyph: TimelineCategory; readonly count: string }[];
  /** How many categories are left out. */
  readonly more: number;
}

/** Categories that a tooltip names. */
const mostRows = 8;

/** Of an event by its row. */
export function eventTooltip(row: number, setting: DisplayContext): TooltipContent {
  const { title, dateAlone, category } = entryAt(row, setting);
  const date =
    setting.details.get(row)?.status === 'ongoing'
      ? t('tooltip.ongoing', { date: dateAlone })
      : dateAlone;
  return { title, date, rows: [{ glyph: setting.glyphs[category]!, count: '' }], more: 0 };
}

/**
 * Of a mark by its key.
 *
 * @param name Its accessible name.
 */
export function markTooltip(
  key: string,
  name: string,
  { here }: Picture,
  setting: DisplayContext,
): TooltipContent {
  const row = /^event (\d+)$/.exec(key)?.[1];
  if (row !== undefined) return eventTooltip(Number(row), setting);
  const mark =
    key === 'unplaced'
      ? here.unplaced
      : here.marks.find(({ lng, lat }) => key === `cluster ${lng} ${lat}`);
  return { title: name, date: '', ...rowsOf(mark?.byCategory ?? [], setting) };
}

/** Of the histogram's column at a moment, and where it is; `null` where none has events. */
export function columnTooltip(at: number, { questions, here }: Picture, setting: DisplayContext) {
  const bins = binsOf(questions[0], here);
  const column = bins && columnAt(bins, at);
  if (!column) return null;
  const { words } = setting;
  const count = column.counts.reduce((sum, each) => sum + each, 0);
  const content: TooltipContent = {
    title: words.events(count),
    date: words.window(...column.range),
    ...rowsOf([...column.counts], setting),
  };
  return { range: column.range, content };
}

function rowsOf(counts: readonly number[], { glyphs, words }: DisplayContext) {
  const rows = glyphs
    .map((glyph, category) => ({ glyph, number: counts[category] ?? 0 }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number)
    .map(({ glyph, number }) => ({ glyph, count: words.number(number) }));
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}
