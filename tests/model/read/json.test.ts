import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonError, parseJson } from '../../../src/model/read/json';

function fault(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('where JSON breaks', () => {
  test.each([
    ['', 'line 1, column 1: found the end of the file, expected a value'],
    ['{\n  "a": 1,\n}', 'line 3, column 1: found "}", expected a member name in double quotes'],
    ['[1, 2', 'line 1, column 6: found the end of the file, expected "," or "]"'],
    ['{"a" 1}', 'line 1, column 6: found "1", expected ":"'],
    ['{"a": NaN}', 'line 1, column 7: found "N", expected a value'],
    ['[01]', 'line 1, column 3: found "1", expected "," or "]"'],
    ['{"a": "x\ny"}', 'line 1, column 9: found "\n", expected the end of the string'],
    ['["\\x"]', 'line 1, column 3: found "\\", expected the end of the string'],
    ['{} {}', 'line 1, column 4: found "{", expected nothing more'],
    ['[[], {"a": []}, }', 'line 1, column 17: found "}", expected a value'],
    ['<html>', 'line 1, column 1: found "<", expected a value'],
  ])('%j', (text, message) => {
    expect(fault(text)).toContain(message);
  });

  test('a byte order mark is tolerated, deep nesting too', () => {
    expect(parseJson('\ufeff{"a": [1, {}, "\\u00e9"]}')).toEqual({ a: [1, {}, 'é'] });
    expect(fault('['.repeat(200_000))).toContain('end of the file');
  });

  test('cutting a text anywhere is told at its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const part = `[${text}`.slice(0, 1 + (cut % (text.length + 1)));
        const message = fault(part);
        expect(message).not.toBe('accepted');
      }),
    );
  });
});
