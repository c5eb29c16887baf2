import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightFor, heightMessages } from '../../src/embed/heights';
import { readIncoming, readOutgoing, settable, written } from '../../src/embed/messages';
import { parameterNames } from '../../src/view/address';

describe('messages', () => {
  it('of the map are read as they were written', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'height', px: 560 },
      { type: 'change', from: '2025-12-14', to: '2025-12-20', at: '20,50,4', total: 7 },
      { type: 'select', event: 'berlin' },
      { type: 'select', event: null },
      { type: 'error', message: 'no story' },
    ] as const)
      expect(readOutgoing(structuredClone(written(message)))).toEqual(message);
  });

  it('of the page around are read as they were written', () => {
    const set = written({ type: 'set', from: '2025-12-14', q: '' });
    expect(readIncoming(set)).toEqual({ type: 'set', parameters: { from: '2025-12-14', q: '' } });
    for (const to of ['next', 'previous', 0, 12] as const)
      expect(readIncoming(written({ type: 'step', to }))).toEqual({ type: 'step', to });
    expect(readIncoming({ datelines: 1, type: 'step', index: 3 })).toEqual({ type: 'step', to: 3 });
    expect(readIncoming({ datelines: 1, type: 'play' })).toEqual({ type: 'play' });
  });

  it.each([
    [null],
    ['set'],
    [[{ datelines: 1, type: 'play' }]],
    [{ datelines: 2, type: 'play' }],
    [{ type: 'play' }],
    [{ datelines: 1, type: 'constructor' }],
    [{ datelines: 1, type: '__proto__' }],
    [{ datelines: 1, type: 'toString' }],
    [{ datelines: 1, type: 'set' }],
    [{ datelines: 1, type: 'set', q: { toString: 'x' } }],
    [{ datelines: 1, type: 'set', q: 'x'.repeat(5000) }],
    [JSON.parse('{"datelines": 1, "type": "set", "__proto__": {"q": "x"}}')],
    [{ datelines: 1, type: 'step', to: -1 }],
    [{ datelines: 1, type: 'step', to: 1.5 }],
    [{ datelines: 1, type: 'step', to: Infinity }],
  ])('of another shape are none: %j', (data) => {
    expect(readIncoming(data)).toBeNull();
  });

  it('never set anything but parameters of the page, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.string(), (value, key) => {
        readOutgoing(value);
        readIncoming(value);
        const read = readIncoming({ datelines: 1, type: 'set', [key]: value, q: 'found' });
        if (read?.type === 'set')
          for (const name of Object.keys(read.parameters)) expect(settable).toContain(name);
      }),
      { numRuns: 500 },
    );
    expect(({} as { q?: string }).q).toBeUndefined();
  });
});

it('can set every parameter of a page', () => {
  expect([...settable].sort()).toEqual([...parameterNames].sort());
});

describe('heights', () => {
  it('are a ladder by width', () => {
    expect([320, 390, 560, 680, 1280].map(heightFor)).toEqual([720, 720, 560, 560, 620]);
  });

  it('are told in the words of the host that the address names', () => {
    const href = 'https://maps.example/embed/';
    expect(heightMessages(560, { search: '', hash: '', href })).toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 560 },
      JSON.stringify({ src: href, context: 'iframe.resize', height: 560 }),
    ]);
    const hints = { search: '?childId=map-1', hash: '#?secret=aB3', href };
    expect(heightMessages(560, hints).slice(2)).toEqual([
      'pymxPYMxmap-1xPYMxheightxPYMx560',
      { message: 'height', value: 560, secret: 'aB3' },
    ]);
    expect(heightMessages(1, { search: '?childId=<b>', hash: '#secret=', href })).toHaveLength(2);
  });
});
