import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { geoFile } from '../../../src/cli/places';
import { importFile } from '../../../src/story/open/import-file';
import { bufferSource } from '../../../src/story/open/byte-sources';
import { codesIn, matching } from '../../../src/pages/dialogs/report';
import { printValueShort, recordOf } from '../../../src/ui/problems';
import { ordered } from '../../../src/pages/start/drop';

const csv = [
  'date,title,lat,lng',
  '2024-01-01,Good,50,30',
  'yesterday,Bad date,50,30',
  '2024-01-03,Bad place,95,30',
  '2024-01-04,<img src=x onerror=alert(1)>,51,31',
].join('\n');
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const bring = (text: string, reading = {}, files = {}) =>
  importFile(bufferSource(bytes(text), 'rows.csv'), 'rows', {
    reading,
    files,
    beside: [],
    inside: () => undefined,
    onprogress: () => {},
  });

describe('a table brought to a page', () => {
  it('becomes a story and a report in which every record is accounted for', async () => {
    const { story, imported } = await bring(csv);
    const { report, features, wholeReport } = imported;
    expect([report.read, report.written, report.rejected]).toEqual([4, 2, 2]);
    const titles = ['Good', '<img src=x onerror=alert(1)>'];
    expect(story!.events.map(({ title }) => title)).toEqual(titles);
    expect(features.map(({ properties }) => (properties as { title: string }).title)).toEqual(
      titles,
    );
    expect(report.problems.slice(0, 2).map(({ record, severity }) => [record, severity])).toEqual([
      [2, 'error'],
      [3, 'error'],
    ]);
    const whole = JSON.parse(wholeReport()) as Record<string, unknown[]>;
    expect(whole.rejected).toHaveLength(2);
    expect(whole).toMatchObject({ read: 4, written: 2, rejectedRecords: 2 });
  });

  it('is placed by the names of its places, and the report says which are open', async () => {
    const shards = async (file: string) => readFileSync(`geo/out/places/${file}`, 'utf8');
    const names = 'date,title,place\n2024-01-01,A,Kyiv\n2024-01-02,B,Springfield\n';
    const { story, imported } = await bring(names, {}, { shards, geo: geoFile });
    expect(story!.events.map(({ geometry }) => geometry !== null)).toEqual([true, false]);
    const { report, wholeReport } = imported;
    expect(report.geocoding).toMatchObject({ placed: 1, asked: 1, open: [{ record: 2 }] });
    expect(report.problems.map(({ code }) => code)).toContain('place-not-clear');
    expect(JSON.parse(wholeReport())).toHaveProperty('geocoding.open.0.candidates');
  });

  it('is refused in one sentence where it is none', async () => {
    await expect(bring('\u0000\u0001')).rejects.toThrow(/rows\.csv could not be read\./);
    await expect(bring('')).rejects.toThrow(/empty/);
    await expect(bring(csv, { format: 'nonesuch' })).rejects.toThrow(/nonesuch/);
  });

  it('is read as its reader says', async () => {
    const slashes = 'date,title,lat,lng\n03/04/2024,One,50,30\n';
    const days = async (dayOrder: 'day-first' | 'month-first') => {
      const { story, imported } = await bring(slashes, { dayOrder });
      const { when } = imported.features[0]!.properties as { when: unknown };
      expect(story!.events[0]!.when).toBe(when);
      return when;
    };
    expect(await days('day-first')).toBe('2024-04-03');
    expect(await days('month-first')).toBe('2024-03-04');
  });
});

describe('its report', () => {
  it('is looked through by severity, code and text', async () => {
    const { problems } = (await bring(csv)).imported.report;
    const all = { severity: 'all', code: '', text: '' } as const;
    expect(matching(problems, all)).toEqual(problems);
    expect(matching(problems, { ...all, severity: 'error' })).toHaveLength(2);
    const [{ code }] = codesIn(problems) as [{ code: string; count: number }];
    expect(matching(problems, { ...all, code }).every((found) => found.code === code)).toBe(true);
    expect(matching(problems, { ...all, text: 'YESTERDAY' }).map(recordOf)).toEqual(['2']);
    expect(matching(problems, { ...all, text: 'nothing says this' })).toEqual([]);
  });

  it('shows long values in part', () => {
    const problem = { record: null, field: 'f', value: 'x'.repeat(500), code: 'c', message: '' };
    expect(printValueShort({ ...problem, severity: 'error' }).length).toBe(160);
    expect(recordOf({ ...problem, severity: 'error' })).toBe('The file');
  });
});

it('opens the largest of several files first', () => {
  const file = (name: string, size: number) => ({ name, size }) as File;
  const names = ordered([file('a', 1), file('b', 9), file('c', 5)]).map(({ name }) => name);
  expect(names).toEqual(['b', 'c', 'a']);
});
