/**
 * Makes `city-names.json` from Debian's libgeonames-common, whose version and checksum
 * `geo/sources.json` pins: `apt-get download libgeonames-common`, `dpkg -x` it to a folder, then
 * `npx tsx geo/inputs/extract-city-names.ts FOLDER`. It holds GeoNames (CC BY 4.0) as gettext
 * catalogues, GeoNames id → name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameLanguages, writtenCities } from '../cities';

/** Cities written from here on have their English name only. */
const translatedTo = 6;

const cities = writtenCities();
const names: Record<string, Record<string, string>> = {};
for (const language of ['en', ...nameLanguages]) {
  const path = `usr/share/locale/${language}/LC_MESSAGES/geonames.mo`;
  const catalogue = readCatalogue(readFileSync(join(process.argv[2]!, path)));
  const own = cities.flatMap(([id, name, , , zoom]): [number, string][] => {
    const here = catalogue.get(String(id));
    const wanted = language === 'en' || zoom <= translatedTo;
    return here && wanted && here !== name ? [[id, here]] : [];
  });
  names[language] = Object.fromEntries(own);
}
writeFileSync(join(import.meta.dirname, 'city-names.json'), `${JSON.stringify(names)}\n`);

/** GNU gettext's binary catalogue, little-endian:
 * https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
function readCatalogue(bytes: Buffer): Map<string, string> {
  const [count, originals, translations] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const text = (table: number, i: number) => {
    const [length, start] = [0, 4].map((at) => bytes.readUInt32LE(table + 8 * i + at));
    return bytes.toString('utf8', start, start! + length!);
  };
  return new Map(
    Array.from({ length: count! }, (_, i) => [text(originals!, i), text(translations!, i)]),
  );
}
