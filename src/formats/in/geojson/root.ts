/** What stands at the root of a GeoJSON text: a collection whose members are passed on, or a single
 * feature or geometry, which then is the only record. */
import { depthOf, objectText } from '../../../model/read/json-scan';
import { shown } from '../../../model/read/problems';
import { isObject } from '../../../model/read/members';
import { isWgs84 } from '../../../model/read/reference-system';
import { FormatError, type FileNote, type StoryMember } from '../../format';
import { deepest } from './entry';
import type { EntryPiece, ListPiece, MemberPiece } from './split';
import { t } from '../../../words/reading';

const geometryPattern = /^(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/;
export class Root {
  readonly #members = new Map<string, string>();
  /** Whether members are passed on at once; until the type is known they are kept. */
  #passing = false;
  /** Where the list of records stands. */
  #list: 'root' | 'features' | undefined;
  #passed = new Set<string>();
  readonly #strict: boolean;

  /** `strict`: a member that stands twice is an error, not a warning. */
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  /** Whether the file itself has this member. */
  declares(name: string): boolean {
    return this.#passed.has(name);
  }

  /** Throws a `FormatError` where this can be no GeoJSON of ours. */
  *take(piece: MemberPiece | ListPiece): Generator<StoryMember | FileNote> {
    if (piece.kind === 'list') {
      if (this.#list) yield this.#repeated('features', t('geojson.repeatedList'));
      this.#list = piece.root ? 'root' : 'features';
      this.#passing = true;
    } else if (piece.name === 'features') {
      const came = shownText(piece.text);
      throw new FormatError(
        t('problem.expected', {
          field: 'features',
          value: came,
          expected: t('expected.features'),
        }),
      );
    } else if (piece.name === 'type' && !this.#members.has('type')) {
      this.#members.set('type', piece.text);
      const type = parsed('type', piece.text);
      if (this.#list && type !== 'FeatureCollection') this.#refuseType(type);
      this.#passing ||= type === 'FeatureCollection';
    } else if (this.#passing) {
      yield* this.#pass(piece.name, piece.text);
      return;
    } else if (this.#members.has(piece.name)) {
      throw new FormatError(t('geojson.memberRepeated', { name: piece.name }));
    } else {
      this.#members.set(piece.name, piece.text);
      return;
    }
    if (!this.#passing) return;
    for (const [name, text] of this.#members) {
      if (name === 'type') continue;
      this.#members.delete(name);
      yield* this.#pass(name, text);
    }
  }

  /** The only record of a file without a list. Throws a `FormatError` where it has none. */
  end(): EntryPiece[] {
    const typeText = this.#members.get('type');
    const type = typeText === undefined ? undefined : parsed('type', typeText);
    if (this.#list === 'features' && type === undefined) this.#refuseType(type);
    if (this.#list) return [];
    if (type === 'FeatureCollection') throw new FormatError(t('geojson.missingFeatures'));
    const entry = (text: string, depth: number): EntryPiece[] => [
      { kind: 'entry', text, depth, line: 1 },
    ];
    const depth = Math.max(...[...this.#members.values()].map(depthOf), 0) + 1;
    if (depth > deepest)
      throw new FormatError(t('geojson.fileTooDeep', { depth, deepest: deepest }));
    if (type === 'Feature') return entry(objectText(this.#members), depth);
    if (typeof type === 'string' && geometryPattern.test(type)) {
      const geometry = objectText(this.#members);
      return entry(`{"type":"Feature","geometry":${geometry},"properties":{}}`, depth + 1);
    }
    return this.#refuseType(type);
  }

  *#pass(name: string, text: string): Generator<StoryMember | FileNote> {
    if (name === 'type' || this.#passed.has(name)) {
      yield this.#repeated(name, t('geojson.repeatedMember', { name }));
      return;
    }
    this.#passed.add(name);
    const value = parsed(name, text);
    if (name === 'crs' && !isWgs84(value)) throw new FormatError(t('story.otherCrs'));
    yield { member: name, text };
  }

  #repeated(name: string, message: string): FileNote {
    const severity = this.#strict ? 'error' : 'warning';
    const about = { severity, record: null, field: name, value: null } as const;
    return { note: { ...about, code: 'repeated-member', message } };
  }

  #refuseType(type: unknown): never {
    throw new FormatError(
      type === undefined ? t('geojson.missingType') : t('geojson.otherType', { type: shown(type) }),
    );
  }
}

function parsed(name: string, text: string): unknown {
  if (depthOf(text) > deepest)
    throw new FormatError(t('geojson.memberTooDeep', { name, deepest: deepest }));
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError(t('geojson.memberNotJson', { name, found: text.slice(0, 60) }));
  }
}

function shownText(text: string): string {
  const value = parsed('features', text);
  return isObject(value) ? 'an object' : shown(value);
}
