/** Results → Markdown tables. */
import { short, type Claim } from './claims';
import { readers, type ImportResult } from './import';
import type { Result } from './operations';

const names: Record<Result['operation'], string> = {
  build: 'build',
  bytes: 'bytes an event',
  scrub: 'scrub',
  jump: 'jump',
  pan: 'pan',
  look: 'jump of the view',
  ask: 'whole question',
  open: 'open a file',
};

export function tableOf(results: readonly Result[]): string {
  const ways = ['datelines', 'crossfilter2', 'supercluster', 'scan'] as const;
  const rows = new Map<string, Map<string, string>>();
  for (const { events, operation, window, zoom, way, timing } of results) {
    if (operation === 'open') continue;
    const cells = [
      sizeOf(events),
      names[operation] + (window ? `, ${window} days` : ''),
      zoom === undefined ? '' : `zoom ${zoom}`,
    ];
    const key = cells.join(' | ');
    const row = rows.get(key) ?? new Map<string, string>();
    row.set(way, short(timing.median));
    rows.set(key, row);
  }
  const lines = [...rows].map(
    ([key, row]) => `| ${key} | ${ways.map((way) => row.get(way) ?? '').join(' | ')} |`,
  );
  return [
    `| events | operation | | ${ways.join(' | ')} |`,
    `| ---: | --- | --- | ${ways.map(() => '---:').join(' | ')} |`,
    ...lines,
  ].join('\n');
}

export function claimTable(claims: readonly Claim[]): string {
  return [
    '| at 1 M events | required | measured | |',
    '| --- | --- | --- | --- |',
    ...claims.map(
      ({ claim, required, measured, holds }) =>
        `| ${claim} | ${required} | ${measured} | ${holds ? 'holds' : 'falls short'} |`,
    ),
  ].join('\n');
}

/** Seconds, peak memory, and how many times the peers' seconds the command line takes. */
export function importTable(results: readonly ImportResult[]): string {
  const files = [...new Set(results.map(({ file }) => file))];
  const rows = files.flatMap((file) => {
    const found = readers.map((reader) =>
      results.find((result) => result.file === file && result.reader === reader)!,
    );
    const [own] = found;
    const line = (name: string, cells: readonly string[]) =>
      `| ${[file, own!.records, name, ...cells].join(' | ')} |`;
    return [
      line(
        'seconds',
        found.map(({ seconds }) => short(seconds)),
      ),
      line(
        'ratio',
        found.map(({ seconds }) => `${short(own!.seconds / seconds)} ×`),
      ),
      line(
        'peak MB',
        found.map(({ megabytes }) => short(megabytes)),
      ),
    ];
  });
  return [
    `| file | records | | ${readers.join(' | ')} |`,
    `| --- | ---: | --- | ${readers.map(() => '---:').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

export function sizeOf(events: number): string {
  return events >= 1e6 ? `${events / 1e6} M` : `${events / 1e3} k`;
}
