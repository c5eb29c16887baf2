/** Files as they come damaged: cut, patched, with other delimiters, endings, encodings, zipped. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

type Mutation = (bytes: Buffer) => Buffer;

const NASTY = [
  ...['"', "'", ',', ';', '|', '\t', '\n', '\r', '{', '}', '[', ']', ':', '\\', '\0', '\ufeff'],
  ...['\x1e', '1e999', '-9999', '31/12/2020', '__proto__', '=1+1', '[['.repeat(90), '"features":['],
  ...['null', '{}', '""', '<a>', '</', '<!--', ']]>', '<![CDATA[', '&#0;', '&x;', '2024-02-30'],
  ...['\u202e', '\u{1f5fa}', '1;2', '180.0001', '-0', '99999999999999999999', ' '.repeat(300)],
];
const DELIMITERS = [',', ';', '\t', '|', ':', '"'];

// Anywhere: fast-check itself prefers the ends, and a file without its beginning is refused as a whole.
const place = fc.noBias(fc.nat(1_000_000)).map((part) => part / 1_000_000);
const at = (bytes: Buffer, where: number) => Math.floor(where * bytes.length);

const patched = fc
  .record({
    where: place,
    remove: fc.integer({ min: 0, max: 40 }),
    put: fc.constantFrom('', ...NASTY),
    byte: fc.integer({ min: 0, max: 255 }),
  })
  .map(({ where, remove, put, byte }): Mutation => {
    const middle = put === '' ? Buffer.from([byte]) : Buffer.from(put);
    return (bytes) => {
      const from = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(from + remove)]);
    };
  });
/** A few signs of a text changed for others that values are made of. */
const retouched = fc
  .record({
    where: place,
    remove: fc.integer({ min: 0, max: 3 }),
    put: fc.stringMatching(/^[-0-9./: T,;"Zxé]{0,3}$/),
  })
  .map(({ where, remove, put }): Mutation => {
    return (bytes) => {
      const from = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + remove)]);
    };
  }); // prettier-ignore
const cut = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, where)),
);
const headless = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(at(bytes, where)),
);
const repeated = fc.tuple(place, place).map(([one, two]): Mutation => {
  const [from, to] = one < two ? [one, two] : [two, one];
  return (bytes) => {
    const part = bytes.subarray(at(bytes, from), at(bytes, to));
    return Buffer.concat([bytes.subarray(0, at(bytes, to)), part, bytes.subarray(at(bytes, to))]);
  };
});
const swapped = fc
  .tuple(fc.constantFrom(...DELIMITERS), fc.constantFrom(...DELIMITERS))
  .map(([from, to]) => asText((text) => text.replaceAll(from, to)));
const lines = fc.constantFrom<Mutation>(
  asText((text) => text.replace(/\r?\n/g, '\r\n')),
  asText((text) => text.replace(/\r?\n/g, '\r')),
  asText((text) => text.replace(/\r?\n/g, '\n\n')),
  asText((text) => text.split('\n').reverse().join('\n')),
  asText((text) => text.trimEnd()),
  asText((text) => text.toUpperCase()),
);
const encoded = fc.constantFrom<Mutation>(
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  (bytes) => Buffer.from(bytes.toString(), 'latin1'),
);
const zipped = fc.constant<Mutation>((bytes) => gzipSync(bytes));

const any = fc.oneof(
  { arbitrary: patched, weight: 8 },
  { arbitrary: cut, weight: 1 },
  { arbitrary: headless, weight: 1 },
  { arbitrary: repeated, weight: 1 },
  { arbitrary: swapped, weight: 2 },
  { arbitrary: lines, weight: 1 },
  { arbitrary: encoded, weight: 1 },
  { arbitrary: zipped, weight: 1 },
);

/** One, which leaves most of the file, or several, one after the other; what is zipped may be damaged
 * after. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .oneof(fc.array(retouched, { minLength: 1, maxLength: 2 }), fc.array(any, { maxLength: 5 }))
  .map((all) => (bytes) => all.reduce((changed, mutation) => mutation(changed), bytes));

function asText(change: (text: string) => string): Mutation {
  return (bytes) => Buffer.from(change(bytes.toString('latin1')), 'latin1');
}
