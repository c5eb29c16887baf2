import { describe, expect, it } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import { openBytes, type Opening } from '../../src/story/open/open';

const geo = (file: string) => readGeoFile(file, process.cwd());
const rows = 100_000;
/** The last tenth is of a category that no row before it has. */
const table = (count: number) =>
  'date,lat,lng,title,category\n' +
  Array.from(
    { length: count },
    (_, at) =>
      `2024-05-${10 + (at % 20)},${at % 80},${at % 170},Row ${at},${at < count * 0.9 ? 'a' : 'b'}`,
  ).join('\n');

const openTable = (count: number, how: Parameters<typeof openBytes>[5]) =>
  openBytes(new TextEncoder().encode(table(count)).buffer, 'rows.csv', 'rows', 'un', { geo }, how);

describe('a large file', { timeout: 60_000 }, () => {
  it('gives its first records as a story of their own, and changes nothing of the whole', async () => {
    const parts: Opening[] = [];
    const whole = await openTable(rows, { onpartial: (first) => void parts.push(first) });
    const alone = await openTable(rows, {});
    const [part] = parts;
    expect(parts).toHaveLength(1);
    expect(part!.events!.length).toBeGreaterThanOrEqual(4000);
    expect(part!.events!.length).toBeLessThan(rows / 2);
    expect(part!.story.title).toBe('rows');
    expect(part!.story.categories.map(({ id }) => id)).toEqual(['a']);
    expect(part!.imported!.report.written).toBe(part!.events!.length);
    expect(part!.imported!.features).toHaveLength(part!.events!.length);
    expect(JSON.stringify(whole.events) === JSON.stringify(alone.events)).toBe(true);
    expect(whole.story).toEqual(alone.story);
    const ids = (events: Opening['events']) => events!.map(({ id }) => id);
    expect(ids(whole.events).slice(0, part!.events!.length)).toEqual(ids(part!.events));
  });

  it('of few records comes at once', async () => {
    const parts: Opening[] = [];
    const whole = await openTable(5000, { onpartial: (first) => void parts.push(first) });
    expect(whole.events).toHaveLength(5000);
    expect(parts).toEqual([]);
  });

  it('ends where its reader stops it, and says so', async () => {
    let parts = 0;
    const kept = await openTable(rows, { onpartial: () => void parts++, enough: () => parts > 0 });
    const { report } = kept.imported!;
    expect(kept.events!.length).toBeLessThan(rows);
    expect(report.read).toBe(report.written + report.rejected);
    expect(report.written).toBe(kept.events!.length);
    const [said] = kept.problems.filter(({ code }) => code === 'stopped');
    expect(said).toMatchObject({ severity: 'error', record: null, value: report.read });
    expect(said!.message).toContain(report.read.toLocaleString('en'));
  });
});
