/** What a reader chooses for names that may mean several places. */
import { describe, expect, it } from 'vitest';
import {
  placeKey,
  printPlaceChoice,
  readPlaceChoice,
  type PlaceChoice,
  type PlaceChoices,
} from '../../../src/formats/geocode/choice';
import { importStream, type ImportProblem } from '../../../src/formats/import/import-stream';
import type { Members } from '../../../src/model/read/members';
import { gazetteer } from './finder';

const csv =
  'date,title,place,country\n2024-05-01,One,Springfield,\n2024-05-02,Two,near Springfield,\n' +
  '2024-05-03,Three,Springfield,\n2024-05-04,Four,Springfield,US\n2024-05-05,Five,Kyiv,\n';

async function placedBy(places: PlaceChoices, text = csv, geocode?: 'off') {
  const problems: ImportProblem[] = [];
  const features: Members[] = [];
  const summary = await importStream(
    {
      name: 'file.csv',
      open: async function* () {
        yield new TextEncoder().encode(text);
      },
    },
    {
      problem: (problem) => void problems.push(problem),
      record: ({ feature }) => void features.push(feature),
    },
    { gazetteer, places, geocode },
  );
  return { geocoding: summary.geocoding!, features, problems };
}
const whereOf = (feature: Members) => (feature.properties as Members).where as Members;
const isOf = (at: number) => (problem: ImportProblem) => problem.record === at;

describe('the place of a name', { timeout: 60_000 }, () => {
  it('is written as its kind and position, or none', () => {
    const choice = readPlaceChoice('settlement -89.644, 39.802');
    expect(choice).toEqual({ kind: 'settlement', lng: -89.644, lat: 39.802 });
    expect(printPlaceChoice(choice!)).toBe('settlement -89.644,39.802');
    expect(readPlaceChoice('none')).toBe('none');
    for (const text of ['', 'town 1,2', 'settlement 1', 'settlement 181,0', 'settlement 0,91'])
      expect(readPlaceChoice(text), text).toBeUndefined();
    expect(placeKey({ name: 'Springfield', region: '', country: 'US' })).toBe('Springfield / US');
  });

  it('is chosen for all records with the name alone', async () => {
    const { geocoding } = await placedBy(new Map());
    const open = geocoding.open.find(({ name, country }) => name === 'Springfield' && !country)!;
    expect(open.records).toBe(2);
    const second = open.candidates[1]!;
    const chosen = await placedBy(
      new Map<string, PlaceChoice>([
        ['Springfield', second],
        ['near Springfield', second],
        ['Springfield / US', 'none'],
        ['Nowhere', 'none'],
      ]),
    );
    expect(chosen.geocoding).toMatchObject({ placed: 1, chosen: 3, declined: 1, open: [] });
    const [one, two, three, four] = chosen.features;
    const coordinates = [second.lng, second.lat];
    expect(one!.geometry).toEqual({ type: 'Point', coordinates });
    expect(three!.geometry).toEqual(one!.geometry);
    expect(whereOf(one!)).toMatchObject({ precision: 'settlement', evidence: 'chosen' });
    expect(whereOf(two!)).toMatchObject({ precision: 'district', evidence: 'chosen' });
    expect(four!.geometry).toBeNull();
    // Nothing more is said of what was settled.
    expect(chosen.problems.filter(isOf(1))).toEqual([]);
    expect(chosen.problems.filter(isOf(4))).toEqual([]);
    const codes = chosen.problems.map(({ code }) => code);
    expect(codes).toContain('places-chosen');
    expect(codes.filter((code) => code === 'place-choice-not-used')).toHaveLength(1);
    // What was chosen can be chosen otherwise.
    const decided = chosen.geocoding.decided!.find(({ name }) => name === 'Springfield')!;
    expect(decided.choice).toBe(printPlaceChoice(second));
    expect(decided.candidates).toEqual(open.candidates);
  });

  it('is refused where the gazetteer has none such, with those it has', async () => {
    const choice = { kind: 'settlement', lng: 0, lat: 0 } as const;
    await expect(placedBy(new Map([['Springfield', choice]]))).rejects.toThrow(
      /"Springfield" the place settlement 0,0 was chosen.* only settlement -?\d/,
    );
  });

  it('may be another than the one that stands clear', async () => {
    const { features } = await placedBy(new Map([['Kyiv', 'none']]));
    expect(features[4]!.geometry).toBeNull();
  });

  it('is said to be of no use where no name is looked up', async () => {
    const { problems } = await placedBy(new Map([['Kyiv', 'none']]), csv, 'off');
    expect(problems.map(({ code }) => code)).toContain('place-choice-not-used');
  });
});
