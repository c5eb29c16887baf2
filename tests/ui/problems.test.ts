import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/event';
import { ProblemGroups } from '../../src/model/problem-groups';
import { groupsOf } from '../../src/ui/problems';

const bad = (record: number | null, field: string, message = 'm'): Problem => ({
  severity: 'error',
  record,
  field,
  value: record,
  code: 'bad-position',
  message,
});

describe('problems', () => {
  const lats = Array.from({ length: 200 }, (_, at) => bad(at + 1, 'lat'));
  const all = [...lats, bad(7, 'lng'), bad(null, 'file', 'One.'), bad(null, 'file', 'Two.')];

  it('that are alike become one, with the first three records', () => {
    const groups = groupsOf(all);
    expect(groups.map(({ count, first }) => [count, first.length])).toEqual([
      [200, 3],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(groups[0]!.all).toHaveLength(200);
    expect(groups[0]!.first.map(({ record }) => record)).toEqual([1, 2, 3]);
  });

  it('are gathered the same one by one, without keeping all', () => {
    const groups = new ProblemGroups();
    for (const problem of all) groups.add(problem);
    const counted = groups.all.map(({ count, first }) => [count, first]);
    expect(counted).toEqual(groupsOf(all).map(({ count, first }) => [count, first]));
  });
});
