import { build } from 'vite';
import type { Rollup } from 'vite';
import { describe, expect, inject, it } from 'vitest';
import { open } from './page';

/** The worker as one script. */
async function workerScript(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/world/gazetteer/worker.ts', formats: ['es'], fileName: 'worker' },
    },
  })) as Rollup.RollupOutput[];
  return result[0]!.output[0].code;
}

describe('the gazetteer of a built site', () => {
  it('answers from a worker, for a few files below the sub-path', async () => {
    const script = await workerScript();
    const { page, errors, foreign } = await open('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = new URL('gazetteer-worker.js', inject('site')).href;
    await page
      .context()
      .route(address, (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
    const answers = await page.evaluate(
      ([address, root]) =>
        new Promise<unknown[]>((resolve, reject) => {
          const worker = new Worker(address!, { type: 'module', name: root });
          const said: unknown[] = [];
          worker.onerror = (event) => reject(new Error(event.message));
          worker.onmessage = ({ data }) => {
            if (said.push(data) === 2) resolve(said);
          };
          worker.postMessage({ question: 1, name: 'Artemivsk' });
          worker.postMessage({ question: 2, name: 'Donetsk', context: { country: 'RU' } });
        }),
      [address, inject('site')],
    );
    const answer = (question: number) =>
      answers.find((one) => (one as { question: number }).question === question);
    expect(answer(1)).toMatchObject({ candidates: [{ name: 'Bakhmut', region: 'UA-14' }, {}] });
    expect(answer(2)).toMatchObject({ candidates: [{ name: 'Donetsk', region: 'RU-ROS' }] });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(asked.filter((url) => url.includes('/places/')).length).toBeLessThan(8);
  });
});
