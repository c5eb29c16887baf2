/** iCalendar (RFC 5545): one record an event. What a calendar has is planned, unless it is called off. */
import { isZone } from '../../../model/time/zone';
import type { Members } from '../../../model/read/members';
import type { Converted, Format, FormatOptions, StoryFacts } from '../../format';
import { calendarProduct } from '../../shared/calendar-product';
import { UsedCategories } from '../../shared/categories';
import { convertedTo, filledOr } from '../../shared/feature';
import { headline } from '../../shared/headline';
import { wordsIn } from '../../shared/plain-text';
import { pointOf } from '../../shared/position';
import { sourcesFrom } from '../../shared/source-links';
import { wholeText } from '../../shared/whole-json';
import { zoneNote } from '../../shared/zone-note';
import { note } from '../../table/header';
import { notesOf } from '../../table/host';
import { RowProblems } from '../../table/row-problems';
import {
  calendarParts,
  textList,
  unescaped,
  type CalendarComponent,
  type ContentLine,
} from './content-lines';
import { spanOf, type ZoneNames } from './dates';
import { t } from '../../../words/reading';

export const icalendar: Format = {
  id: 'ics',
  get label() {
    return t('format.ics');
  },
  detect: ({ text }) => (/^\s*BEGIN:VCALENDAR\s/i.test(text) ? 1 : 0),
  async *records(text, options) {
    const { head, components } = calendarParts(await wholeText(text));
    const reader = new EventReader(head, components, options);
    let record = 0;
    for (const component of components)
      if (component.name === 'VEVENT') yield [reader.read(component, ++record)];
    yield notesOf(reader.notes(components));
    return reader.facts();
  },
};

class EventReader {
  readonly #head: ReadonlyMap<string, ContentLine>;
  readonly #zones: ZoneNames;
  readonly #zone: string | undefined;
  readonly #zoneSaid: boolean;
  readonly #categories = new UsedCategories();
  #floating = 0;
  #recurring = 0;

  constructor(
    head: readonly ContentLine[],
    components: readonly CalendarComponent[],
    { timeZone }: FormatOptions,
  ) {
    this.#head = new Map(head.map((line) => [line.name, line]));
    this.#zones = new Map(
      components
        .filter(({ name }) => name === 'VTIMEZONE')
        .map(({ lines }) => [valueIn(lines, 'TZID'), valueIn(lines, 'X-LIC-LOCATION')]),
    );
    const zone = this.#head.get('X-WR-TIMEZONE')?.value.trim();
    this.#zone = isZone(zone) ? zone : undefined;
    this.#zoneSaid = timeZone !== undefined || this.#zone !== undefined;
  }

  read({ lines: all, line, fault }: CalendarComponent, record: number): Converted {
    const problems = new RowProblems(record);
    if (fault !== undefined)
      problems.error(`line ${line}`, fault.slice(0, 200), 'broken-record', t('ics.expectedEvent'));
    const lines = new Map([...all].reverse().map((one) => [one.name, one]));
    const own = this.#head.get('PRODID')?.value === calendarProduct;
    const textOf = (name: string) => {
      const text = unescaped(lines.get(name)?.value ?? '');
      return own ? text : wordsIn(text);
    };
    const summary = textOf('DESCRIPTION');
    const title = textOf('SUMMARY') || headline(summary);
    if (title.trim() === '')
      problems.error('SUMMARY', '', 'missing-title', t('expected.nameOrDescription'));
    const span = spanOf(lines, this.#zones, problems);
    if (span?.isFloating) this.#floating++;
    if (lines.has('RRULE') || lines.has('RDATE')) this.#recurring++;
    const [lat = '', lng = ''] = (lines.get('GEO')?.value ?? '').split(';');
    const point = pointOf({ field: 'GEO', text: lng }, { field: 'GEO', text: lat }, problems);
    const [category] = textList(lines.get('CATEGORIES')?.value ?? '');
    return convertedTo(record, problems, {
      id: idOf(lines, own),
      geometry: point,
      properties: {
        title,
        summary,
        category: this.#categories.use(category),
        when: span?.when,
        where: filledOr({ name: textOf('LOCATION') }),
        status: lines.get('STATUS')?.value.toUpperCase() === 'CANCELLED' ? 'cancelled' : 'scheduled',
        sources: sourcesFrom(lines.has('URL') ? [lines.get('URL')!.value] : []),
        ics: this.#rest(all, lines, own),
      },
    });
  } // prettier-ignore

  /** What no member of an event holds, as it came. */
  #rest(
    all: readonly ContentLine[],
    lines: ReadonlyMap<string, ContentLine>,
    own: boolean,
  ): Members | undefined {
    const rest: Record<string, string> = {};
    const keep = ({ name, value }: ContentLine) => {
      rest[name] = Object.hasOwn(rest, name) ? `${rest[name]}\n${value}` : value;
    };
    for (const line of all) {
      const isFirst = lines.get(line.name) === line;
      if (!isFirst || !isHeld(line, own)) keep(line);
    }
    return filledOr(rest);
  }

  facts(): StoryFacts {
    const title = unescaped(this.#head.get('X-WR-CALNAME')?.value ?? '');
    const more = Array.from(this.#head.values(), ({ name, value }) => [name, value] as const);
    const kept = more.filter(
      ([name]) => !/^(?:VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|X-WR-TIMEZONE)$/.test(name),
    );
    return {
      ...(title.trim() === '' ? {} : { title }),
      ...(this.#zone === undefined ? {} : { timeZone: this.#zone }),
      categories: this.#categories.members(),
      ics: filledOr(Object.fromEntries(kept)),
    };
  }

  notes(components: readonly CalendarComponent[]) {
    const others = components.filter(({ name }) => !/^(?:VEVENT|VTIMEZONE)$/.test(name));
    const names = [...new Set(others.map(({ name }) => name))].join(', ');
    const zone = this.#head.get('X-WR-TIMEZONE')?.value;
    return [
      ...(this.#floating > 0 && !this.#zoneSaid
        ? [zoneNote('DTSTART', this.#floating, t('format.ics'))]
        : []),
      ...(zone !== undefined && this.#zone === undefined
        ? [note('X-WR-TIMEZONE', 'bad-zone', t('ics.unknownZone', { zone }), zone)]
        : []),
      ...(this.#recurring > 0
        ? [note('RRULE', 'recurring', t('ics.recurring', { count: this.#recurring }), this.#recurring)]
        : []),
      ...(others.length > 0
        ? [note('file', 'other-components', t('ics.otherComponents', { count: others.length, names }), names)]
        : []),
    ];
  } // prettier-ignore
}

const heldPattern =
  /^(?:UID|RECURRENCE-ID|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|GEO|URL|STATUS)$/;

/** Whether members of an event have all that the line says. */
function isHeld(line: ContentLine, own: boolean): boolean {
  const { name, value, params } = line;
  if (name === 'DTSTAMP') return own;
  if (name === 'CATEGORIES') return textList(value).length < 2;
  if (name === 'DESCRIPTION' || name === 'SUMMARY' || name === 'LOCATION')
    return own || wordsIn(unescaped(value)) === unescaped(value);
  if (name === 'STATUS') return /^(?:CANCELLED|CONFIRMED)$/i.test(value) || own;
  if (name === 'URL') return sourcesFrom([value]).length > 0;
  return heldPattern.test(name) && !params.has('TZID');
}

/** Exceptions of an event that recurs share its `UID`. The reader's own are `ID@STORY`. */
function idOf(lines: ReadonlyMap<string, ContentLine>, own: boolean): string {
  const uid = unescaped(lines.get('UID')?.value ?? '');
  const recurrence = lines.get('RECURRENCE-ID')?.value;
  const id = own ? uid.replace(/@[^@]*$/, '') : uid;
  return recurrence === undefined ? id : `${id} ${recurrence}`;
}

function valueIn(lines: readonly ContentLine[], name: string): string {
  return lines.find((line) => line.name === name)?.value.trim() ?? '';
}
