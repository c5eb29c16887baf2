/** THOR, the US Air Force's record of bombing in the Second World War: one row a mission, with the
 * base it took off from and its target as two places of one event. */
import type { Members } from '../../../model/read/members';
import type { FormatOptions, TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { hasColumns, keptCells, needColumns } from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { figureOf } from '../../shared/figures';
import { joinParts } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { dayOrderOf, printDay, readDay } from '../../shared/days';
import { printClock, readClock } from '../../table/clock';
import { note } from '../../table/header';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { thorFigures, theaters } from './codes';
import { t } from '../../../words/reading';

const needed = ['Mission ID', 'Mission Date', 'Target Latitude', 'Target Longitude'];
const own = ['Theater of Operations', 'Takeoff Base', 'Takeoff Latitude', 'Time Over Target'];
const carried: ReadonlySet<string> = new Set(['Mission ID']);
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
  fits: (columns) => (hasColumns(columns, [...needed, ...own]) ? 0.98 : 0),
  dates: () => ['Mission Date'],
  open(columns, options) {
    needColumns('THOR', columns, needed);
    const categories = new UsedCategories();
    let timed = 0;
    return {
      read(cell, record) {
        const problems = new RowProblems(record);
        const when = timeOf(cell, options, problems);
        if (when?.includes('T')) timed++;
        const target = nameOf(cell('Target City'), cell('Target Country'));
        const point = targetOf(cell, problems);
        const takeoff = takeoffOf(cell, problems);
        const placed = new Map([
          ...placedBy(point, 'Target Longitude', 'Target Latitude'),
          ...placedBy(takeoff[0]?.geometry ?? null, 'Takeoff Longitude', 'Takeoff Latitude'),
        ]);
        return convertedTo(record, problems, {
          id: cell('Mission ID'),
          geometry: point,
          properties: {
            title: titleOf(cell, target),
            category: categories.use(
              theaters.get(cell('Theater of Operations')) ?? cell('Theater of Operations'),
            ),
            when,
            where: filledOr({ name: target }),
            places: takeoff,
            actors: actorsOf(cell),
            figures: thorFigures
              .map((columns) => figureOf(columns, 'THOR', cell, problems))
              .filter((figure) => figure !== undefined),
            thor: keptCells(columns, cell, carried, placed),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        credit: 'Theater History of Operations Reports (THOR), US Air Force',
      }),
      notes() {
        if (timed === 0) return [];
        const message = t('thor.rowsHaveTimeDay', { timed });
        return [note(t('thor.zoneNotStated'), 'zone-not-stated', message, timed)];
      },
    };
  },
};

/** `38.22, 15.37` as it stands; off the globe it is an error, half of it or none a missing place. */
function targetOf(cell: Cell, problems: RowProblems) {
  const [lng, lat] = ['Target Longitude', 'Target Latitude'].map((field) => ({
    field,
    text: cell(field),
  })) as [Part, Part];
  const whole = lng.text !== '' && lat.text !== '';
  return pointOf(lng, lat, problems, whole ? 'error' : 'warn');
}

interface Part {
  readonly field: string;
  readonly text: string;
}

/** Where the position can't be read, the base still has its name. */
function takeoffOf(cell: Cell, problems: RowProblems) {
  const name = nameOf(cell('Takeoff Base'), cell('Takeoff Location'));
  const geometry = pointOf(
    { field: 'Takeoff Longitude', text: cell('Takeoff Longitude') },
    { field: 'Takeoff Latitude', text: cell('Takeoff Latitude') },
    problems,
    'warn',
  );
  if (name === '' && !geometry) return [];
  return [{ ...filledOr({ name }), role: 'origin', geometry }];
}

/** Months come first. Times are hours and minutes without leading zeros, so that one or two digits
 * may be hours or minutes: the day is kept then. */
function timeOf(cell: Cell, options: FormatOptions, problems: RowProblems): string | undefined {
  const order = dayOrderOf(options, 'month-first');
  const day = readDay('Mission Date', cell('Mission Date'), problems, order);
  if (!day) return undefined;
  const text = cell('Time Over Target');
  if (text === '') return printDay(day);
  if (/^\d{1,2}$/.test(text)) {
    const expected = t('thor.threeFourDigitsThese');
    problems.warn('Time Over Target', text, 'ambiguous-time-of-day', expected);
    return printDay(day);
  }
  const clock = readClock(text);
  if (clock) {
    // Whole minutes: the seconds of 13:40:00 were put there by a spreadsheet.
    const { hour, minute, second } = clock;
    return `${printDay(day)}${printClock({ hour, minute, second: second || undefined })}`;
  }
  const expected = t('thor.timeDayDayKept');
  problems.warn('Time Over Target', text, 'bad-time-of-day', expected);
  return printDay(day);
}

function titleOf(cell: Cell, target: string): string {
  const force = cell('Air Force') || cell('Country');
  const who = joinParts([force, cell('Aircraft Series')], ' ') || 'Mission';
  return `${who}: ${target || 'target not stated'}`;
}

function actorsOf(cell: Cell): Members[] {
  const force = joinParts([cell('Air Force'), cell('Country')], ', ');
  const unit = cell('Unit ID');
  return [
    ...(force === '' ? [] : [{ name: force, role: 'Air force' }]),
    ...(unit === '' ? [] : [{ name: unit, role: 'Unit' }]),
  ];
}

function nameOf(...parts: string[]): string {
  return joinParts(
    parts.filter((part) => !unsaidPattern.test(part)),
    ', ',
  );
}
