import { build } from 'vite';
import type { Rollup } from 'vite';
import { describe, expect, inject, it } from 'vitest';
import { open } from './page';

/** The gazetteer as one script. */
async function gazetteerScript(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/world/gazetteer/index.ts', formats: ['es'], fileName: 'gazetteer' },
    },
  })) as Rollup.RollupOutput[];
  return result[0]!.output[0].code;
}

describe('the gazetteer of a built site', () => {
  it('answers in a page, for a few files below the sub-path', async () => {
    const script = await gazetteerScript();
    const { page, errors, foreign } = await open('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = new URL('gazetteer.js', inject('site')).href;
    await page
      .context()
      .route(address, (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
    // As text: Vitest would turn the import of a function into one of its own.
    const [bakhmut, donetsk] = await page.evaluate<unknown[]>(`
      import(${JSON.stringify(address)}).then(({ openGazetteer, siteShards }) => {
        const gazetteer = openGazetteer(siteShards(${JSON.stringify(inject('site'))}));
        return Promise.all([
          gazetteer.find('Artemivsk'),
          gazetteer.find('Donetsk', { country: 'RU' }),
        ]);
      })
    `);
    expect(bakhmut).toMatchObject([{ name: 'Bakhmut', region: 'UA-14' }, {}]);
    expect(donetsk).toMatchObject([{ name: 'Donetsk', region: 'RU-ROS' }]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(asked.filter((url) => url.includes('/places/')).length).toBeLessThan(8);
  });
});
