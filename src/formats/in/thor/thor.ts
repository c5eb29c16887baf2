/** THOR, the US Air Force's record of bombing in the Second World War: one row a mission, with the
 * base it took off from and its target as two places of one event. */
import type { Members } from '../../../model/read/members';
import type { TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import {
  countOf,
  hasColumns,
  keptCells,
  lackingNote,
  needColumns,
  textCells,
} from '../../shared/columns';
import { convertedTo } from '../../shared/feature';
import { figureOf } from '../../shared/figures';
import { joinParts } from '../../shared/headline';
import { addPlaced, pointOf } from '../../shared/position';
import { dateWaysOf, printDay, readDay } from '../../shared/days';
import { printClock, readClock } from '../../table/clock';
import type { DateWays } from '../../table/table-date';
import { note } from '../../table/header';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { thorFigures, theaters, thorTelling } from './codes';
import { t } from '../../../words/reading';

const needed = ['Mission Date'];
/** Without them something of an event is not known. */
const usual = [
  'Mission ID',
  'Target Latitude',
  'Target Longitude',
  'Target City',
  'Time Over Target',
];
const carried: ReadonlySet<string> = new Set(['Mission ID']);
/** Texts of days that are remembered. */
const mostDays = 20_000;
const unsaidPattern = /^(?:unknown\b.*|unidentified|not indicated)$/i;

/**
 * Countries stand as names only: they are those of the war, within borders that have changed since.
 * A mission without a target's position is kept, for its date; one whose target lies off the globe
 * is not, since nothing says what was meant.
 */
export const thor: TableFormat = {
  id: 'thor',
  get label() {
    return t('format.thor');
  },
  fits: (columns) => (hasColumns(columns, needed) && countOf(columns, thorTelling) >= 3 ? 0.98 : 0),
  dates: () => ['Mission Date'],
  open(columns, options) {
    needColumns('THOR', columns, needed);
    const categories = new UsedCategories();
    const dayIn = dayReader(dateWaysOf(options, 'month-first'));
    let timed = 0;
    return {
      read(raw, record) {
        const problems = new RowProblems(record);
        const cell = textCells(raw);
        const when = timeOf(cell, dayIn, problems);
        if (when?.includes('T')) timed++;
        const target = nameOf(cell('Target City'), cell('Target Country'));
        const point = targetOf(raw, problems);
        const takeoff = takeoffOf(raw, problems);
        const placed = new Map<string, number>();
        addPlaced(placed, point, 'Target Longitude', 'Target Latitude');
        const origin = takeoff[0]?.geometry ?? null;
        addPlaced(placed, origin, 'Takeoff Longitude', 'Takeoff Latitude');
        return convertedTo(record, problems, {
          id: cell('Mission ID'),
          geometry: point,
          properties: {
            title: titleOf(cell, target),
            category: categories.use(
              theaters.get(cell('Theater of Operations')) ?? cell('Theater of Operations'),
            ),
            when,
            where: target === '' ? undefined : { name: target },
            places: takeoff,
            actors: actorsOf(cell),
            figures: thorFigures
              .map((columns) => figureOf(columns, 'THOR', raw, problems))
              .filter((figure) => figure !== undefined),
            thor: keptCells(columns, raw, carried, placed),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        credit: 'Theater History of Operations Reports (THOR), US Air Force',
      }),
      notes() {
        const lacking = lackingNote('THOR', columns, usual);
        if (timed === 0) return lacking;
        const message = t('thor.zoneNotStated', { timed });
        return [...lacking, note('Time Over Target', 'zone-not-stated', message, timed)];
      },
    };
  },
};

/** `38.22, 15.37` as it stands; off the globe it is an error, half of it or none a missing place. */
function targetOf(cell: Cell, problems: RowProblems) {
  const lng = { field: 'Target Longitude', text: cell('Target Longitude') };
  const lat = { field: 'Target Latitude', text: cell('Target Latitude') };
  const whole = lng.text !== '' && lat.text !== '';
  return pointOf(lng, lat, problems, whole ? 'error' : 'warn');
}

/** Where the position can't be read, the base still has its name. */
function takeoffOf(cell: Cell, problems: RowProblems) {
  const text = textCells(cell);
  const name = nameOf(text('Takeoff Base'), text('Takeoff Location'));
  const geometry = pointOf(
    { field: 'Takeoff Longitude', text: cell('Takeoff Longitude') },
    { field: 'Takeoff Latitude', text: cell('Takeoff Latitude') },
    problems,
    'warn',
  );
  if (name === '' && !geometry) return [];
  return [name === '' ? { role: 'origin', geometry } : { name, role: 'origin', geometry }];
}

/** Months come first. Times are hours and minutes without leading zeros, so that one or two digits
 * may be hours or minutes: the day is kept then. */
function timeOf(cell: Cell, dayIn: DayReader, problems: RowProblems): string | undefined {
  const day = dayIn(cell('Mission Date'), problems);
  if (day === undefined) return undefined;
  const text = cell('Time Over Target');
  if (text === '') return day;
  if (/^\d{1,2}$/.test(text)) {
    const expected = t('thor.expectedDigits');
    problems.warn('Time Over Target', text, 'ambiguous-time-of-day', expected);
    return day;
  }
  const clock = readClock(text);
  if (clock) {
    // Whole minutes: the seconds of 13:40:00 were put there by a spreadsheet.
    const { hour, minute, second } = clock;
    return `${day}${printClock({ hour, minute, second: second || undefined })}`;
  }
  const expected = t('thor.expectedTime');
  problems.warn('Time Over Target', text, 'bad-time-of-day', expected);
  return day;
}

type DayReader = (text: string, problems: RowProblems) => string | undefined;

/** Reads the days of missions as EDTF. The war had some 2,200, so that most texts were read before. */
function dayReader(ways: DateWays): DayReader {
  const known = new Map<string, string>();
  return (text, problems) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const day = readDay('Mission Date', text, problems, ways);
    const printed = day && printDay(day);
    if (printed !== undefined && known.size < mostDays) known.set(text, printed);
    return printed;
  };
}

function titleOf(cell: Cell, target: string): string {
  const force = cell('Air Force') || cell('Country');
  const who = joinParts([force, cell('Aircraft Series')], ' ') || 'Mission';
  return `${who}: ${target || 'target not stated'}`;
}

function actorsOf(cell: Cell): Members[] {
  const force = joinParts([cell('Air Force'), cell('Country')], ', ');
  const unit = cell('Unit ID');
  const actors: Members[] = [];
  if (force !== '') actors.push({ name: force, role: 'Air force' });
  if (unit !== '') actors.push({ name: unit, role: 'Unit' });
  return actors;
}

function nameOf(first: string, second: string): string {
  return joinParts([saidOf(first), saidOf(second)], ', ');
}

function saidOf(text: string): string {
  return unsaidPattern.test(text) ? '' : text;
}
