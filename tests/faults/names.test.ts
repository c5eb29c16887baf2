/** Letters at random, words with a letter changed, pairs of letters: what gives a place that stands
 * clear would be put on the map where nothing was meant. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Candidate } from '../../src/world/gazetteer';
import { keysOf, foldName } from '../../src/world/gazetteer/fold';
import { readShard } from '../../src/world/gazetteer/shard';
import { gazetteer, readFile } from '../world/gazetteer/files';
import { amount, randomFrom, seed } from './amount';

const alphabets: Record<string, string> = {
  Latin: 'abcdefghijklmnopqrstuvwxyz',
  accented: 'aábcčdďeéfghiíjklłmnňoöópqrřsštťuüvwxyýzžß',
  Cyrillic: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэё',
  Arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  Hebrew: 'אבגדהוזחטיכלמנסעפצקרשתםןךףץ',
  Han: '的一是不了在人有我他这中大来上个国和地到说时要就出会可也你对生能子那得于着下自之年过发后作里',
  Hangul: '가나다라마바사아자차카타파하고노도로모보소오조구누두루무부수우주기니디리미비시이지',
};

const { find } = gazetteer();
const index = JSON.parse(readFile('index.json')) as [string, number, string][];
const keys = new Set(index.flatMap(([, at, name]) => readShard(readFile(`${name}.txt`), at).keys));

/** Whether a name of the gazetteer has its key, without many letters having gone. */
function isName(text: string): boolean {
  const letters = foldName(text).replaceAll(' ', '').length;
  return keysOf(text).some((key) => keys.has(key) && letters - key.length <= 2);
}

function clear(found: readonly Candidate[]): Candidate | undefined {
  return found[0]?.ambiguous ? undefined : found[0];
}

/** `[text, place, why]` of those that stand clear. */
async function clearOf(texts: Iterable<string>): Promise<[string, Candidate][]> {
  const clearly: [string, Candidate][] = [];
  for (const text of texts) {
    const best = clear(await find(text, { limit: 2 }));
    if (best) clearly.push([text, best]);
  }
  return clearly;
}

const told = (clearly: [string, Candidate][]) =>
  clearly.map(([text, { name, why }]) => `${text}: ${name}, ${why}`);

it.each(Object.entries(alphabets))(
  'five and more %s letters at random stand for no place',
  { timeout: 600_000 },
  async (script, alphabet) => {
    const random = randomFrom(seed + script.length);
    const pick = () => [...alphabet][Math.floor(random() * [...alphabet].length)]!;
    const texts = Array.from({ length: amount(60, 3000) }, () =>
      Array.from({ length: 5 + Math.floor(random() * 8) }, pick).join(''),
    );
    expect(told(await clearOf(texts.filter((text) => !isName(text))))).toEqual([]);
    expect(texts.filter(isName).length).toBeLessThan(0.02 * texts.length + 1);
  },
);

it('letters that are held down stand for no place', { timeout: 600_000 }, async () => {
  const random = randomFrom(seed);
  const letters = [...alphabets.Latin!, ...alphabets.Cyrillic!];
  const texts = Array.from({ length: amount(200, 3000) }, () => {
    const script = random() < 0.7 ? 26 : letters.length;
    const first = script === 26 ? 0 : 26;
    return Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      letters[first + Math.floor(random() * (script - first))]!.repeat(
        2 + Math.floor(random() * 4),
      ),
    ).join('');
  }).filter((text) => text.length >= 5);
  expect(told(await clearOf(texts.filter((text) => !isName(text))))).toEqual([]);
});

it(
  'common words with a letter changed stand for no place that has another name',
  { timeout: 600_000 },
  async () => {
    const random = randomFrom(seed + 1);
    const words = readFileSync('tests/world/gazetteer/no-places.tsv', 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([text, kind]) => kind !== 'nonsense' && /^[A-Za-z]{5,}$/.test(text!))
      .map(([text]) => text!);
    const texts = Array.from({ length: amount(300, 3000) }, () => {
      const word = words[Math.floor(random() * words.length)]!;
      const at = Math.floor(random() * word.length);
      const letter = alphabets.Latin![Math.floor(random() * 26)]!;
      return word.slice(0, at) + letter + word.slice(at + 1);
    });
    const found = await clearOf(texts);
    expect(told(found.filter(([text]) => !isName(text)))).toEqual([]);
    expect(found.length).toBeLessThan(0.1 * texts.length);
  },
);

it(
  'two letters are clear only where they are the whole name of a place, or a country’s short one',
  { timeout: 600_000 },
  async () => {
    const latin = [...alphabets.Latin!];
    const pairs = latin.flatMap((a) => latin.map((b) => a + b));
    const step = amount(4, 1);
    const texts = pairs.filter((_, at) => at % step === 0);
    const found = [
      ...(await clearOf(texts)),
      ...(await clearOf(texts.map((text) => text.toUpperCase()))),
    ];
    const others = found.filter(
      ([, { why, kind }]) => why.includes('another name') && kind !== 'country',
    );
    expect(told(others)).toEqual([]);
  },
);
