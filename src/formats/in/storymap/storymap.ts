/** StoryMapJS (https://storymap.knightlab.com): slides with a place each, by the columns that its
 * JSON comes to. Text may be HTML there; the story has its words, the record the HTML. */
import type { TableFormat } from '../../format';
import { hasColumns, keptCells } from '../../shared/columns';
import { dateWaysOf } from '../../shared/days';
import { convertedTo } from '../../shared/feature';
import { headline } from '../../shared/headline';
import { linksIn, plainText } from '../../shared/plain-text';
import { placedBy, pointOf } from '../../shared/position';
import { sourcesFrom } from '../../shared/source-links';
import { readTableDate } from '../../table/dates';
import { printTableDate, type DateWays } from '../../table/table-date';
import { RowProblems } from '../../table/row-problems';
import { mediaOf } from '../timelinejs/slides';
import { t } from '../../../words/reading';

const [lng, lat] = ['location.lon', 'location.lat'];
const carried: ReadonlySet<string> = new Set(['location.name']);
const needed = ['text.headline', 'text.text', lng, lat, 'date'];

export const storymap: TableFormat = {
  id: 'storymapjs',
  label: 'StoryMapJS',
  fits: (columns) => (hasColumns(columns, needed) ? 0.95 : 0),
  dates: () => ['date'],
  open: (columns, options) => ({
    read(cell, record) {
      const problems = new RowProblems(record);
      const summary = plainText(cell('text.text'));
      const title = plainText(cell('text.headline')).replace(/\s+/g, ' ') || headline(summary);
      if (title === '')
        problems.error('text.headline', '', 'missing-title', t('timelinejs.expectedHeadline'));
      const when = whenOf(plainText(cell('date')), dateWaysOf(options), problems);
      const point = pointOf(
        { field: lng, text: cell(lng) },
        { field: lat, text: cell(lat) },
        problems,
      );
      const media = (name: string) => cell(`media.${name}`);
      return convertedTo(record, problems, {
        id: cell('uniqueid') || cell('unique_id'),
        geometry: point,
        properties: {
          title,
          summary: summary === title ? undefined : summary,
          when,
          where: { name: cell('location.name') },
          sources: sourcesFrom([...linksIn(cell('text.headline')), ...linksIn(cell('text.text'))]),
          media: mediaOf({
            media: {
              url: media('url'),
              caption: media('caption'),
              credit: media('credit'),
              alt: media('alt'),
              link: media('link'),
            },
          }),
          storymapjs: keptCells(columns, cell, carried, placedBy(point, lng, lat)),
        },
      });
    },
    story: () => ({}),
  }),
};

/** A slide without a date tells of a place all the same: of when, nothing is known. */
function whenOf(text: string, ways: DateWays, problems: RowProblems): string | undefined {
  if (text === '') {
    problems.warn('date', text, 'missing-date', t('storymap.expectedDate'));
    return '../..';
  }
  const reading = readTableDate(text, ways);
  if ('date' in reading) return printTableDate(reading.date);
  problems.error('date', text, reading.fault, reading.expected);
  return undefined;
}
