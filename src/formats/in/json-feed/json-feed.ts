/** A JSON Feed (https://www.jsonfeed.org/version/1.1/) that a story was written in: its extension
 * `_datelines` has the story's members and each record as it was. Other feeds are read as JSON. */
import { isObject, member, type Members } from '../../../model/read/members';
import { idOf } from '../../../model/read/record';
import type { Converted, Format, FormatItem } from '../../format';
import { RowProblems } from '../../table/row-problems';
import { readEntry } from '../geojson/entry';
import { jsonPieces, Splitter, type EntryPiece, type JsonPiece } from '../geojson/split';
import { jsonOf } from '../../shared/whole-json';
import { t } from '../../../words/reading';

const versionPattern = /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/;

export const jsonFeed: Format = {
  id: 'json-feed',
  get label() {
    return t('format.jsonFeed');
  },
  detect: ({ text }) =>
    /^\s*\{/.test(text) && versionPattern.test(text) && /"_datelines"\s*:/.test(text) ? 1 : 0,
  async *records(text) {
    let record = 0;
    const items = function* (pieces: readonly JsonPiece[]): Generator<FormatItem> {
      for (const piece of pieces) {
        if (piece.kind === 'entry') yield readItem(piece, ++record);
        else if (piece.kind === 'member' && piece.name === '_datelines') yield* membersIn(piece.text);
      }
    }; // prettier-ignore
    for await (const pieces of jsonPieces(text, new Splitter((name) => name === 'items')))
      yield items(pieces);
    return {};
  },
};

function* membersIn(text: string): Generator<FormatItem> {
  const members = jsonOf(text, '_datelines');
  if (!isObject(members)) return;
  for (const [name, value] of Object.entries(members))
    if (name !== 'type' && name !== 'features')
      yield { member: name, text: JSON.stringify(value) };
} // prettier-ignore

/** The record; its id is that of the item where it has none of its own. */
function readItem(piece: EntryPiece, record: number): Converted {
  const { value, problem } = readEntry(piece, record);
  if (problem) return { record, problems: [problem] };
  const item = isObject(value) ? value : {};
  const own = member(item, '_datelines');
  const feature = isObject(own) ? member(own, 'feature') : undefined;
  if (!isObject(feature)) {
    const problems = new RowProblems(record);
    const came = isObject(value) ? null : value;
    problems.error('_datelines.feature', came, 'not-a-record', t('jsonFeed.expectedFeature'));
    return { record, problems: problems.all };
  }
  return { record, feature: withId(feature, member(item, 'id')), problems: [] };
}

function withId(feature: Members, id: unknown): Members {
  return idOf(feature) !== undefined || typeof id !== 'string' ? feature : { ...feature, id };
}
