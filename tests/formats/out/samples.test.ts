import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { imported } from '../import/importing';
import { samples } from '../samples';
import { changes, differences, exported, listed, unheld } from './round-trip';

const PEACE = 'peace-plan-december-2025.geojson';
const files = [...samples, [PEACE, readFileSync(`events/${PEACE}`)]] as const;

it.each(files)('%s comes back from every format but for what is listed', async (name, bytes) => {
  const { story } = await imported(bytes, { name });
  for (const format of ['geojson', 'csv', 'linked-places', 'json-feed']) {
    const { text, losses } = exported(format, story);
    expect([format, await differences(story, text)]).toEqual([format, listed(losses)]);
  }
  for (const format of ['ics', 'json-feed', 'json-ld'])
    expect([format, unheld(format, story)]).toEqual([format, []]);
  for (const format of ['ics', 'json-ld'])
    expect([format, await changes(format, story, 'en')]).toEqual([format, []]);
});
