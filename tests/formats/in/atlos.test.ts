import { describe, expect, it } from 'vitest';
import { atlos } from '../../../src/formats/in/atlos/atlos';
import { propertiesOf, readTable, said } from '../shared/reading';

const COLUMNS =
  'slug,project,inserted_at,updated_at,latitude,longitude,sensitive,description,type,impact,geolocation_resolution,more_info,date,restrictions,status,tags,source_1,source_2,Weather seen'.split(
    ',',
  );
const ROW = {
  slug: 'EX-AB12CD',
  project: 'Example',
  inserted_at: '2024-05-01T10:00:00Z',
  latitude: '48.5',
  longitude: "'-3.25",
  sensitive: 'Graphic Violence, Deleted by Source',
  description: 'Smoke over a warehouse by the river.',
  type: 'Fire, Explosion',
  geolocation_resolution: 'Vicinity',
  date: '2024-04-30',
  restrictions: '',
  status: 'Completed',
  source_1: 'https://t.example/1',
  source_2: '',
  'Weather seen': 'Rain',
};
const one = (row: Partial<typeof ROW>) => readTable(atlos, COLUMNS, [{ ...ROW, ...row }]);

describe('Atlos', () => {
  it('puts every column where the story has a place for it, and keeps those of the project', () => {
    const read = one({});
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      id: 'EX-AB12CD',
      geometry: { type: 'Point', coordinates: [-3.25, 48.5] },
      properties: {
        title: 'Smoke over a warehouse by the river.',
        category: 'fire',
        when: '2024-04-30',
        where: { precision: 'street', radius: 100 },
        evidence: 'verified',
        sensitive: 'Graphic Violence, Deleted by Source',
        sources: ['s1'],
        atlos: {
          project: 'Example',
          inserted_at: '2024-05-01T10:00:00Z',
          sensitive: 'Graphic Violence, Deleted by Source',
          type: 'Fire, Explosion',
          geolocation_resolution: 'Vicinity',
          date: '2024-04-30',
          status: 'Completed',
          source_1: 'https://t.example/1',
          'Weather seen': 'Rain',
        },
      },
    });
    expect(read.judged).toEqual([]);
  });

  it('takes only what is completed for verified', () => {
    expect(propertiesOf(one({ status: 'Ready for Review' })).evidence).toBe('claimed');
    expect(propertiesOf(one({ status: 'Cancelled' }))).not.toHaveProperty('evidence');
    expect(said(one({ status: 'Cancelled' }))).toEqual([]);
    expect(said(one({ status: 'Asleep' }))).toEqual(['warning unknown-code status']);
  });

  it('warns of what is hidden there, and of nothing that is not sensitive', () => {
    expect(said(one({ restrictions: 'Frozen, Hidden' }))).toEqual([
      'warning hidden-in-source restrictions',
    ]);
    expect(propertiesOf(one({ sensitive: 'Not Sensitive' }))).not.toHaveProperty('sensitive');
  });

  it('names columns of what it can’t read', () => {
    expect(said(one({ date: '' }))).toEqual(['error missing-date date']);
    expect(said(one({ description: '' }))).toEqual(['error missing-title description']);
    expect(said(one({ longitude: "'-200" }))).toEqual(['error coordinate-range longitude']);
    expect(said(one({ geolocation_resolution: 'Near' }))).toEqual([
      'warning unknown-code geolocation_resolution',
    ]);
    expect(one({ latitude: '', longitude: '' }).records[0]!.feature!.geometry).toBeNull();
  });

  it('is known by its columns', () => {
    expect(atlos.fits(COLUMNS)).toBeGreaterThan(0.9);
    expect(atlos.fits(['slug', 'description', 'latitude', 'longitude'])).toBe(0);
  });
});
