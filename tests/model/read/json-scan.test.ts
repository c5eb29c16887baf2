import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSpace, compact, entrySlices, memberSlice } from '../../../src/model/read/json-scan';

const cut = (text: string, name: string) => {
  const slice = memberSlice(text, afterSpace(text, 0), name);
  return slice && text.slice(slice.start, slice.end);
};

describe('slices of a JSON text', () => {
  it('cut out members, the last of equal names, names with escapes', () => {
    const text = ' { "a" : [1, "]}\\"", {"b": 2}] ,"b":-0.0,"a\\u0062": "x", "b" : 1e2 }';
    expect(cut(text, 'a')).toBe('[1, "]}\\"", {"b": 2}]');
    expect(cut(text, 'b')).toBe('1e2');
    expect(cut(text, 'ab')).toBe('"x"');
    expect(cut(text, 'c')).toBeUndefined();
    expect(cut('{}', 'a')).toBeUndefined();
  });

  it('cut a list where JSON.parse does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.constantFrom(0, 1, '\t'),
        (list, indent) => {
          const text = JSON.stringify(list, null, indent);
          const cuts = entrySlices(text, 0).map(({ start, end }) => text.slice(start, end));
          expect(cuts.map((entry) => JSON.parse(entry))).toEqual(JSON.parse(text));
        },
      ),
      { seed: 1 },
    );
  });

  it('compact to what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(JSON.parse(compact(text))).toEqual(JSON.parse(text));
        if (text.includes('\n')) expect(compact(text)).toBe(JSON.stringify(value));
      }),
      { seed: 2 },
    );
  });

  it('stand very long strings and deep lists', () => {
    const long = `"${'\\n'.repeat(2e6)}"`;
    expect(compact(`[\n${long}\n]`)).toBe(`[${long}]`);
    const deep = '['.repeat(2000) + ']'.repeat(2000);
    expect(entrySlices(`[${deep}]`, 0)).toEqual([{ start: 1, end: 4001 }]);
  });
});
