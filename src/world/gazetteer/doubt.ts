/** Whether the place that fits best may be taken for what was meant. */
import { foldName } from './fold';
import { holds, type Match, type Within } from './score';
import type { Context, GazetteerPlace } from './types';

/** A word that is the name of so great a settlement or region is taken for its name: Nice, Reading,
 * Split; not Bath, Surprise, Orange. */
const wellKnown = 150_000;

/** Why not, in words; nothing where the place stands clear. */
export function doubtOf(
  match: Match,
  asked: string,
  within: readonly Within[],
  context: Context,
): string | undefined {
  const { place, by, word } = match;
  const elsewhere = within.find(({ known, codes }) => known && !holds(place, codes));
  if (elsewhere) return `it is not in “${elsewhere.text}”`;
  if (by === 'typo') return 'it may be misspelt, or another name';
  const settled = Boolean(context.country || context.near || within.length > 0);
  const large = place.kind === 'region' || place.kind === 'country';
  if (word === 'no place' && !(settled && large)) return `“${asked}” is no name, as a rule`;
  if (settled) return undefined;
  if (word && !isWellKnown(match)) return `“${asked}” is a common word`;
  if (by === 'other name' && isShort(match.reading.text) && !isAbbreviation(asked, place))
    return `“${asked}” may be short for much`;
  return undefined;
}

/** By its own name, as it is written. */
function isWellKnown({ place: { name, kind, weight, capital }, by, reading }: Match): boolean {
  if (by !== 'own name' || foldName(name) !== reading.text) return false;
  if (kind === 'settlement' || kind === 'district') return capital || weight >= wellKnown;
  return kind !== 'region' || weight >= wellKnown;
}

/** One or two letters of an alphabet. */
function isShort(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]( ?\p{L})?$/u.test(
    text,
  );
}

/** "UK" and "US", but neither "us" nor "DE". */
function isAbbreviation(asked: string, { kind }: GazetteerPlace): boolean {
  return kind === 'country' && foldName(asked) !== asked && asked === asked.toUpperCase();
}
