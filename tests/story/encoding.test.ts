import { describe, expect, it } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import { openBytes } from '../../src/story/open/open';
import { imported } from '../formats/import/importing';

const story = (title: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    title,
    features: [
      { type: 'Feature', id: 'a', geometry: null, properties: { title: 'Köln', when: '2025-12-17' } },
    ],
  }); // prettier-ignore
const table =
  'title,when,lat,lng\nStraße in Köln,2025-12-17,50,7\nMünchen,2025-12-18,48,11\nCafé,2025-12-19,48,2\n';
const cyrillic = Buffer.from(
  'title,when,lat,lng\nОбстріл міста,2025-12-17,50,30\nКиїв,2025-12-18,50,30\nПереговори про мир,2025-12-19,49,32\n',
); // prettier-ignore
const xml = (name: string, text: Buffer) =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0"${name}?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>`),
    text,
    Buffer.from('</name><TimeStamp><when>2025-12-17</when></TimeStamp><Point><coordinates>30,50</coordinates></Point></Placemark></Document></kml>'),
  ]); // prettier-ignore

/** Bytes of a text in windows-1251. */
function in1251(text: Buffer): Buffer {
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text.toString()].map((sign) => bytes.get(sign)!));
} // prettier-ignore

/** Titles and codes of warnings, or the sentence that refuses it. */
async function byPage(bytes: Buffer): Promise<unknown> {
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  try {
    const geo = (name: string) => readGeoFile(name, process.cwd());
    const opened = await openBytes(own, 'file', 'file', 'un', { geo });
    const codes = opened.imported?.report.problems.map(
      ({ code, message }) => `${code}: ${message}`,
    );
    return [opened.events!.map(({ title }) => title), codes ?? []];
  } catch (error) {
    return (error as Error).message.replace(/^file could not be read\. /, '');
  }
}

async function byCommandLine(bytes: Buffer): Promise<unknown> {
  try {
    const { story, problems } = await imported(bytes);
    const titles = story.features.map(({ properties }) => (properties as { title: string }).title);
    return [titles, problems.map(({ code, message }) => `${code}: ${message}`)];
  } catch (error) {
    return (error as Error).message;
  }
}

const LATIN = Buffer.from(story('A'), 'latin1');
const CASES: [what: string, bytes: Buffer, expected: RegExp][] = [
  ['GeoJSON in latin-1', LATIN, /^"Byte 0xf6 at offset \d+, line 1, is not UTF-8; GeoJSON must be.*Köln/],
  ['GeoJSON that lost a letter before', Buffer.from(story('A').replace('ö', '\ufffd')), /lost-character: properties\.title has U\+FFFD/],
  ['GeoJSON in UTF-16', Buffer.from(`\ufeff${story('A')}`, 'utf16le'), /^\[\["Köln"\],/],
  ['GeoJSON in UTF-16 without a mark', Buffer.from(story('A'), 'utf16le'), /^\[\["Köln"\],/],
  ['GeoJSON with a damaged byte', Buffer.concat([Buffer.from(story('Łódź')).subarray(0, -1), Buffer.from(',"x":"'), Buffer.from([0xff]), Buffer.from('"}')]), /bad-bytes: Byte 0xff/],
  ['a table in windows-1252', Buffer.from(table, 'latin1'), /Straße in Köln.*encoding-found: .*windows-1252: line 2 has \\"Straße in Köln/],
  ['a table in windows-1251', in1251(cyrillic), /Обстріл міста.*windows-1251: line 2/],
  ['a table in an encoding that does not stand clear', Buffer.from('title,when,lat,lng\n\xe6\xea,2025-12-17,1,2\n', 'latin1'), /^"Byte 0xe6.*encoding is not clear/],
  ['KML that declares windows-1251', xml(' encoding="windows-1251"', in1251(Buffer.from('Київ'))), /^\[\["Київ"\]/],
  ['KML that declares nothing and is no UTF-8', xml('', in1251(Buffer.from('Київ'))), /^"Byte 0xca.*KML must be/],
]; // prettier-ignore

describe('the same bytes are read alike by the page and by the command line', () => {
  it.each(CASES)('%s', async (_, bytes, expected) => {
    const page = await byPage(bytes);
    expect(JSON.stringify(page)).toMatch(expected);
    const [titles, codes] = (await byCommandLine(bytes)) as [unknown, unknown];
    if (typeof page === 'string') expect(await byCommandLine(bytes)).toBe(page);
    else expect(page).toEqual([titles, expect.arrayContaining(codes as unknown[])]);
    expect(JSON.stringify((page as unknown[])[0])).not.toContain(expected.source.startsWith('lost') || expected.source.startsWith('bad') ? 'never' : '\ufffd');
  });
}); // prettier-ignore
