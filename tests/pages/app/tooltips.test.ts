import { describe, expect, it } from 'vitest';
import { columnTooltip, eventTooltip, markTooltip } from '../../../src/pages/app/tooltips';
import { storyCase } from '../../gallery/builders';

const { setting, view } = storyCase([
  { title: 'Talks begin', when: '2025-12-14' },
  { title: 'A strike', category: 'strike', when: '2025-12-14' },
  { title: 'Talks go on', when: '2025-12-18', status: 'ongoing' },
]);
const picture = view.picture!;
const said = ({ title, date, rows }: ReturnType<typeof eventTooltip>) => [
  title,
  date,
  ...rows.map(({ glyph, count }) => `${glyph.label} ${count}`),
];

describe('tooltips', () => {
  it('name an event, its date and its category', () => {
    expect(said(eventTooltip(1, setting))).toEqual(['A strike', '14 Dec', 'Strike ']);
    expect(said(markTooltip('event 2', '', picture, setting))[1]).toBe('18 Dec, ongoing');
  });

  it('count a cluster by category, most first', () => {
    const [mark] = picture.here.marks;
    const key = `cluster ${mark!.lng} ${mark!.lat}`;
    expect(said(markTooltip(key, '3 events, Berlin', picture, setting))).toEqual([
      '3 events, Berlin',
      '',
      'Talks 2',
      'Strike 1',
    ]);
  });

  it('say of a column what the window would hold', () => {
    const column = columnTooltip(Date.parse('2025-12-14T12:30Z'), picture, setting)!;
    const [title, , ...rows] = said(column.content);
    expect([title, ...rows]).toEqual(['2 events', 'Talks 1', 'Strike 1']);
    expect(columnTooltip(Date.parse('2025-12-16'), picture, setting)).toBeNull();
  });
});
