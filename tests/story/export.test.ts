import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import { outFormats } from '../../src/formats/out';
import { exportFrom } from '../../src/story/export';
import { openBytes } from '../../src/story/open/open';

const table = 'date,title,lat,lng\n2024-05-01,First,50,30\n2024-05-02,Second,51,31\n';
const geo = (name: string) => readGeoFile(name, '.');
const story = readFileSync('tests/fixtures/every-kind.geojson', 'utf8');

it.each([
  ['rows.csv', table],
  ['story.geojson', story],
])('%s is saved with the title that it was given, whole and in part', async (name, text) => {
  const bytes = new TextEncoder().encode(text).buffer;
  const opening = await openBytes(bytes, name, 'own', 'un', { geo });
  const from = { url: name, id: 'own', files: [new File([text], name)], title: 'Given “title”' };
  for (const rows of [null, new Uint32Array([0])])
    for (const { id } of outFormats) {
      const saved = await exportFrom(from, opening, { format: id, rows, language: 'en' });
      expect(saved, id).not.toHaveProperty('failure');
      if (id !== 'geojson' || !('text' in saved)) continue;
      const { title, features } = JSON.parse(saved.text) as { title: string; features: unknown[] };
      expect(title).toBe('Given “title”');
      if (rows) expect(features).toHaveLength(1);
    }
});
