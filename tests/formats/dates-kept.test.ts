import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../../src/model/time/calendar';
import { imported, notes, property, told } from './import/importing';
import { samples } from './samples';

const MONTHS = 'January February March April May June July August September October November December'.split(' '); // prettier-ignore
const two = (number: number) => String(number).padStart(2, '0');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isReal({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function iso({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** What may be drawn for a day: 0 stands for a month or day that is not known. */
function drawn(day: Day): string | undefined {
  if (isReal(day)) return iso(day);
  if (day.day !== 0) return undefined;
  if (day.month === 0) return String(day.year);
  return isReal({ ...day, day: 1 }) ? `${day.year}-${two(day.month)}` : undefined;
}

/** Ways to write a day; those in which it can mean another are marked. */
const FORMS: readonly [write: (day: Day) => string, ambiguous?: boolean][] = [
  [iso],
  [({ year, month, day }) => `${year}/${month}/${day}`],
  [({ year, month, day }) => `${year}${two(month)}${two(day)}`],
  [({ year, month, day }) => `${day} ${MONTHS[month - 1] ?? 'Month'} ${year}`],
  [({ year, month, day }) => `${MONTHS[month - 1] ?? 'Month'} ${day}, ${year}`],
  [(day) => `${iso(day)}T12:00:00Z`],
  [({ year, month, day }) => `${day}/${month}/${year}`, true],
  [({ year, month, day }) => `${month}/${day}/${year}`, true],
  [({ year, month, day }) => `${two(day)}.${two(month)}.${year}`, true],
];

/** Some days that are none among them. */
const days = fc.record({
  year: fc.integer({ min: 1000, max: 2999 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
});
const written = fc.record({
  day: days,
  form: fc.constantFrom(...FORMS),
  after: fc.oneof(
    { arbitrary: fc.constant(''), weight: 4 },
    { arbitrary: fc.constantFrom(' ', '?', 'x', ' ca', '-', '/', ' noon', 'Z', '~~'), weight: 1 },
  ),
}); // prettier-ignore

/** A file with one record that has this date, in formats of all kinds. */
const FILES: Readonly<Record<string, (date: string) => string>> = {
  csv: (date) => `title,date,lat,lng\nT,"${date}",1,2\n`,
  geojson: (date) =>
    JSON.stringify({ type: 'Feature', geometry: null, properties: { name: 'T', date } }),
  kml: (date) =>
    `<kml><Placemark><name>T</name><TimeStamp><when>${date}</when></TimeStamp></Placemark></kml>`,
  gpx: (date) => `<gpx><wpt lat="1" lon="2"><name>T</name><time>${date}</time></wpt></gpx>`,
  ucdp: (date) => row('ucdp.csv', { date_start: date, date_end: date }),
  viina: (date) => row('viina.csv', { date }),
  atlos: (date) => row('atlos.csv', { date }),
};

/** The first record of a sample with other cells. */
function row(name: string, cells: Readonly<Record<string, string>>): string {
  const text = samples.get(name)!.toString();
  const [head = '', ...rest] = text.split(/\r?\n/);
  const columns = head.split(',');
  const parts = rest[0]!.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.map((part) => part.replace(/,$/, '')); // prettier-ignore
  const changed = columns.map((column, at) =>
    column in cells ? `"${cells[column]}"` : (parts[at] ?? ''),
  );
  return `${head}\n${changed.join(',')}\n`;
}

describe('a date that can not be read', { timeout: 60_000 }, () => {
  it.each(Object.entries(FILES))('is never replaced by another: %s', async (format, fileWith) => {
    await fc.assert(
      fc.asyncProperty(written, async ({ day, form: [write, ambiguous], after }) => {
        const text = write(day) + after;
        const result = await imported(fileWith(text), { format });
        const [feature] = result.story.features;
        const { year, month, day: number } = day;
        const meant = [day, ...(ambiguous ? [{ year, month: number, day: month }] : [])];
        const real = new Set(meant.map(drawn).filter((text) => text !== undefined));
        if (!feature) {
          const [problem] = result.problems.filter(({ severity }) => severity === 'error');
          expect(problem).toMatchObject({ record: 1, value: text.trim() });
          expect(problem?.code).toMatch(/date/);
          // What can mean one day only is read.
          const whole = day.month !== 0 && day.day !== 0;
          if (after === '' && whole) expect(real.size, text).not.toBe(1);
          return;
        }
        expect(real.size, text).toBe(1);
        // A mark such as that of "ca" makes it less sure.
        const when = String(property(feature, 'when')).slice(0, 10);
        expect(when.replace(/[?~%/].*$/, '')).toBe([...real][0]);
      }),
      { numRuns: 150 },
    );
  });

  it('is not read one way in some rows and another way in others', async () => {
    const table = (...dates: string[]) =>
      imported(
        [
          row('acled.csv', { event_date: dates[0]! }),
          ...dates.slice(1).map((event_date, at) =>
            row('acled.csv', { event_date, event_id_cnty: `X${at}` })
              .split('\n')
              .slice(1)
              .join('\n'),
          ),
        ].join(''),
      );
    const whens = (read: Awaited<ReturnType<typeof table>>) =>
      read.story.features.map((feature) => property(feature, 'when'));
    // The codebook has the day first.
    expect(whens(await table('3/4/2024', '13/4/2024'))).toEqual(['2024-04-03', '2024-04-13']);
    // A spreadsheet turned them.
    const turned = await table('3/4/2024', '3/13/2024');
    expect(whens(turned)).toEqual(['2024-03-04', '2024-03-13']);
    expect(notes(turned)).toContain('day-order');
    // Some of them.
    const mixed = await table('3/4/2024', '3/13/2024', '13/4/2024');
    expect(told(mixed)).toContain('error 1 event_date ambiguous-date');
    expect(whens(mixed)).toEqual(['2024-03-13', '2024-04-13']);
    expect(notes(mixed)).toContain('mixed-day-order');
  });
});

describe('swapped coordinates', () => {
  it('in a UCDP file are found and named', async () => {
    const inside = (country: string, lng: number, lat: number) =>
      country === 'KE' ? lng > 33 && lng < 42 && lat > -5 && lat < 6 : undefined;
    const result = await imported(samples.get('ucdp.csv')!, { inside });
    expect(result.format).toBe('ucdp');
    expect(result.problems.filter(({ code }) => code === 'swapped')).toMatchObject([
      { record: 3, id: '900003', severity: 'warning', field: 'geometry.coordinates' },
    ]);
  });
});
