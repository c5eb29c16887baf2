import { describe, expect, it } from 'vitest';
import { barCaption, countCaption } from '../../../src/pages/app/captions';
import { barsOf } from '../../../src/pages/app/pictures';
import { storyCase } from '../../gallery/builders';

const kyiv = { at: [30.5, 50.4], where: { name: 'Kyiv', precision: 'settlement' } };
const { setting, view } = storyCase([
  { title: 'Talks begin', when: '2025-12-14' },
  { title: 'A strike', category: 'strike', when: '2025-12-14T12:00Z' },
  { title: 'Talks go on', when: '2025-12-17', ...kyiv },
  { title: 'More talks', when: '2025-12-18', ...kyiv },
  { title: 'A strike at night', category: 'strike', when: '2025-12-18', ...kyiv },
]);
const picture = view.picture!;
const day = (text: string) => Date.parse(text);

describe('what Play says has come', () => {
  it('is the first event by name, with how many more', () => {
    const bars = barsOf(picture, setting)!;
    const from = day('2025-12-14');
    const caption = (first: number, last: string, isHere: (row: number) => boolean = () => true) =>
      barCaption(bars, [first, day(last)], setting, isHere);
    expect(caption(from, '2025-12-15')).toBe('14 Dec: Talks begin · 1 more event');
    expect(caption(day('2025-12-15'), '2025-12-17')).toBe('');
    // What the map shows goes before what lies elsewhere.
    const strike = bars.find(({ label }) => label === 'A strike')!.row;
    expect(caption(from, '2025-12-15', (row) => row === strike)).toMatch(
      /: A strike · 1 more event$/,
    );
    expect(caption(from, '2025-12-15', () => false)).toBe(
      '14 Dec: Talks begin (outside the map) · 1 more event',
    );
  });

  it('is a count by category and the place of most of them, where there are many', () => {
    const [berlin, others] = picture.here.marks.map((mark) => [mark.lng, mark] as const);
    const before = [berlin!, others!].find(([lng]) => lng < 20)![1];
    const earlier = { ...picture.here, total: 2, marks: [before] };
    const stretch = [day('2025-12-17'), day('2025-12-19')] as const;
    expect(countCaption(earlier, picture, stretch, setting)).toBe(
      '17 – 18 December 2025: 3 new events (2 Talks, 1 Strike), mostly Kyiv',
    );
    expect(countCaption(null, picture, stretch, setting)).toBe(
      '17 – 18 December 2025: 5 new events (3 Talks, 2 Strike), mostly Kyiv',
    );
    expect(countCaption(picture.here, picture, stretch, setting)).toBe(
      '17 – 18 December 2025: no new event',
    );
  });
});
