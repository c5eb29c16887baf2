import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf } from '../../../src/formats/table/dialect';
import { RowSplitter, type Row } from '../../../src/formats/table/rows';

function split(text: string, delimiter = ',', sizes = [text.length || 1]): readonly Row[] {
  const splitter = new RowSplitter(delimiter);
  const rows: Row[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    rows.push(...splitter.push(text.slice(at, at + size)));
    at += size;
  }
  return [...rows, ...splitter.end()];
}
const cells = (text: string, delimiter?: string) =>
  split(text, delimiter).map((row) => [...row.cells]);

describe('rows', () => {
  it.each([
    ['plain', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['no last line end', 'a,b\n1,2', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['CRLF and CR', 'a,b\r\n1,2\r3,4', [['a', 'b'], ['1', '2'], ['3', '4']]], // prettier-ignore
    ['quotes', '"a ""b""","c,d"\n', [['a "b"', 'c,d']]],
    ['line ends in cells', '"a\nb","c\r\nd"\r\n', [['a\nb', 'c\r\nd']]],
    ['quotes within a bare cell', '5\'10",x\n', [['5\'10"', 'x']]],
    ['text after a quote', '"a"b,c\n', [['ab', 'c']]],
    ['empty cells', ',a\n,,b\n', [['', 'a'], ['', '', 'b']]], // prettier-ignore
    [
      'rows of nothing but empty cells',
      'a,b\n,\n" ",\t\nc,\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['blank lines', 'a\n\n  \nb\n', [['a'], ['b']]],
    ['an empty quoted cell', '""\n"",x', [['', 'x']]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('count lines, and name faults', () => {
    const rows = split('h,i\n"a\nb",c\n"d"e,f\nx,"open\n');
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, undefined],
      [4, 'text-after-quote'],
      [5, 'open-quote'],
    ]);
  });

  it('are the same however the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ö') });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        (csv, sizes) => {
          expect(split(csv, ',', sizes)).toEqual(split(csv));
        },
      ),
    );
  });

  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', 'ö', ',') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((some) => some.map(quoted).join(';')).join('\r\n');
        expect(cells(text, ';')).toEqual(rows.filter((some) => some.join('').trim() !== ''));
      }),
    );
  });

  it('refuse a cell that swallows the file', () => {
    expect(() => split(`a,b\n"${'x'.repeat(4_000_001)}`)).toThrow('quote opens in line 2');
  });
});

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\n1, 2\t3, 4\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['"a;b",c\n"d;e",f\n', ','],
    ['name;note\nx;one, two, three\ny;four\n', ';'],
    ['alone\n1\n', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
