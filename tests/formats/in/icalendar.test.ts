import { describe, expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';
import { samples } from '../samples';

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Talks', ...lines, 'END:VEVENT'];
const whenOf = async (...lines: string[]) => {
  const { story, problems } = await imported(calendar(...event(...lines)));
  return property(story.features[0], 'when') ?? problems[0]!.message;
};

describe('a calendar', () => {
  it('becomes planned events', async () => {
    const result = await imported(samples.get('calendar.ics')!);
    expect(result.story).toMatchObject({
      title: 'Hearings',
      timeZone: 'Europe/Kyiv',
      categories: [{ id: 'court-civil', label: 'Court, civil' }],
    });
    expect(result.story.features[0]).toEqual({
      type: 'Feature',
      id: 'one@ruritania.example',
      geometry: { type: 'Point', coordinates: [30.5, 50.25] },
      properties: {
        title: 'Hearing, first day',
        summary: 'Two judges; three lawyers.\nDoors open at nine. A line that is folded.',
        category: 'court-civil',
        when: '2031-03-04T15:30Z/2031-03-04T17:00Z',
        where: { name: 'Strelsau' },
        status: 'scheduled',
        sources: [{ title: 'example.org', url: 'https://example.org/hearing' }],
        ics: {
          DTSTAMP: '20310101T000000Z',
          DTSTART: '20310304T103000',
          DTEND: '20310304T120000',
          DESCRIPTION:
            'Two judges\\; three lawyers.\\nDoors open at <b>nine</b>. A line that is folded.',
          CATEGORIES: 'Court\\, civil,Open',
          STATUS: 'TENTATIVE',
          ORGANIZER: 'mailto:clerk@example.org',
          'VALARM.ACTION': 'DISPLAY',
          'VALARM.TRIGGER': '-PT15M',
        },
      },
    });
    const rest = result.story.features.slice(1);
    expect(rest.map((feature) => [property(feature, 'when'), property(feature, 'status')])).toEqual(
      [
        ['2031-03-05/2031-03-07', 'scheduled'],
        ['2031-03-10T09:30:15/2031-03-10T11:00:15', 'cancelled'],
        ['2031-03-11T09:00Z', 'scheduled'],
      ],
    );
    expect(told(result)).toEqual([
      'error 5 DTSTART bad-date',
      'error 6 DTSTART;TZID date-zone',
      'error 7 line 66 broken-record',
    ]);
    expect(notes(result)).toEqual(['recurring', 'other-components']);
  });

  it.each([
    [['DTSTART:20310304T103000Z', 'DTEND:20310304T103000Z'], '2031-03-04T10:30Z'],
    [['DTSTART;VALUE=DATE:20310304', 'DTEND;VALUE=DATE:20310304'], '2031-03-04'],
    [['DTSTART;VALUE=DATE:20310304', 'DURATION:P2D'], '2031-03-04/2031-03-05'],
    [['DTSTART;TZID=/example.org/Europe/Kyiv:20310704T103000'], '2031-07-04T07:30Z'],
    [['DTSTART:20310304T103000Z', 'DTEND:20310304T093000Z'], 'DTEND is "20310304T093000Z"; expected an end no earlier than the beginning.'],
    [['DTSTART;TZID=Europe/Kyiv:20311026T033000'], 'DTSTART is "20311026T033000 (Europe/Kyiv)"; expected a time that the clocks of the zone show once.'],
    [['DTSTART:20310304T103000Z', 'DURATION:PT'], 'DURATION is "PT"; expected a duration such as PT1H30M or P2D.'],
    [[], 'DTSTART is empty; expected a date such as 20251217 or 20251217T103000Z.'],
  ])('%s is %s', async (lines, when) => {
    expect(await whenOf(...lines)).toBe(when);
  }); // prettier-ignore

  it('says that times without a zone are read in UTC', async () => {
    const result = await imported(calendar(...event('DTSTART:20310304T103000')));
    expect(notes(result)).toContain('zone-not-stated');
    expect(property(result.story.features[0], 'when')).toBe('2031-03-04T10:30');
  });

  it('tells the exceptions of an event that recurs apart', async () => {
    const result = await imported(
      calendar(
        ...event('UID:a', 'DTSTART:20310304T103000Z', 'RRULE:FREQ=DAILY'),
        ...event('UID:a', 'DTSTART:20310305T120000Z', 'RECURRENCE-ID:20310305T103000Z'),
      ),
    );
    expect(result.story.features.map(({ id }) => id)).toEqual(['a', 'a 20310305T103000Z']);
  });

  it('has one record for each event, however it is broken', async () => {
    const result = await imported(
      calendar('BEGIN:VEVENT', 'SUMMARY:Open', ...event('DTSTART:20310304', 'no line of one')),
    );
    expect(told(result)).toEqual([
      'error 1 line 3 broken-record',
      'error 1 DTSTART missing-date',
      'error 2 line 5 broken-record',
    ]);
  });
});
