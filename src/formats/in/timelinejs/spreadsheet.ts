/** The spreadsheet that TimelineJS is made from, as CSV
 * (https://timeline.knightlab.com/docs/using-spreadsheets.html). */
import { type StoryFacts, type TableFormat } from '../../format';
import { columnNames, countOf, keptCells, missingColumns } from '../../shared/columns';
import { readClock } from '../../table/clock';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import type { DateParts } from './dates';
import { SlideReader, type Slide } from './slides';
import { titleFacts } from './timelinejs';
import { t } from '../../../words/reading';

const needed = ['Year', 'Headline'];
/** No other table with years and headlines has three of them. */
const telling = [
  'end year', 'end month', 'end day', 'end time', 'display date', 'media', 'media credit', 'media caption', 'media thumbnail', 'background',
]; // prettier-ignore
const none: ReadonlySet<string> = new Set();

/** A row of type `title` is no event: it is refused by name, and the story takes its title from it. */
export const timelinejsTable: TableFormat = {
  id: 'timelinejs',
  get label() {
    return t('format.timelinejsSpreadsheet');
  },
  fits(columns) {
    const names = columnNames(columns);
    const has = needed.every((name) => names.has(name.toLowerCase()));
    return has && countOf([...names.keys()], telling) >= 3 ? 0.95 : 0;
  },
  open(columns) {
    const names = columnNames(columns);
    const missing = needed.filter((name) => !names.has(name.toLowerCase()));
    if (missing.length > 0) throw missingColumns('TimelineJS', missing, columns);
    const reader = new SlideReader();
    let facts: StoryFacts = {};
    return {
      read(given, record) {
        const cell: Cell = (name) => {
          const column = names.get(name.toLowerCase());
          return column === undefined ? '' : given(column);
        };
        const type = cell('Type').toLowerCase();
        const kept = keptCells(columns, given, none) ?? {};
        const slide = slideFrom(cell, type === 'era' ? 'era' : 'event', kept);
        if (type !== 'title') return reader.read(slide, record);
        facts = {
          ...titleFacts({ text: { headline: slide.headline, text: slide.text } }),
          timelinejs: { title: kept },
          ...facts,
        };
        const problems = new RowProblems(record);
        const expected = t('timelinejs.expectedEvent');
        problems.error('Type', cell('Type'), 'title-slide', expected);
        return { record, problems: problems.all };
      },
      story: () => ({ ...reader.facts(), ...facts }),
      notes: () => reader.notes(),
    };
  },
};

function slideFrom(cell: Cell, kind: Slide['kind'], kept: unknown): Slide {
  const end = partsFrom(cell, 'End ');
  return {
    kind,
    start: partsFrom(cell, ''),
    end: end.year === '' && end.month === '' && end.day === '' ? undefined : end,
    headline: cell('Headline'),
    text: cell('Text'),
    titleField: 'Headline',
    group: cell('Group') || cell('Tag'),
    media: {
      url: cell('Media'),
      caption: cell('Media Caption'),
      credit: cell('Media Credit'),
      alt: cell('Alt Text'),
      link: '',
    },
    kept,
  };
}

function partsFrom(cell: Cell, prefix: string): DateParts {
  const fields = { year: `${prefix}Year`, month: `${prefix}Month`, day: `${prefix}Day` };
  const time = cell(`${prefix}Time`);
  return {
    fields,
    year: cell(fields.year),
    month: cell(fields.month),
    day: cell(fields.day),
    clock: time === '' ? undefined : readClock(time),
  };
}
