import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds, type CellValue, type WriteSheet } from 'hucre/ods';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';

const date = (year: number, month: number, day: number, ...clock: number[]) =>
  new Date(Date.UTC(year, month - 1, day, ...clock));
const header = ['date', 'title', 'lat', 'lng'];
const rows: CellValue[][] = [
  [date(2024, 2, 3), 'A', 50.5, 30.25],
  [date(2024, 2, 4, 5, 6, 7), 'B', -1, 2],
];
const table = (more: Partial<WriteSheet> = {}): WriteSheet => ({
  name: 'Data',
  rows: [header, ...rows],
  ...more,
});
const xlsx = (sheets: WriteSheet[], more = {}) => writeXlsx({ sheets, ...more });
const whens = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map((feature) => property(feature, 'when')); // prettier-ignore

/** Without styles numbers are numbers, whatever they mean. */
function plain(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  for (const name of Object.keys(files))
    if (/sheet\d+\.xml$/.test(name))
      files[name] = strToU8(strFromU8(files[name]!).replace(/ s="\d+"/g, ''));
  return zipSync(files);
}

describe.each(['xlsx', 'ods'] as const)('a workbook in %s', (kind) => {
  const write = (sheets: WriteSheet[]) => (kind === 'xlsx' ? xlsx(sheets) : writeOds({ sheets }));

  it('has dates, numbers and texts, below titles that are left out', async () => {
    const sheet = table({
      rows: [['Incidents in 2024', null, null, null], [], header, ...rows, [null, null, null, null]],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
    });
    const bytes = await write([sheet]);
    for (const size of [1e6, 100]) {
      const result = await imported(bytes, { size });
      expect([result.format, result.read, result.written]).toEqual([kind, 2, 2]);
      expect(whens(result)).toEqual(['2024-02-03', '2024-02-04T05:06:07']);
      expect(result.story.features[0]!.geometry).toMatchObject({ coordinates: [30.25, 50.5] });
      expect(notes(result)).toContain('rows-above-header');
      const above = result.problems.find(({ code }) => code === 'rows-above-header');
      expect(above!.message).toContain('Incidents in 2024');
    }
  }); // prettier-ignore

  it('is read from the sheet that is named, else the only table, else it asks', async () => {
    const text = { name: 'Read me', rows: [['Hello'], ['World']] };
    const codes = {
      name: 'Codes',
      rows: [
        ['code', 'means'],
        ['a', 'b'],
      ],
    };
    const one = await imported(await write([text, table(), codes]));
    expect([one.written, notes(one).includes('sheet')]).toEqual([2, true]);
    const two = await write([table(), text, table({ name: 'Other', rows: [header, rows[1]!] })]);
    await expect(imported(two)).rejects.toThrow(/--sheet NAME\): Data, Other/);
    expect((await imported(two, { sheet: 'Other' })).written).toBe(1);
    await expect(imported(two, { sheet: 'Third' })).rejects.toThrow(/it has Data, Read me, Other/);
    await expect(imported(two, { sheet: 'Read me' })).rejects.toThrow(/no table/);
    await expect(imported(await write([text]))).rejects.toThrow(/no table/);
  });

  it('keeps numbers and truth as values, and a table that begins elsewhere', async () => {
    const sheet = {
      name: 'S',
      rows: [[], [null, 'title', 'date', 'dead', 'sure'], [null, 'A', '2024', 0.1 + 0.2, true]],
    };
    const [feature] = (await imported(await write([sheet]))).story.features;
    expect(feature!.properties).toMatchObject({ title: 'A', when: '2024', dead: 0.3, sure: true });
    expect(Object.keys(feature!.properties as object).join()).not.toContain('column');
  });

  it('has one value for cells that are merged over several rows', async () => {
    const sheet = table({
      rows: [header, [...rows[0]!], [null, 'B', -1, 2]],
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    });
    const result = await imported(await write([sheet]));
    expect(whens(result)).toEqual(['2024-02-03', '2024-02-03']);
    expect(notes(result)).toContain('merged-cells');
  });

  it('is known as ACLED by its columns, and refused as another format', async () => {
    const names = ['event_id_cnty', 'event_date', 'time_precision', 'event_type', 'sub_event_type', 'actor1', 'inter1', 'geo_precision', 'latitude', 'longitude'];
    const bytes = await write([{ name: 'S', rows: [names, ['U1', date(2024, 2, 3), 1, 'Battles', 'Armed clash', 'A', 1, 1, 2, 1]] }]);
    for (const format of [undefined, kind, 'acled'])
      expect((await imported(bytes, { format })).format).toBe('acled');
    await expect(imported(bytes, { format: kind === 'ods' ? 'xlsx' : 'ods' })).rejects.toThrow(/is no /);
  }); // prettier-ignore
});

describe('days of Excel', () => {
  it.each(['1900', '1904'] as const)('count from %s', async (dateSystem) => {
    const sheet = table({
      rows: [
        [...header, 'time'],
        [...rows[0]!, null],
        [...rows[1]!, null],
      ],
    });
    const bytes = await xlsx([sheet], { dateSystem });
    expect(whens(await imported(bytes))).toEqual(['2024-02-03', '2024-02-04T05:06:07']);
    const result = await imported(plain(bytes));
    expect(whens(result)).toEqual(['2024-02-03', '2024-02-04T05:06:07']);
    const said = result.problems.find(({ code }) => code === 'serial-dates');
    expect(said!.message).toContain(`days since ${dateSystem}`);
  });

  it('are left alone in columns of other numbers', async () => {
    const sheet = { name: 'S', rows: [['title', 'date', 'number'], ['A', 2014, 45000], ['B', 2015, 45001]] };
    const result = await imported(await xlsx([sheet]));
    expect(whens(result)).toEqual(['2014', '2015']);
    expect(property(result.story.features[0], 'number')).toBe(45000);
  }); // prettier-ignore
});

describe('a workbook', () => {
  it('that is large is read row by row', async () => {
    const many = function* () {
      yield header;
      for (let at = 0; at < 60_000; at++)
        yield [date(2024, 1, 1 + (at % 300)), `Event ${Math.sin(at)} ${Math.cos(at)} ${at}`, at / 1000, 2];
    };
    const parts: Uint8Array[] = [];
    for await (const part of writeXlsxStream(many(), { name: 'Data' })) parts.push(part);
    const bytes = Buffer.concat(parts);
    expect(bytes.length).toBeGreaterThan(2_000_000);
    const result = await imported(bytes, { size: 1e6 });
    expect([result.format, result.written, whens(result)[1]]).toEqual(['xlsx', 60_000, '2024-01-02']);
  }, 60_000); // prettier-ignore

  it('that is damaged or protected is refused with a sentence', async () => {
    const bytes = Buffer.from(await xlsx([table()]));
    await expect(imported(bytes.subarray(0, 900))).rejects.toThrow(/damaged/);
    const files = unzipSync(bytes);
    const broken = zipSync({ ...files, 'xl/workbook.xml': strToU8('<workbook><a></workbook>') });
    await expect(imported(broken)).rejects.toThrow(/damaged|no table/);
  });

  it('keeps what is said of the rows', async () => {
    const result = await imported(await xlsx([table({ rows: [header, ['soon', 'A', 1, 2], ...rows] })]));
    expect(told(result)).toEqual(['error 1 date bad-date']);
  }); // prettier-ignore
});
