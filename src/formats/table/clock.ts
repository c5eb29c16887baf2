/** Times of day as tables write them. */

export interface Clock {
  /** 0 to 23; 24 only as the end of a day. */
  readonly hour: number;
  /** Nothing where only the hour is given. */
  readonly minute?: number;
  /** With a fraction as it came; nothing where only the minute is given. */
  readonly second?: number;
  /** `Z` or an offset such as `+02:00`; nothing where the time has none. */
  readonly zone?: string;
}

const colonsPattern =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s{0,3}([ap])?\.?(?:m\.?)?\s{0,3}(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;
const halfDayPattern = /^(\d{1,2})\s{0,3}([ap])\.?m\.?$/i;
const hoursPattern = /^()(\d{1,2})\s?(?:h|uhr|год|ч)\.?(?:\s?(\d{2}))?$/i;
const digitsPattern = /^(\d{1,2})$|^(\d{1,2})(\d{2})$/;

/**
 * `9:30`, `09:30:15.5`, `9:30 PM`, `9 PM`, `9h`, `9h30`, and as digits only `9` (the hour), `930`
 * and `0930`; with `Z` or an offset after colons. Nothing where it is no time of day.
 */
export function readClock(text: string): Clock | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40) return undefined;
  const colons = colonsPattern.exec(trimmed);
  if (colons) {
    const [, hour, minute, second, fraction, half, zone] = colons;
    const whole = second === undefined ? undefined : Number(`${second}.${fraction ?? 0}`);
    return sound(hourOf(hour!, half), Number(minute), whole, zone && zoneOf(zone));
  }
  const half = halfDayPattern.exec(trimmed);
  if (half) return sound(hourOf(half[1]!, half[2]));
  const digits = hoursPattern.exec(trimmed) ?? digitsPattern.exec(trimmed);
  if (!digits) return undefined;
  const [, whole, hour = whole, minute] = digits;
  return sound(Number(hour), minute === undefined ? undefined : Number(minute));
}

/** Whether it is midnight to the second, which often stands for a time that is not known. */
export function isMidnight({ hour, minute = 0, second = 0 }: Clock): boolean {
  return hour === 0 && minute === 0 && second === 0;
}

/** As EDTF writes it after a day: `T09:30:15Z`. */
export function printClock({ hour, minute, second, zone = '' }: Clock): string {
  let text = `T${pad(hour)}`;
  if (minute === undefined) return zone ? `${text}:00${zone}` : text;
  text += `:${pad(minute)}`;
  if (second !== undefined) {
    const [whole, fraction] = String(second).split('.');
    text += `:${pad(Number(whole))}${fraction ? `.${fraction}` : ''}`;
  }
  return text + zone;
}

function sound(hour: number, minute?: number, second?: number, zone?: string): Clock | undefined {
  const late = hour === 24 && !minute && !second;
  if (!(hour <= 23 || late) || (minute ?? 0) > 59 || (second ?? 0) >= 60) return undefined;
  return { hour, minute, second, zone };
}

function hourOf(text: string, half: string | undefined): number {
  const hour = Number(text);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function zoneOf(text: string): string {
  if (/^[a-z]/i.test(text)) return 'Z';
  const offset = `${text.slice(0, 3)}:${text.length > 3 ? text.slice(-2) : '00'}`;
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
