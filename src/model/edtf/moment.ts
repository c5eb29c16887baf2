/** Date-times: `2025-12-17T10:30:00Z`, to the hour, minute, second or a fraction of it. */
import { dayLength, dayNumber, daysInMonth } from '../time/calendar';
import { EdtfError, localBounds, qualified, type OnClockChange, type EdtfPart } from './piece';
import type { TimePrecision } from '../event';
import { t } from '../../words/reading';

const clockPattern = 'T(\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d+))?)?)?';
const offsetPattern = '(Z|[+-]\\d{2}(?::?\\d{2})?)?';
const moment = new RegExp(`^(-?\\d{4})-(\\d{2})-(\\d{2})${clockPattern}${offsetPattern}([?~%]?)$`);

/** Throws `EdtfError`. Without `Z` or an offset the clock is the zone's. A moment lasts as long as
 * its last unit: a second where seconds are given. A time that the zone's clocks skip or show twice
 * spans both its readings, with soft ends. */
export function momentPiece(text: string, zone: string, onChange?: OnClockChange): EdtfPart {
  const match = moment.exec(text);
  if (!match) {
    throw new EdtfError(text, t('date.notDateTime'), t('date.expectedDateTime'));
  }
  const [, yearText, month, day, hour, minute = '', second = '', fraction = ''] =
    match as unknown as [string, string, string, string, string, string?, string?, string?];
  const [offset, mark] = [match[8], match[9]];
  const date = [Number(yearText), Number(month), Number(day)] as const;
  if (yearText === '-0000') {
    throw new EdtfError(text, t('date.negativeYearZero'), t('date.expectedYearZero'));
  }
  if (date[1] < 1 || date[1] > 12)
    throw new EdtfError(text, t('date.badMonth', { month }), t('date.expectedMonth'));
  if (date[2] < 1 || date[2] > daysInMonth(date[0], date[1])) {
    throw new EdtfError(
      text,
      t('date.badDay', { day }),
      t('date.expectedDayOfMonth', { days: daysInMonth(date[0], date[1]) }),
    );
  }
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  const late = clock[0] === 24 && clock[1] === 0 && clock[2] === 0 && Number(fraction) === 0;
  if (clock[0] > 23 && !late) {
    throw new EdtfError(text, t('date.badHour', { hour }), t('date.expectedHour'));
  }
  if (clock[1] > 59)
    throw new EdtfError(text, t('date.badMinute', { minute }), t('date.expectedSixtieth'));
  if (clock[2] > 59)
    throw new EdtfError(text, t('date.badSecond', { second }), t('date.expectedSixtieth'));
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const wall =
    dayNumber(...date) * dayLength +
    clock[0] * 3_600_000 +
    clock[1] * 60_000 +
    clock[2] * 1000 +
    millisecond;
  const [precision, length] = unitOf(minute, second, fraction);
  if (offset) {
    const start = wall - offsetOf(offset, text);
    return { start, end: start + length, latestStart: start, precision, soft: qualified(mark) };
  }
  const written = mark ? text.slice(0, -1) : text;
  const { start, end, change } = localBounds(wall, wall + length - 1, written, zone);
  if (change) onChange?.(change);
  const soft = qualified(mark) || change !== undefined;
  return { start, end, latestStart: end - length, precision, soft };
}

function unitOf(minute: string, second: string, fraction: string): [TimePrecision, number] {
  if (fraction) return ['millisecond', 1];
  if (second) return ['second', 1000];
  return minute ? ['minute', 60_000] : ['hour', 3_600_000];
}

/** Milliseconds ahead of UTC. The inhabited offsets, −12:00 to +14:00; never −00:00. */
function offsetOf(text: string, whole: string): number {
  if (text === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  const west = text.startsWith('-');
  if (Number(digits.slice(2)) > 59 || minutes > (west ? 720 : 840) || (west && minutes === 0)) {
    throw new EdtfError(whole, t('date.badOffset', { text }), t('date.expectedOffset'));
  }
  return (west ? -minutes : minutes) * 60_000;
}
