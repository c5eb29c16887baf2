/** Whether the place that fits best may be taken for what was meant. */
import { foldName } from './fold';
import { holds, type Match, type Within } from './score';
import type { Context, Doubt, GazetteerPlace } from './types';

/** A word that is the name of so great a settlement or region is taken for its name: Nice, Reading,
 * Split; not Bath, Surprise, Orange. */
const wellKnown = 150_000;

/** Why not; nothing where the place stands clear. */
export function doubtOf(
  match: Match,
  asked: string,
  within: readonly Within[],
  context: Context,
): { doubt: Doubt; reason: string } | undefined {
  const { place, by, word, reading } = match;
  const elsewhere = within.find(({ known, codes }) => known && !holds(place, codes));
  if (elsewhere) return { doubt: 'outside', reason: `it is not in “${elsewhere.text}”` };
  if (by === 'typo') return { doubt: 'misspelt', reason: 'it may be misspelt, or another name' };
  const settled = Boolean(context.country || context.near || within.length > 0);
  const large = place.kind === 'region' || place.kind === 'country';
  if (word === 'no place' && !(settled && large))
    return { doubt: 'no name', reason: `“${asked}” is no name, as a rule` };
  if (reading.wants === 'region' && ['settlement', 'district', 'landmark'].includes(place.kind))
    return { doubt: 'other kind', reason: `“${asked}” asks for a region or district` };
  if (settled) return undefined;
  if (word && !isWellKnown(match))
    return { doubt: 'common word', reason: `“${asked}” is a common word` };
  if (by === 'other name' && isShort(match.reading.text) && !isAbbreviation(asked, place))
    return { doubt: 'short', reason: `“${asked}” may be short for much` };
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
