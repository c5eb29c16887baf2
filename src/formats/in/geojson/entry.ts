/** The text of one record → a value, or why it is none. */
import type { Problem } from '../../../model/event';
import { JsonError, parseJson } from '../../../model/read/json';
import { repeatedName } from '../../../model/read/json-scan';
import type { EntryPiece } from './split';
import { t } from '../../../words/reading';

/** How deep lists and objects may lie within each other in a record. A multi-polygon in a nested
 * collection needs 12. */
export const deepest = 100;

export interface FeatureEntry {
  /** Nothing where `problem` says why. */
  readonly value?: unknown;
  readonly problem?: Problem;
}

export function readEntry({ text, depth, line }: EntryPiece, record: number): FeatureEntry {
  const fail = (value: unknown, code: string, message: string): FeatureEntry => ({
    problem: { severity: 'error', record, field: `line ${line}`, value, code, message },
  });
  if (depth > deepest) {
    const message = t('geojson.recordTooDeep', { line, depth, deepest: deepest });
    return fail(depth, 'too-deep', message);
  }
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const where = line + error.line - 1;
    const message = t('geojson.recordNotJson', {
      where,
      found: error.found,
      expected: error.expected,
    });
    return fail(error.found, 'not-json', message);
  }
  const repeated = repeatedName(text);
  if (repeated === undefined) return { value };
  const message = t('geojson.recordMemberRepeated', { line, repeated });
  return fail(repeated, 'repeated-member', message);
}
