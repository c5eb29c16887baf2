/** Starts the worker that answers; where none can start, this thread answers. */
import type { EventTable } from '../engine/desk';
import { localSource, portSource, type Source } from '../engine/source';
import workerUrl from '../engine/worker?worker&url';

/** Milliseconds a worker may take to say that its script runs. */
const patience = 10_000;

export async function openSource(table: EventTable): Promise<Source> {
  let worker: Worker | undefined;
  try {
    worker = startWorker();
    return await Promise.race([portSource(worker, table), failed(worker)]);
  } catch {
    worker?.terminate();
    return localSource(table);
  }
}

/** In a sandboxed frame the page's origin is opaque and may not start a worker from an address; a
 * `data:` module that imports the same script may (and a policy needs `worker-src 'self' data:`). */
function startWorker(): Worker {
  const address = new URL(workerUrl, import.meta.url).href;
  return new Worker(
    self.origin === 'null'
      ? `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(address)}`)}`
      : address,
    { type: 'module' },
  );
}

function failed(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.onerror = () => reject(new Error('the worker did not start'));
    setTimeout(() => reject(new Error('the worker did not answer')), patience);
  });
}
