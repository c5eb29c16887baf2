import { describe, expect, it } from 'vitest';
import { cdb90 } from '../../../src/formats/in/cdb90/cdb90';
import { propertiesOf, readTable, said } from '../shared/reading';

const BATTLES = ['isqno', 'war', 'name', 'locn', 'campgn', 'wina', 'war4'];
const DURATIONS = ['isqno', 'datetime_min', 'datetime_max', 'duration1'];
const BATTLE = {
  isqno: '9001',
  war: 'WAR OF THE WELLS',
  name: "CROW'S HILL II",
  locn: 'DUCHY OF NORTH',
  campgn: 'NORTH 1801',
  wina: '1',
  war4: 'War of the Wells of 1801',
};
const durations = (min: string, max: string) =>
  `"isqno","datetime_min","datetime_max","duration1"\n9001,"${min}","${max}",1\n`;
const withDurations = (min: string, max: string) =>
  readTable(cdb90, BATTLES, [BATTLE], {
    companions: new Map([['battle_durations.csv', durations(min, max)]]),
  });

describe('CDB90', () => {
  it('joins battles with the durations given beside them', () => {
    const read = withDurations('1801-05-02T06:30:00', '1801-05-02T11:00:00');
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      id: '9001',
      geometry: null,
      properties: {
        title: "Crow's Hill II, Duchy of North",
        summary: 'NORTH 1801',
        category: 'war-of-the-wells-of-1801',
        when: '1801-05-02T06:30/1801-05-02T11:00',
        where: { name: 'Duchy of North' },
        cdb90: {
          war: 'WAR OF THE WELLS',
          name: "CROW'S HILL II",
          locn: 'DUCHY OF NORTH',
          wina: '1',
          war4: 'War of the Wells of 1801',
          datetime_min: '1801-05-02T06:30:00',
          datetime_max: '1801-05-02T11:00:00',
          duration1: '1',
        },
      },
    });
    expect(said(read)).toEqual(['warning zone-not-stated datetime_min']);
    expect(read.judged).toEqual([]);
  });

  it.each([
    ['1801-05-02T00:00:00', '1801-05-03T00:00:00', '1801-05-02'],
    ['1801-05-02T00:00:00', '1801-05-04T00:00:00', '1801-05-02/1801-05-03'],
    ['1801-05-02T10:00:00', '1801-05-03T00:00:00', '1801-05-02'],
    ['1801-05-02T17:00:00', '1801-05-09T00:00:00', '1801-05-02T17:00/1801-05-08'],
    ['1801-05-02T10:00:00', '1801-05-03T11:00:00', '1801-05-02T10:00/1801-05-03T11:00'],
    ['1801-05-02T00:00:00', '1801-05-03T11:00:00', '1801-05-02/1801-05-03T11:00'],
    ['1801-05-02T00:00:00', '1801-05-02T11:00:00', '1801-05-02'],
    ['1801-05-02T00:00:00', '1801-05-02T00:00:00', '1801-05-02'],
    ['1801-05-02T09:00:00', '1801-05-02T09:00:00', '1801-05-02T09:00'],
  ])('takes midnight for a time that is not known: %s to %s', (min, max, when) => {
    const read = withDurations(min, max);
    expect(propertiesOf(read).when).toBe(when);
    expect(read.judged).toEqual([]);
  });

  it('reads durations alone, and says where the dates of battles alone are', () => {
    const row = { isqno: '7', datetime_min: '1650-01-01T00:00:00', datetime_max: '1650-01-02' };
    const alone = readTable(cdb90, DURATIONS, [row]);
    expect(propertiesOf(alone)).toMatchObject({ title: 'Battle 7', when: '1650-01-01' });
    expect(said(alone)).toEqual(['warning calendar-not-stated datetime_min']);
    const battles = readTable(cdb90, BATTLES, [BATTLE]);
    expect(battles.records[0]!.feature).toBeUndefined();
    expect(battles.records[0]!.problems[0]!.message).toMatch(/table of durations/);
  });

  it('refuses an end before the start', () => {
    expect(said(withDurations('1801-05-02T10:00:00', '1801-05-02T09:00:00'))).toEqual([
      'error end-before-start datetime_max',
    ]);
    expect(said(withDurations('1801-05-02T10:00:00', '1801-05-01T12:00:00'))).toEqual([
      'error end-before-start datetime_max',
    ]);
  });

  it('knows both tables by their columns', () => {
    expect(cdb90.fits(BATTLES)).toBeGreaterThan(0.9);
    expect(cdb90.fits(DURATIONS)).toBeGreaterThan(0.9);
    expect(cdb90.fits(['isqno', 'name'])).toBe(0);
    expect(() => cdb90.open(['isqno', 'name'], {})).toThrow(/durations/);
  });
});
