/** A date as EDTF writes it → words, for dates that are read and never drawn: when something was
 * said or published. Pure. */
import { t } from '../words/page';
import { localeOf } from '../words/messages';

const date = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * "17 Dec 2025", "c. Dec 2025", "2025", "17 Dec 2025, 18:30". Anything else stays as it is written.
 * @param zone In which a timestamp is shown; a day is a day in any.
 */
export function edtfInWords(text: string, language: string, zone: string): string {
  const write = (ms: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), options).format(ms);
  if (timestamp.test(text))
    return write(Date.parse(text), { ...dayOptions, ...clock, timeZone: zone });
  const [, year, month, day, soft] = date.exec(text) ?? [];
  if (!year) return text;
  const ms = Date.parse([year, month ?? '01', day ?? '01'].join('-'));
  if (Number.isNaN(ms)) return text;
  const options = day ? dayOptions : month ? monthOptions : yearOptions;
  const words = write(ms, { ...options, timeZone: 'UTC' });
  return soft ? t('date.circa', { date: words }) : words;
}

const yearOptions = { year: 'numeric' } as const;
const monthOptions = { ...yearOptions, month: 'short' } as const;
const dayOptions = { ...monthOptions, day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
