/** What is claimed of the engine, computed from what was measured. */
import type { Result } from './operations';

export interface Claim {
  readonly claim: string;
  readonly required: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** Claims about a million events; those that the results can't tell are left out. */
export function claimsOf(results: readonly Result[]): Claim[] {
  const million = 1_000_000;
  const find = (part: Partial<Result>) =>
    results.find((result) =>
      Object.entries({ events: million, ...part }).every(
        ([name, value]) => result[name as keyof Result] === value,
      ),
    )?.timing.median;
  const claims: Claim[] = [];
  /** How many times as long the peer takes, in each case; the least of them counts. */
  const atLeast = (
    claim: string,
    times: number,
    cases: readonly [ours: number | undefined, theirs: number | undefined][],
  ) => {
    const ratios = cases.flatMap(([ours, theirs]) =>
      ours === undefined || theirs === undefined ? [] : [theirs / ours],
    );
    if (ratios.length === 0) return;
    const least = Math.min(...ratios);
    claims.push({
      claim,
      required: `≥ ${times} ×`,
      measured: ratios.map(short).join(', ') + ' ×',
      holds: least >= times,
    });
  };
  const atMost = (claim: string, limit: number, measured: number | undefined, unit: string) => {
    if (measured === undefined) return;
    claims.push({
      claim,
      required: `≤ ${limit} ${unit}`,
      measured: `${short(measured)} ${unit}`,
      holds: measured <= limit,
    });
  };
  const screens = [30, 365].flatMap((window) => [2, 5, 9].map((zoom) => ({ window, zoom })));
  const against = (operation: Result['operation'], way: Result['way'], theirs = operation) =>
    screens.map(
      (screen) =>
        [
          find({ operation, way: 'datelines', ...screen }),
          find({ operation: theirs, way, ...screen }),
        ] as [number | undefined, number | undefined],
    );
  const moves = (operation: Result['operation']) =>
    [2, 5, 9].map(
      (zoom) =>
        [
          find({ operation, way: 'datelines', zoom }),
          find({ operation, way: 'crossfilter2', zoom }),
        ] as [number | undefined, number | undefined],
    );

  const order = '(30 days at zooms 2, 5, 9; 365 days at the same)';
  atLeast(`a jump of the window, by crossfilter2 ${order}`, 30, against('jump', 'crossfilter2'));
  atLeast(`a step of the window, by crossfilter2's`, 1, against('scrub', 'crossfilter2'));
  for (const [window, times] of [
    [30, 500],
    [365, 5000],
  ] as const) {
    const some = <Case>(cases: readonly Case[]) =>
      cases.filter((_, at) => screens[at]!.window === window);
    atLeast(
      `a jump, by supercluster rebuilt (${window} days)`,
      times,
      some(against('jump', 'supercluster')),
    );
    atLeast(
      `a step, by supercluster rebuilt (${window} days)`,
      times,
      some(against('scrub', 'supercluster', 'jump')),
    );
  }
  atLeast('a small move of the view, by crossfilter2 (zooms 2, 5, 9)', 1, moves('pan'));
  const looks = moves('look');
  atLeast('a jump of the view, by crossfilter2 (zooms 2, 5)', 100, looks.slice(0, 2));
  // Of a million events the peer has only to touch those few thousand that come or go.
  atLeast('the same at zoom 9, with 3,000 events in sight', 100, looks.slice(2));
  const whole = [2, 5, 9].map((zoom) => find({ operation: 'ask', way: 'datelines', zoom }));
  if (whole.every((time) => time !== undefined))
    atMost('a whole question (slowest of zooms 2, 5, 9)', 0.5, Math.max(...whole), 'ms');
  const slow = [2, 5, 9].map((zoom) => find({ operation: 'ask', way: 'scan', zoom }));
  if (slow.every((time) => time !== undefined))
    claims.push({
      claim: 'the same by an unsorted scan',
      required: 'beside it',
      measured: `${slow.map(short).join(', ')} ms`,
      holds: true,
    });
  const growth = [2, 5, 9].flatMap((zoom) => {
    const large = find({ events: 5_000_000, operation: 'ask', way: 'datelines', zoom });
    const small = find({ events: 500_000, operation: 'ask', way: 'datelines', zoom });
    return large === undefined || small === undefined ? [] : [large / small];
  });
  if (growth.length)
    claims.push({
      claim: 'a whole question at 5 M, by 500 k (zooms 2, 5, 9)',
      required: '≤ 2 ×',
      measured: growth.map(short).join(', ') + ' ×',
      holds: Math.max(...growth) <= 2,
    });
  const ours = find({ operation: 'build', way: 'datelines' });
  const theirs = find({ operation: 'build', way: 'crossfilter2' });
  if (ours !== undefined && theirs !== undefined)
    atMost("building, by crossfilter2's four dimensions", 0.5, ours / theirs, '×');
  atMost('the index beside the columns', 40, find({ operation: 'bytes' }), 'bytes an event');
  atMost(
    'a packed file to the first answer',
    300,
    find({ operation: 'open', way: 'packed file' }),
    'ms',
  );
  return claims;
}

/** Three figures. */
export function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
