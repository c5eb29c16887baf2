import { afterEach, expect, it, vi } from 'vitest';
import { openRemembered } from '../../src/pages/open-remembered';
import type { Showing } from '../../src/pages/showing';
import { StoryError, type OpenRequest, type OpenStory } from '../../src/story';
import { remember } from '../../src/pages/start/remembered';

const columns = ['Tag', 'Was'];
const showing: Showing = {
  request: { url: 'rows.csv', id: 'rows', borders: 'un', language: 'en' },
  address: {} as Showing['address'],
  notes: [],
  windowIn: () => null,
  atRest: null,
  file: { key: '1', back: '' },
};

afterEach(() => vi.unstubAllGlobals());

/** Opens once as the content tells, then fails. */
function openedOnce(failure: Error) {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  remember(columns, { dayOrder: 'day-first' });
  const close = vi.fn();
  const report = { table: { columns }, reading: {} };
  const opened = { data: { report }, service: { close } } as unknown as OpenStory;
  const open = (request: OpenRequest) =>
    request.choices ? Promise.reject(failure) : Promise.resolve(opened);
  return { opened, close, came: openRemembered(showing, open) };
}

it('a file is shown as its content tells where remembered choices do not fit', async () => {
  const { came, opened, close } = openedOnce(new StoryError('No date.'));
  expect(await came).toMatchObject({ opened, showing: { file: { columns } } });
  expect(close).not.toHaveBeenCalled();
});

it('a file that is stopped while it is read by remembered choices is not shown', async () => {
  const { came, close } = openedOnce(new Error('opening was stopped'));
  await expect(came).rejects.toThrow('stopped');
  expect(close).toHaveBeenCalledOnce();
});
