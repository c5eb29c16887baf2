/**
 * The Extended Date/Time Format of ISO 8601-2:2019 → bounds in time. Levels 0 and 1 whole, and of
 * level 2 all that is about dates: `?`, `~`, `%` per part, `X` anywhere, seasons to 41, exponential
 * years, significant digits, `[one of]` and `{all of}`.
 *
 * Beyond the standard: intervals may have times of day, a time may stop at the hour or minute and
 * carry `?`, `~` or `%`, long years may stand in intervals, and sets may have spaces after commas.
 */
import { lastInstant } from '../time/calendar';
import { dayPiece } from './day';
import { momentPiece } from './moment';
import { EdtfError, type OnClockChange, type EdtfPart } from './piece';
import { isLongYear, yearPiece } from './year';
import type { TimeSpan } from '../event';
import { t } from '../../words/reading';

export { EdtfError, type ClockChange } from './piece';
export { printDate, printTimestamp } from './print';

/**
 * The outermost bounds of an EDTF text, half-open milliseconds. Dates, and times without `Z` or an
 * offset, are read in `zone`. Throws `EdtfError`.
 *
 * `2004/..` is open (it goes on), `2004/` has an unknown end; both bounds are then ±8.64e15 and the
 * precision is the other side's. A set spans from its first to its last member; of `[…]` with more
 * than one choice, as of significant digits, both ends are soft. What lies outside a `Date`'s years
 * (±271821) is clamped, and lasts at least a millisecond.
 *
 * A local time that the clocks of the zone skip or show twice, and a day that they skip, spans both
 * its readings with soft ends, and `onChange` is told of it.
 */
export function parseEdtf(text: string, zone = 'UTC', onChange?: OnClockChange): TimeSpan {
  const known = knownDates(zone);
  const remembered = known.get(text);
  if (remembered) return remembered;
  let changed = false;
  const span = readEdtf(text, zone, (change) => {
    changed = true;
    onChange?.(change);
  });
  // Moments seldom come twice, and what the clocks do is to be said each time.
  if (changed || text.includes('T')) return span;
  if (known.size >= mostKnown) known.clear();
  known.set(text, span);
  return span;
}

/** Whether a text is EDTF, as `parseEdtf` reads it. */
export function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    return false;
  }
}

/** Dates that were read, by zone and text: the same few thousand days stand in a million records. */
const datesByZone = new Map<string, Map<string, TimeSpan>>();
const mostKnown = 20_000;

function knownDates(zone: string): Map<string, TimeSpan> {
  let known = datesByZone.get(zone);
  if (!known) datesByZone.set(zone, (known = new Map()));
  return known;
}

function readEdtf(text: string, zone: string, onChange: OnClockChange): TimeSpan {
  if (text === '') throw new EdtfError(text, t('date.empty'), t('date.expectedDay'));
  refuseOldForms(text);
  if (/^[[{]/.test(text) || /[\]}]$/.test(text)) return readSet(text, zone, onChange);
  if (text.includes('/')) return readInterval(text, zone, onChange);
  const piece = readPiece(text, zone, onChange);
  return spanOf(piece, piece);
}

type Side = EdtfPart | 'open' | 'unknown';

function readPiece(text: string, zone: string, onChange?: OnClockChange): EdtfPart {
  if (text.includes('T')) return momentPiece(text, zone, onChange);
  return isLongYear(text) ? yearPiece(text, zone) : dayPiece(text, zone, onChange);
}

function readInterval(text: string, zone: string, onChange?: OnClockChange): TimeSpan {
  const sides = text.split('/');
  if (sides.length !== 2) {
    throw new EdtfError(
      text,
      t('date.tooManySlashes', { count: sides.length - 1 }),
      t('date.expectedOneSlash'),
    );
  }
  const [first, last] = sides.map((side): Side => {
    if (side === '..') return 'open';
    return side === '' ? 'unknown' : readPiece(side, zone, onChange);
  });
  return spanInOrder(first!, last!, text);
}

function readSet(text: string, zone: string, onChange?: OnClockChange): TimeSpan {
  const oneOf = text.startsWith('[');
  const inside = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith(oneOf ? ']' : '}') || inside.trim() === '') {
    throw new EdtfError(text, t('date.notASet'), t('date.expectedSet'));
  }
  const members = inside
    .split(',')
    .map((member) => readMember(member.trim(), text, zone, onChange));
  const spans = members.map(({ span }) => span);
  const first = spans.reduce((least, span) => (span.start < least.start ? span : least));
  const last = spans.reduce((greatest, span) => (span.end > greatest.end ? span : greatest));
  const choice = oneOf && (members.length > 1 || members[0]!.range);
  return {
    start: first.start,
    end: last.end,
    startPrecision: first.startPrecision,
    endPrecision: last.endPrecision,
    startSoft: first.startSoft || choice,
    endSoft: last.endSoft || choice,
    startOpen: first.startOpen,
    endOpen: last.endOpen,
    startUnknown: false,
    endUnknown: false,
  };
}

/** A date of a set, or a range `a..b`, `..b`, `a..`. */
function readMember(
  member: string,
  text: string,
  zone: string,
  onChange?: OnClockChange,
): { span: TimeSpan; range: boolean } {
  const ends = member.split('..');
  if (ends.length > 2 || member === '..' || member === '') {
    throw new EdtfError(text, t('date.badSetMember', { member }), t('date.expectedSetMember'));
  }
  const [first, last] = ends.map((end): Side =>
    end === '' ? 'open' : readPiece(end, zone, onChange),
  );
  return { span: spanInOrder(first!, last ?? first!, text), range: ends.length > 1 };
}

function spanInOrder(first: Side, last: Side, text: string): TimeSpan {
  if (typeof first === 'object' && typeof last === 'object') {
    const seasons = first.season && last.season;
    const reversed = seasons
      ? first.season.order > last.season.order
      : first.start > last.latestStart;
    if (reversed) refuseOrder(first, last, text);
  }
  return spanOf(first, last);
}

function refuseOrder(first: EdtfPart, last: EdtfPart, text: string): never {
  if (first.season && last.season) {
    const hint = t('date.expectedSeasonOrder');
    throw new EdtfError(text, t('date.endsBeforeStarts'), hint);
  }
  if (last.end <= first.start) {
    throw new EdtfError(text, t('date.endsBeforeStarts'), t('date.expectedDateOrder'));
  }
  // "From the 17th into the same month" may be meant; EDTF has a form for it.
  const hint = t('date.expectedUnspecifiedDay');
  throw new EdtfError(text, t('date.coarserEnd'), hint);
}

function spanOf(first: Side, last: Side): TimeSpan {
  const opening = typeof first === 'object' ? first : undefined;
  const closing = typeof last === 'object' ? last : undefined;
  const start = Math.max(-lastInstant, Math.min(lastInstant - 1, opening?.start ?? -lastInstant));
  const end = Math.max(start + 1, Math.min(lastInstant, closing?.end ?? lastInstant));
  return {
    start,
    end,
    startPrecision: (opening ?? closing)?.precision ?? 'longer',
    endPrecision: (closing ?? opening)?.precision ?? 'longer',
    startSoft: opening?.soft ?? false,
    endSoft: closing?.soft ?? false,
    startOpen: first === 'open',
    endOpen: last === 'open',
    startUnknown: first === 'unknown',
    endUnknown: last === 'unknown',
  };
}

/** The draft of 2012 wrote `199u`, `unknown`, `open`, `(2011)-06~`, `?~`, `y17e7`, `196x`. */
function refuseOldForms(text: string): void {
  const words = text.replace(/unknown|open/g, '');
  if (!/^[-\d?~%ux/().,yep[\]{}]*$/.test(words) || !/\d|^\/?$/.test(words)) return;
  const hints = [
    [/unknown/, 'date.expectedUnknownEnd'],
    [/open/, 'date.expectedOpenEnd'],
    [/[ux]/, 'date.expectedUnspecifiedDigit'],
    [/[()]/, 'date.expectedPartQualifiers'],
    [/\?~|~\?/, 'date.expectedPercentSign'],
    [/[yep]/, 'date.expectedCapitals'],
  ] as const;
  const hint = hints.find(([form]) => form.test(text));
  if (hint) throw new EdtfError(text, t('date.draft'), t(hint[1]));
}
