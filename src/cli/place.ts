/** `place`: names → ranked candidates of the gazetteer. */
import { openGazetteer, type Candidate, type Context, type Gazetteer } from '../world/gazetteer';
import { readShardFile } from './gazetteer-files';
import { print } from './output';
import { printError, Usage, type Verb } from './verb';

/** What was asked and what was found. */
interface Answer {
  query: string;
  candidates: Candidate[];
}

export const place: Verb = {
  usage: 'NAME… [--country XX] [--near LNG,LAT] [--json]',
  help: `Looks NAME up in the gazetteer and lists what may be meant, best first, with a score (0 to 1,
comparable within one answer) and the reasons. Several words are one name where the gazetteer has it
(place New York), otherwise each is a name (place Kyiv Odesa). A comma or brackets say within what:
"Paris, Texas". Names may be in any of the scripts the gazetteer has, former (Artemivsk), spelt
otherwise (Zaporozhye), or off by one letter.

--country XX     only places of this country, ISO 3166-1 alpha-2, and seas
--near LNG,LAT   places near this position first
--json           the list of candidates; of several names each has its "query"

Where several are too close to choose between, that is said and each is marked "ambiguous". So is a
first place that is uncertain: the name is off by a letter, a common word, one or two letters, or
what follows the comma does not hold it. A country or a position settles a common word.

Exit 0 where every name is found, 1 where one is not, 2 for wrong usage.`,
  options: ['country', 'near'],
  flags: ['json'],
  async run(words, { country, near }, { flags }) {
    if (words.every((word) => word.trim() === '')) throw new Usage('no name came, expected NAME');
    const context: Context = {
      ...(country !== undefined && { country: countryOf(country) }),
      ...(near !== undefined && { near: positionOf(near) }),
    };
    const answers = await answer(openGazetteer(readShardFile), words, context);
    for (const { query, candidates } of answers) {
      const rivals = candidates.filter(({ ambiguous }) => ambiguous);
      if (candidates.length === 0) printError(`${query}: not in the gazetteer`);
      else if (rivals.length > 1)
        printError(`${query}: ${rivals.length} places are too close to choose between`);
      else if (rivals.length === 1)
        printError(`${query}: the first place is uncertain; its reasons say why`);
    }
    const many = answers.length > 1;
    if (flags.has('json'))
      printJson(
        answers.flatMap(({ query, candidates }) =>
          candidates.map((candidate) => (many ? { query, ...candidate } : candidate)),
        ),
      );
    else
      for (const { query, candidates } of answers)
        print(`${many ? `${query}\n` : ''}${table(candidates)}`);
    return answers.every(({ candidates }) => candidates.length > 0) ? 0 : 1;
  },
};

/** One name of all words, or each a name; what is spelt right goes before what is nearly so. */
async function answer(
  gazetteer: Gazetteer,
  words: readonly string[],
  context: Context,
): Promise<Answer[]> {
  const whole = words.join(' ');
  const ask = async (query: string, typos: boolean): Promise<Answer> => ({
    query,
    candidates: await gazetteer.find(query, { ...context, typos }),
  });
  if (words.length === 1) return [await ask(whole, true)];
  const one = await ask(whole, false);
  if (one.candidates.length > 0) return [one];
  const each = await Promise.all(words.map((word) => ask(word, false)));
  if (each.every(({ candidates }) => candidates.length > 0)) return each;
  const nearly = await ask(whole, true);
  if (nearly.candidates.length > 0) return [nearly];
  return Promise.all(words.map((word) => ask(word, true)));
}

function countryOf(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text))
    throw new Usage(`--country is "${text}", expected two letters such as UA`);
  return text.toUpperCase();
}

function positionOf(text: string): [number, number] {
  const [lng, lat, ...rest] = text.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  const fits = (value: number | undefined, most: number) => Math.abs(value ?? NaN) <= most;
  if (rest.length > 0 || !fits(lng, 180) || !fits(lat, 90))
    throw new Usage(`--near is "${text}", expected LNG,LAT in degrees such as 30.52,50.45`);
  return [lng!, lat!];
}

/** A line each: score, name, where, kind, position, and the reasons. */
function table(candidates: readonly Candidate[]): string {
  const rows = candidates.map(({ name, lng, lat, kind, country, region, score }) => [
    score.toFixed(3),
    name,
    region ?? country ?? '–',
    kind,
    `${lng},${lat}`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => [...row[column]!].length)),
  );
  return rows
    .map((row, number) => {
      const cells = row.map(
        (cell, column) => cell + ' '.repeat(widths[column]! - [...cell].length),
      );
      return `${cells.join('  ')}  ${candidates[number]!.why}\n`;
    })
    .join('');
}

function printJson(value: unknown): void {
  print(`${JSON.stringify(value, null, 1)}\n`);
}
