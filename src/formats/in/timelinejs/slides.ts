/** A slide of TimelineJS, from JSON or a spreadsheet → a feature of the story. */
import type { Problem } from '../../../model/event';
import { isSafeAddress } from '../../../model/safe-address';
import type { Members } from '../../../model/read/members';
import type { Converted, StoryFacts } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { convertedTo, filledOr } from '../../shared/feature';
import { headline } from '../../shared/headline';
import { sourcesFrom } from '../../shared/source-links';
import { linksIn, plainText } from '../../shared/plain-text';
import { zoneNote } from '../../shared/zone-note';
import { RowProblems } from '../../table/row-problems';
import { slideEdtf, intervalOf, type DateParts } from './dates';
import { t } from '../../../words/reading';

export interface Slide {
  readonly kind: 'event' | 'era';
  readonly id?: string;
  readonly start: DateParts;
  readonly end?: DateParts;
  /** HTML. */
  readonly headline: string;
  readonly text: string;
  /** What problems with the title are named by. */
  readonly titleField: string;
  readonly group: string;
  readonly media: {
    readonly url: string;
    readonly caption: string;
    readonly credit: string;
    readonly alt: string;
    readonly link: string;
  };
  /** The record as it came, kept under `timelinejs`. */
  readonly kept: unknown;
}

const era = 'Era';
const imagePattern = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;
const videoPattern = /\.(?:mp4|webm|ogv|mov)(?:[?#]|$)/i;
const audioPattern = /\.(?:mp3|ogg|oga|wav|m4a)(?:[?#]|$)/i;

export class SlideReader {
  readonly #categories = new UsedCategories();
  #timed = 0;

  read(slide: Slide, record: number): Converted {
    const problems = new RowProblems(record);
    const text = plainText(slide.text);
    const title = plainText(slide.headline).replace(/\s+/g, ' ') || headline(text);
    if (title === '')
      problems.error(slide.titleField, '', 'missing-title', t('timelinejs.expectedHeadline'));
    const when = whenOf(slide, problems);
    if (when?.includes('T')) this.#timed++;
    return convertedTo(record, problems, {
      id: slide.id,
      geometry: null,
      properties: {
        title,
        summary: text === title ? undefined : text,
        category: this.#categories.use(slide.kind === 'era' ? era : plainText(slide.group)),
        when,
        sources: sourcesOf(slide),
        media: mediaOf(slide),
        timelinejs: slide.kept,
      },
    });
  }

  facts(): StoryFacts {
    return { categories: this.#categories.members() };
  }

  notes(): readonly Problem[] {
    return this.#timed > 0 ? [zoneNote('start_date', this.#timed, 'TimelineJS')] : [];
  }
}

function whenOf({ start, end }: Slide, problems: RowProblems): string | undefined {
  const from = slideEdtf(start, problems);
  if (!end || from === undefined) return from;
  const to = slideEdtf(end, problems);
  return to === undefined ? undefined : intervalOf(from, to, end.fields.year, problems);
}

/** What the text and the picture link to. */
function sourcesOf({ text, headline: title, media }: Slide): Members[] {
  return sourcesFrom([...linksIn(title), ...linksIn(text), media.link]);
}

/** Only what has an address of its own; embedded HTML stays in the record as it came. */
export function mediaOf({ media }: Pick<Slide, 'media'>): Members[] {
  const { url } = media;
  if (!isSafeAddress(url)) return [];
  const type = imagePattern.test(url)
    ? 'image'
    : videoPattern.test(url)
      ? 'video'
      : audioPattern.test(url)
        ? 'audio'
        : 'link';
  const alt = plainText(media.alt) || plainText(media.caption);
  return [filledOr({ type, url, alt, credit: plainText(media.credit) })!];
}
