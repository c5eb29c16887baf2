/** TimelineJS 3 as JSON (https://timeline.knightlab.com/docs/json-format.html). Text may be HTML there;
 * the story has its words, the record the HTML. */
import { isObject, member, type Members } from '../../../model/read/members';
import { FormatError, type Converted, type Format, type StoryFacts } from '../../format';
import { filledOr, without } from '../../shared/feature';
import { plainText } from '../../shared/plain-text';
import { textOrNumber, wholeJson } from '../../shared/whole-json';
import type { Clock } from '../../table/clock';
import { notesOf } from '../../table/host';
import { RowProblems } from '../../table/row-problems';
import type { DateParts } from './dates';
import { SlideReader, type Slide } from './slides';
import { t } from '../../../words/reading';

/** Its events are records, then its eras. The title slide is none: the story takes its title from it. */
export const timelinejs: Format = {
  id: 'timelinejs',
  get label() {
    return t('format.timelinejs');
  },
  detect({ text }) {
    if (!/^\s*\{/.test(text) || /"FeatureCollection"/.test(text)) return 0;
    return /"events"\s*:/.test(text) && /"start_date"\s*:\s*\{/.test(text) ? 0.95 : 0;
  },
  async *records(text) {
    const root = await wholeJson(text);
    const events = isObject(root) ? member(root, 'events') : undefined;
    if (!isObject(root) || !Array.isArray(events))
      throw new FormatError(t('timelinejs.missingEvents'));
    const { eras, ...others } = without(root, 'events');
    const reader = new SlideReader();
    let record = 0;
    for (const value of events as unknown[])
      yield [read(value, 'events', 'event', ++record, reader)];
    for (const value of Array.isArray(eras) ? (eras as unknown[]) : [])
      yield [read(value, 'eras', 'era', ++record, reader)];
    yield notesOf(reader.notes());
    return {
      ...reader.facts(),
      ...titleFacts(isObject(others.title) ? others.title : {}),
      timelinejs: filledOr(Array.isArray(eras) ? others : { ...others, eras }),
    };
  },
};

/** The title slide's headline and text as the story's own. */
export function titleFacts(slide: Members): StoryFacts {
  const text = objectOf(member(slide, 'text'));
  return {
    ...filledOr({
      title: plainText(textOrNumber(member(text, 'headline'))).replace(/\s+/g, ' '),
      description: plainText(textOrNumber(member(text, 'text'))),
    }),
  };
}

function read(
  value: unknown,
  list: string,
  kind: Slide['kind'],
  record: number,
  reader: SlideReader,
): Converted {
  if (isObject(value)) return reader.read(slideFrom(value, kind), record);
  const problems = new RowProblems(record);
  problems.error(list, value, 'not-an-event', t('timelinejs.expectedSlide'));
  return { record, problems: problems.all };
}

function slideFrom(value: Members, kind: Slide['kind']): Slide {
  const text = objectOf(member(value, 'text'));
  const media = objectOf(member(value, 'media'));
  const end = member(value, 'end_date');
  return {
    kind,
    id: textOrNumber(member(value, 'unique_id')),
    start: partsFrom(member(value, 'start_date'), 'start_date'),
    end: end === undefined ? undefined : partsFrom(end, 'end_date'),
    headline: textOrNumber(member(text, 'headline')),
    text: textOrNumber(member(text, 'text')),
    titleField: 'text.headline',
    group: textOrNumber(member(value, 'group')),
    media: {
      url: textOrNumber(member(media, 'url')),
      caption: textOrNumber(member(media, 'caption')),
      credit: textOrNumber(member(media, 'credit')),
      alt: textOrNumber(member(media, 'alt')),
      link: textOrNumber(member(media, 'link')),
    },
    kept: value,
  };
}

function partsFrom(value: unknown, name: string): DateParts {
  const date = objectOf(value);
  const text = (part: string) => textOrNumber(member(date, part));
  return {
    fields: { year: `${name}.year`, month: `${name}.month`, day: `${name}.day` },
    year: text('year'),
    month: text('month'),
    day: text('day'),
    clock: clockFrom(text),
  };
}

/** Hours without minutes are hours; what is no time of day is left in the record. */
function clockFrom(text: (part: string) => string): Clock | undefined {
  const [hour, minute, second] = ['hour', 'minute', 'second'].map((part) => {
    const written = text(part);
    return /^\d{1,2}$/.test(written) ? Number(written) : undefined;
  });
  if (hour === undefined || hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  return { hour, minute, second: minute === undefined ? undefined : second };
}

function objectOf(value: unknown): Members {
  return isObject(value) ? value : {};
}
