/** What may stand beside a file to import. */
import { describe, expect, it } from 'vitest';
import { readImportOptions } from '../../../src/formats/import/file-options';

const read = (all: unknown) => readImportOptions('rows.import.json', JSON.stringify(all));

describe('NAME.import.json', () => {
  it('has the options of the command line', () => {
    expect(
      read({
        format: 'auto',
        title: 'Rows',
        encoding: 'windows-1252',
        'day-order': 'month-first',
        'time-zone': 'Europe/Kyiv',
        map: { when: 'Date', 'where.name': 'Town' },
        places: { Springfield: 'settlement -89.644,39.802', Hall: 'none' },
        with: ['sources.csv'],
      }),
    ).toEqual({
      options: {
        format: 'auto',
        title: 'Rows',
        encoding: 'windows-1252',
        dayOrder: 'month-first',
        timeZone: 'Europe/Kyiv',
        map: new Map([
          ['when', 'Date'],
          ['where.name', 'Town'],
        ]),
        places: new Map<string, unknown>([
          ['Springfield', { kind: 'settlement', lng: -89.644, lat: 39.802 }],
          ['Hall', 'none'],
        ]),
      },
      companions: ['sources.csv'],
    });
  });

  it('has a map as the command line writes it, too', () => {
    const { map } = read({ map: ['when=Date=of it', 'title=Name'] }).options;
    expect([...map!]).toEqual([
      ['when', 'Date=of it'],
      ['title', 'Name'],
    ]);
  });

  it.each([
    ['no object', [1], 'rows.import.json is [1], expected an object'],
    ['an unknown option', { dayOrder: 'x' }, '"dayOrder" came, expected one of format, title'],
    ['an unknown format', { format: 'doc' }, 'format is "doc", expected one of auto'],
    [
      'no zone',
      { 'time-zone': 'Kyiv' },
      'time-zone is "Kyiv", expected a name such as Europe/Kyiv',
    ],
    ['an unknown field', { map: { whem: 'Date' } }, 'there is no field "whem"'],
    ['no column', { map: { when: 3 } }, 'map is {"when":3}, expected an object from fields'],
    ['a file elsewhere', { with: '../x.csv' }, 'expected names of files of the same folder'],
    [
      'no place',
      { places: { Hall: 'Hall' } },
      'places is {"Hall":"Hall"}, expected an object from names to kind',
    ],
    ['no title', { title: '' }, 'title is "", expected text'],
  ])('is refused with what came and what was expected: %s', (_, all, message) => {
    expect(() => read(all)).toThrow(message);
  });

  it('is refused where it is no JSON', () => {
    expect(() => readImportOptions('rows.import.json', '{')).toThrow('rows.import.json is no JSON');
  });
});
