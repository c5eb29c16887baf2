/** What a timeline says of events that it does not draw. Pure. */
import { drawnRange } from '../../model/time/drawn-years';
import { t } from '../../words/page';
import type { Outside } from '../../view/stretch';
import type { Words } from '../../view/dates-in-words';
import type { Range } from '../../model/time/calendar';

export interface OutsideNote {
  readonly text: string;
  /** The window that holds these events and nothing that is drawn; `null` where any window does. */
  readonly range: Range | null;
}

/** One note for each kind of event that the axis does not show. */
export function outsideNotes({ before, after, undated }: Outside, words: Words): OutsideNote[] {
  const range = drawnRange(words.zone);
  const notes: OutsideNote[] = [];
  if (before > 0)
    notes.push({
      text: t('timeline.eventsBeyond', { count: before, when: words.instant(range.before) }),
      range: [range.before, range.from],
    });
  if (after > 0)
    notes.push({
      text: t('timeline.eventsBeyond', { count: after, when: words.lastInstant(range.after) }),
      range: [range.to, range.after],
    });
  if (undated > 0) notes.push({ text: t('timeline.undated', { count: undated }), range: null });
  return notes;
}

/** Why there is no axis. @param total Events of the story. */
export function noAxisText(total: number, { undated }: Outside, words: Words): string {
  if (total === 0) return t('timeline.noEvents');
  if (undated === total) return t('timeline.noDates');
  const { from, to } = drawnRange(words.zone);
  return t('timeline.noDrawnDates', { years: words.window(from, to) });
}
