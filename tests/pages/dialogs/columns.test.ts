import { describe, expect, it } from 'vitest';
import { choicesIn, commandOf, fileOf, readingOf } from '../../../src/pages/dialogs/choices';
import { baseOf } from '../../../src/pages/start/drop';
import { figureField, mappingOf, roleOf, withRole } from '../../../src/pages/dialogs/columns';
import { isField } from '../../../src/formats/table/fields';
import { roleFields } from '../../../src/pages/dialogs/columns';
import { imported } from '../../formats/import/importing';
import type { ImportReport } from '../../../src/story';

const table = { columns: ['Tag', 'Wo'], rows: [], mapping: { when: 'Tag', title: 'Wo' } };

describe('the meaning of columns', () => {
  it('is a field that an import knows', () => {
    expect(roleFields.filter((field) => !isField(field))).toEqual([]);
    expect(isField(figureField('Deaths (est.)=best'))).toBe(true);
    expect(isField(figureField('…'))).toBe(true);
    expect(isField(figureField('=.='))).toBe(true);
  });

  it('is chosen for one column at a time; what it meant has none then', () => {
    const mapping = new Map(Object.entries(table.mapping));
    const place = withRole(mapping, 'Wo', 'where.name');
    expect([...place]).toEqual([
      ['when', 'Tag'],
      ['title', ''],
      ['where.name', 'Wo'],
    ]);
    expect(roleOf(place, 'Wo')).toBe('where.name');
    const none = withRole(place, 'Tag', '');
    expect(roleOf(none, 'Tag')).toBe('');
    // A field has one column: the last that was chosen for it.
    expect(roleOf(withRole(place, 'Tag', 'where.name'), 'Wo')).toBe('');
  });

  it('stays refused when the file is read again', () => {
    const report = {
      table,
      reading: { map: new Map([['summary', '']]) },
    } as unknown as ImportReport;
    expect(Object.fromEntries(mappingOf(report))).toEqual({
      summary: '',
      when: 'Tag',
      title: 'Wo',
    });
  });

  it('is written as a command and as NAME.import.json', () => {
    const reading = {
      map: new Map([
        ['when', 'Tag'],
        ['title', 'Wo genau'],
      ]),
      dayOrder: 'day-first',
      century: 2000,
      places: new Map([['Hall / US', { kind: 'settlement', lng: 1.5, lat: -2 } as const]]),
    } as const;
    expect(commandOf('my file.csv.gz', reading)).toBe(
      "datelines import 'my file.csv.gz' --map when=Tag --map 'title=Wo genau' --place 'Hall / US=settlement 1.5,-2' --day-order day-first --century 2000 --out 'my file.geojson'",
    );
    expect(baseOf('deaths.2024.csv')).toBe('deaths.2024');
    expect(JSON.parse(JSON.stringify(fileOf(reading)))).toEqual({
      map: { when: 'Tag', title: 'Wo genau' },
      'day-order': 'day-first',
      century: 2000,
      places: { 'Hall / US': 'settlement 1.5,-2' },
    });
  });
});

it('a field without a column on purpose is not guessed', async () => {
  const csv = 'date,title,city,lat,lng\n2024-01-02,One,Lyon,45.7,4.8\n';
  const { story } = await imported(csv, { map: new Map([['title', ''], ['where.name', '']]) }); // prettier-ignore
  expect(story.features[0]!.properties).toMatchObject({ city: 'Lyon', title: 'One, Lyon' });
  expect(story.features[0]!.properties).not.toHaveProperty('where');
});

it('what is half typed is no choice', () => {
  const choices = choicesIn({ timeZone: 'Europe/Kyiv', century: 2000, crs: 'EPSG:27700' });
  expect(readingOf(choices, {})).toMatchObject({ timeZone: 'Europe/Kyiv', century: 2000 });
  const half = readingOf({ ...choices, timeZone: 'Europe/Ky', century: '20' }, { title: 'One' });
  expect(half).toMatchObject({ title: 'One', crs: 'EPSG:27700' });
  expect([half.timeZone, half.century]).toEqual([undefined, undefined]);
});
