import { describe, expect, it } from 'vitest';
import { chooseFormat } from '../../../src/formats/import/detect';
import { FormatError } from '../../../src/formats/format';
import { formatIds, formats as read, rewrittenFormats, tables } from '../../../src/formats';
import { hostColumns } from '../../../src/formats/table/host';
import { imported, notes } from './importing';
import { INNER, LABELS, samples } from '../samples';

const formats = [...read, ...rewrittenFormats];

const headOf = (name: string) => {
  const text = samples.get(name)!.toString('utf8').replace(/^\ufeff/, '');
  return { name: '', text, whole: true };
}; // prettier-ignore

describe('the format of a file', () => {
  it.each(Object.entries(LABELS))('%s is found to be %s by its content', (name, label) => {
    expect(chooseFormat(formats, undefined, headOf(name)).label).toBe(label);
    expect(chooseFormat(formats, 'auto', headOf(name)).label).toBe(label);
  });

  it('is tried with a file of each', () => {
    expect([...samples.keys()].sort()).toEqual(Object.keys(LABELS).sort());
    const labels = formats.filter(({ id }) => id !== 'story').map(({ label }) => label);
    const found = [...Object.values(LABELS), ...Object.values(INNER)];
    expect([...new Set(found)].sort()).toEqual([...new Set(labels)].sort());
  });

  it('is never that of another table', () => {
    for (const [name, label] of Object.entries(LABELS)) {
      const columns = hostColumns(headOf(name));
      for (const table of tables)
        if (table.label !== label) expect(table.fits(columns), `${table.id}: ${name}`).toBe(0);
    }
  });

  it('is known from the first lines of a long file', () => {
    for (const [name, label] of Object.entries(LABELS)) {
      const head = headOf(name);
      const start = { ...head, text: head.text.slice(0, -9), whole: false };
      expect(chooseFormat(formats, undefined, start).label, name).toBe(label);
    }
  });

  it('goes by a name that has two forms, whichever the file is in', () => {
    expect(formatIds).toEqual(expect.arrayContaining('geojson csv acled ucdp viina timemap timelinejs atlos kml gpx'.split(' ')));
    for (const name of ['timemap', 'timelinejs']) {
      expect(chooseFormat(formats, name, headOf(`${name}.csv`)).label).toBe(LABELS[`${name}.csv`]);
      expect(chooseFormat(formats, name, headOf(`${name}.json`)).label).toBe(LABELS[`${name}.json`]);
    }
    expect(() => chooseFormat(formats, 'xls', headOf('acled.csv'))).toThrow(FormatError);
  }); // prettier-ignore

  it('says so where it goes by no map of columns', async () => {
    const map = new Map([['title', 'notes']]);
    const told = async (name: string, format?: string) =>
      notes(await imported(samples.get(name)!, { map, format })).includes('map-not-used');
    expect(await told('acled.csv')).toBe(true);
    expect(await told('acled.csv', 'csv')).toBe(false);
    expect(await told('story.geojson')).toBe(true);
  });

  it.each([...samples.keys()])('forced on %s reads or refuses it', async (name) => {
    for (const format of formatIds)
      await imported(samples.get(name)!, { format }).catch((error: unknown) =>
        expect(error, format).toBeInstanceOf(FormatError),
      );
  });
});
