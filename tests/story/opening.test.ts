import { describe, expect, it } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import { openBytes } from '../../src/story/open/open';
import { imported } from '../formats/import/importing';
import { binarySamples, samples } from '../formats/samples';

const names = ['records.json', 'esri.json', 'sparql.json', 'kepler.json', 'lines.jsonl'];
const files = [...binarySamples, ...names.map((name) => [name, samples.get(name)!] as const)];

describe('a page', { timeout: 60_000 }, () => {
  it.each(files)('opens %s as the command line does', async (name, bytes) => {
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const geo = (file: string) => readGeoFile(file, process.cwd());
    const opened = await openBytes(own as ArrayBuffer, name, 'file', 'un', { geo });
    const whole = await imported(bytes, { name });
    expect(opened.imported!.report).toMatchObject({ read: whole.read, written: whole.written });
    expect(opened.imported!.report.format.id).toBe(whole.format);
    expect(opened.events!.map(({ title }) => title)).toEqual(
      whole.story.features.map(({ properties }) => (properties as { title: string }).title),
    );
  });
});
