/** Results → Markdown tables. */
import { short, type Claim } from './claims';
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

export function sizeOf(events: number): string {
  return events >= 1e6 ? `${events / 1e6} M` : `${events / 1e3} k`;
}
