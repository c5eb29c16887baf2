/** What a timeline says of events that it does not draw. Pure. */
import { drawnRange } from '../model/drawn';
import type { Outside } from '../view/stretch';
import type { Words } from '../view/words';
import type { Range } from './types';

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
      text: `${words.events(before)} ${words.instant(range.before)}`,
      range: [range.before, range.from],
    });
  if (after > 0)
    notes.push({
      text: `${words.events(after)} ${words.lastInstant(range.after)}`,
      range: [range.to, range.after],
    });
  if (undated > 0)
    notes.push({
      text: `${words.events(undated)} without a known date, counted at all times`,
      range: null,
    });
  return notes;
}

/** Why there is no axis. */
export function noAxisText({ before, after, undated }: Outside, words: Words): string {
  if (before + after + undated === 0) return 'The story has no events, so there is no timeline.';
  if (before + after === 0) return 'No event of this story has a date, so there is no timeline.';
  const range = drawnRange(words.zone);
  const where = [
    before > 0 ? words.instant(range.before) : '',
    after > 0 ? words.lastInstant(range.after) : '',
    undated > 0 ? 'without a date' : '',
  ];
  return `The timeline can’t show any event of this story: all are ${where.filter(Boolean).join(' or ')}.`;
}
