/** Dates and times of the wild kind, and slow twins that say what the plain ones mean. */

export const zones = [
  'UTC',
  'America/New_York',
  'Europe/Kyiv',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;

/** Days on which clocks changed in one of the zones, or a zone left a day out. */
const changes = [
  ...['2025-03-09', '2025-11-02', '1942-02-09', '1945-09-30', '1883-11-18'],
  ...['2025-03-30', '2025-10-26', '1981-04-01', '1981-10-01', '1930-06-21', '1990-07-01'],
  ...['1986-01-01', '2011-12-29', '2011-12-30', '2011-12-31', '2010-09-26', '2021-04-04'],
  ...['2025-04-06', '2025-10-05', '1981-03-01', '1985-10-20'],
];

const garbage = [
  '',
  ' ',
  '2025-13-01',
  '2025-02-30',
  '2025-12-17T25:00',
  '2025-12-17T23:59:60Z',
  '0000-00-00',
  '-0000',
  'Y',
  'Y-',
  'Y1E400',
  'Y0E5',
  '2025/12/17/18',
  '..',
  '{}',
  '[..]',
  '1e999',
  'NaN',
  'Infinity',
  'yesterday',
  '२०२५-१२-१७',
  '2025-12-17T10:30:00+99:99',
  '99999999999999999999',
  'X'.repeat(40),
];

type Random = () => number;

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;
const whole = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));
const pad = (value: number, length = 2) => String(value).padStart(length, '0');

function yearOf(random: Random): string {
  const year = pick(random, [
    whole(random, 1900, 2100),
    whole(random, 0, 9999),
    whole(random, -9999, -1),
    pick(random, [0, 1, -1, 99, 9999, 9998, -9999, 1582]),
  ]);
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;
}

export function wildDay(random: Random): string {
  if (random() < 0.3) return pick(random, changes);
  return `${yearOf(random)}-${pad(whole(random, 1, 12))}-${pad(whole(random, 1, 28))}`;
}

/** A day with a time of the clock, without an offset. */
export function wildTime(random: Random): string {
  const [hour, minute, second] = [
    whole(random, 0, random() < 0.7 ? 4 : 23),
    whole(random, 0, 59),
    30,
  ];
  const clock = pick(random, [
    pad(hour),
    `${pad(hour)}:${pad(minute)}`,
    `${pad(hour)}:${pick(random, ['00', '30', '59'])}`,
    `${pad(hour)}:${pad(minute)}:${second}`,
    `${pad(hour)}:${pad(minute)}:59.9${whole(random, 0, 99)}`,
  ]);
  return `${wildDay(random)}T${clock}`;
}

function longYear(random: Random): string {
  const sign = pick(random, ['', '-']);
  return pick(random, [
    `Y${sign}${whole(random, 1, 9)}${String(whole(random, 1000, 9_999_999)).padStart(4, '0')}`,
    `Y${sign}${whole(random, 1, 99)}E${whole(random, 4, 12)}`,
    `Y${sign}${whole(random, 10_000, 300_000)}`,
    `Y${sign}17101000S${whole(random, 1, 9)}`,
    `${sign}1950S${whole(random, 1, 5)}`,
    pick(random, ['Y17E7', 'Y-17E7', 'Y-17000002', 'Y275760', 'Y-271821', 'Y10000', 'Y-10000']),
  ]);
}

/** One side of an interval or member of a set. */
function single(random: Random): string {
  const offset = pick(random, ['Z', '+14:00', '-12:00', '+05:45', '+00:00', '-03:30', '+15:00']);
  return pick(random, [
    wildDay,
    wildDay,
    yearOf,
    () => wildDay(random).slice(0, -3),
    () => `${yearOf(random)}-${whole(random, 20, 42)}`,
    wildTime,
    wildTime,
    () => wildTime(random) + offset,
    () => `${wildDay(random)}T24:00:00`,
    longYear,
    () => pick(random, ['19', '198', '-12', '19XX', '2025-XX', '2025-1X', '2025-XX-30', '-XXXX']),
    () => `${wildDay(random)}${pick(random, ['?', '~', '%'])}`,
    () => `?${yearOf(random)}-~06-%11`,
  ])(random);
}

/** EDTF of every kind, and what is none. */
export function wildDate(random: Random): string {
  const side = () => pick(random, [single(random), single(random), single(random), '', '..']);
  return pick(random, [
    () => single(random),
    () => single(random),
    () => single(random),
    () => `${side()}/${side()}`,
    () => `[${single(random)}, ${single(random)}]`,
    () => `{${single(random)}..${single(random)}}`,
    () => `[..${single(random)}]`,
    () => pick(random, garbage),
    () => single(random).replace(/\d/, pick(random, ['9', 'X', '0', ':', 'é'])),
  ])();
}

const months = ['January', 'mars', 'Dezember', 'травня', 'Sept'];

/** A cell of a table, in every writing. */
export function wildCell(random: Random): string {
  const [year, month, day] = [yearOf(random), whole(random, 0, 13), whole(random, 0, 32)];
  const clock = pick(random, [
    '',
    ' 2:30',
    ' 02:30:15',
    ' 2:30 PM',
    'T24:00',
    ' 930',
    ' 3h',
    ' 25:00',
  ]);
  return pick(random, [
    () => wildDate(random),
    () => `${day}/${month}/${year}${clock}`,
    () => `${month}.${day}.${year}${clock}`,
    () => `${day} ${pick(random, months)} ${year}${clock}`,
    () => `${pick(random, months)} ${day}, ${year}${clock}`,
    () => `${year}${pad(month)}${pad(day)}`,
    () => String(whole(random, -1, 2_000_000_000)),
    () => String(whole(random, 0, 99_999)),
    () => wildTime(random).replace('T', ' '),
  ])();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock shows, as milliseconds that read so in UTC; by nothing but `Intl`. */
export function wallAt(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(ms).map(({ type, value }) => [type, value] as const),
  );
  const year = parts.era!.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return date.getTime() + (((ms % 1000) + 1000) % 1000);
}

/** Every instant at which a clock in the zone shows this, and the offsets that hold around it: by
 * asking the clock every hour for a day and a half before and after. */
export function twinOf(wall: number, zone: string): { instants: number[]; offsets: number[] } {
  const offsets = new Set<number>();
  for (let hour = -36; hour <= 36; hour++) {
    const ms = Math.floor(wall / 1000) * 1000 + hour * 3_600_000;
    offsets.add(wallAt(ms, zone) - ms);
  }
  const instants = [...offsets].map((offset) => wall - offset);
  return {
    instants: instants.filter((ms) => wallAt(ms, zone) === wall).sort((a, b) => a - b),
    offsets: [...offsets],
  };
}

/** The first and last millisecond that a plain day or time shows on the clock. */
export function plainWalls(text: string): [number, number] | null {
  const match =
    /^(-?\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?)?$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const first = date.getTime() + Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const length = fraction ? 1 : second ? 1000 : minute ? 60_000 : hour ? 3_600_000 : 86_400_000;
  return [first, first + length - 1];
}
