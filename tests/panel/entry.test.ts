import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/panel/entry';
import { wordsFor } from '../../src/view/dates-in-words';
import { storyOf } from '../view/stories';

const wording = { language: 'en', words: wordsFor('en', 'UTC'), year: 2026 };

/** How an event of 12 March 2026 is worded. */
function entry(members: Readonly<Record<string, unknown>>) {
  const record = { title: 'A meeting', when: '2026-03-12', at: [4.4, 50.8], ...members };
  const [event] = storyOf([record], {}).events;
  return entryOf(event!, 0, wording);
}

const badges = (members: Readonly<Record<string, unknown>>) =>
  entry(members).badges.map(({ text }) => text);

describe('entryOf', () => {
  it.each([
    ['happened', '12 Mar', '12 Mar', []],
    ['ongoing', '12 Mar', '12 Mar', ['Ongoing']],
    ['scheduled', '12 Mar', 'planned 12 Mar', ['Planned']],
    ['postponed', 'postponed, was 12 Mar', 'postponed, was 12 Mar', []],
    ['rescheduled', 'rescheduled to 12 Mar', 'rescheduled to 12 Mar', []],
    ['cancelled', 'cancelled, was 12 Mar', 'cancelled, was 12 Mar', []],
  ])('says with the date of what is %s what that date is', (status, date, dateAlone, remarks) => {
    expect(entry({ status })).toMatchObject({ date, dateAlone });
    expect(badges({ status })).toEqual(remarks);
  });

  it('says of a withdrawn report that it is', () => {
    const report = entry({ evidence: 'retracted' });
    expect(report).toMatchObject({ date: '12 Mar', dateAlone: '12 Mar, retracted', struck: true });
    expect(report.badges).toEqual([{ text: 'Retracted', tone: 'withdrawn' }]);
    expect(entry({ evidence: 'retracted', status: 'cancelled' }).dateAlone).toBe(
      'cancelled, was 12 Mar, retracted',
    );
  });

  it('says no date of what has none', () => {
    expect(entry({ status: 'postponed', when: '../..' })).toMatchObject({
      date: 'date not known',
      dateAlone: 'Postponed',
      badges: [{ text: 'Postponed', tone: 'plain' }],
    });
  });

  it('draws what has not happened hollow', () => {
    const hollow = (status: string) => entry({ status }).hollow;
    expect(['scheduled', 'postponed', 'rescheduled', 'cancelled'].every(hollow)).toBe(true);
    expect(['happened', 'ongoing'].some(hollow)).toBe(false);
  });

  it('gives what is borne out and what was withdrawn tones of their own', () => {
    const tone = (evidence: string) => entry({ evidence }).badges[0]!.tone;
    expect(['verified', 'corroborated'].map(tone)).toEqual(['sure', 'sure']);
    expect(['claimed', 'disputed'].map(tone)).toEqual(['open', 'open']);
    expect(tone('retracted')).toBe('withdrawn');
  });
});
