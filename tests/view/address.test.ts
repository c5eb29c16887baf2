import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRange } from '../../src/model/time/drawn-years';
import { printAddress, printWindow, readAddress, type Address } from '../../src/view/address';
import { windowOf } from '../../src/view/dates';
import { injectedQuery } from '../fixtures/injected';
import { injections } from '../fixtures/injections';
import { at } from './stories';

const span = [at('2020-01-01'), at('2026-01-01')] as const;
const zones = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Asia/Kathmandu'];

describe('the table', () => {
  it('prints what it reads', async () => {
    const full: Address = {
      story: 'peace-plan',
      src: 'https://example.org/a story.geojson?x=1&y=2',
      from: '2025-12-14',
      to: '2025-12-20',
      event: 'a/b c&d=é',
      at: { lng: 31.2, lat: 48.4, zoom: 5.25 },
      show: ['talks', 'strike'],
      unplaced: 'none',
      q: 'дрон & "x"',
      lang: 'uk',
      theme: 'dark',
      borders: 'un',
      style: { '--dl-accent': '#b00', '--dl-font-sans': 'Georgia, serif' },
    };
    const { address, notes } = await readAddress(printAddress(full));
    expect(notes).toEqual([]);
    expect(address).toEqual({ ...full, src: 'https://example.org/a%20story.geojson?x=1&y=2' });
    expect(printAddress({})).toBe('');
  });

  it.each([
    ['src=ftp://x/y', 'http or https'],
    ['src=javascript:alert(1)', 'http or https'],
    ['src=https://user:pw@example.org/', 'http or https'],
    ['from=yesterday', 'date'],
    ['to=2025-02-30', '30'],
    ['from=../2025', 'both bounds'],
    ['at=200,10,3', 'lng,lat,zoom'],
    ['at=10,10', 'lng,lat,zoom'],
    ['at=10,,3', 'lng,lat,zoom'],
    ['lang=_', 'language tag'],
    ['theme=pink', 'light, dark, auto'],
    ['borders=moon', 'un'],
    ['unplaced=1', 'none'],
    ['event=', 'event’s id'],
    ['__proto__=1', 'no such parameter'],
    ['constructor=1', 'no such parameter'],
    ['utm_source=x', 'no such parameter'],
  ])('leaves out %s with a note', async (query, words) => {
    const { address, notes } = await readAddress(query);
    expect(address).toEqual({});
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toContain(words);
  });

  it('keeps a place to half a pixel at any zoom', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.integer({ min: 0, max: 18 }),
        async (lng, lat, zoom) => {
          const read = (await readAddress(printAddress({ at: { lng, lat, zoom } }))).address.at!;
          const pixels = (512 * 2 ** zoom) / 360;
          expect(Math.abs(read.lng - lng) * pixels).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});

describe('windows', () => {
  it('are inclusive at the precision given', () => {
    expect(windowOf({ from: '2025-12-14', to: '2025-12-20' }, 'UTC', span)).toEqual([
      at('2025-12-14'),
      at('2025-12-21'),
    ]);
    expect(windowOf({ from: '2025-11', to: '2025' }, 'UTC', span)).toEqual([
      at('2025-11-01'),
      at('2026-01-01'),
    ]);
    expect(windowOf({ from: '2025-12-14T10:00Z', to: '2025-12-14T10:59Z' }, 'UTC', span)).toEqual([
      at('2025-12-14T10:00Z'),
      at('2025-12-14T11:00Z'),
    ]);
  });

  it('take the side not given from the span, and are none when inverted', () => {
    expect(windowOf({ from: '2025-12-14' }, 'UTC', span)).toEqual([at('2025-12-14'), span[1]]);
    expect(windowOf({ to: '2020-01-31' }, 'UTC', span)).toEqual([span[0], at('2020-02-01')]);
    expect(windowOf({ from: '2025-12-14', to: '2025-12-01' }, 'UTC', span)).toBeNull();
    expect(windowOf({}, 'UTC', span)).toBeNull();
  });

  it('come back from what they print as, in every zone', () => {
    const second = fc.integer({ min: at('1950-01-01') / 1000, max: at('2050-01-01') / 1000 });
    fc.assert(
      fc.property(
        second,
        fc.integer({ min: 1, max: 3e7 }),
        fc.constantFrom(...zones),
        (a, d, zone) => {
          const window = [a * 1000, (a + d) * 1000] as const;
          expect(windowOf(printWindow(window, zone), zone, span)).toEqual(window);
        },
      ),
    );
  });

  it('print as days where both bounds are midnights of the zone', () => {
    const kyiv = [at('2025-12-13T22:00Z'), at('2025-12-20T22:00Z')] as const;
    expect(printWindow(kyiv, 'Europe/Kyiv')).toEqual({ from: '2025-12-14', to: '2025-12-20' });
  });
});

it('makes nothing of texts that would run as something else', async () => {
  // What any text is, and words that happen to be an id or a language.
  const free = /^(?:event|q|show|src|story|lang)$/;
  for (const text of injections) {
    const { address, notes } = await readAddress(injectedQuery(text));
    expect(Object.keys(address).filter((key) => !free.test(key))).toEqual([]);
    expect(notes.length).toBeGreaterThan(6);
    expect(address.src ?? 'https:').toMatch(/^https?:/);
    const printed = printAddress(address);
    expect(printed).toMatch(/^\?[\w%&=.,:!~*'()-]*$/);
    expect((await readAddress(printed)).address).toEqual(address);
  }
});

describe('dates beyond what is drawn', () => {
  it('are left out with a note; the year next to the range stands for all beyond', async () => {
    const { address, notes } = await readAddress('?from=Y-17000002&to=Y170000002');
    expect([address.from, address.to]).toEqual([undefined, undefined]);
    expect(notes.map(({ key, message }) => `${key} ${message}`)).toEqual([
      'from Expected a date within the years -9999 to 9999.',
      'to Expected a date within the years -9999 to 9999.',
    ]);
    const edge = await readAddress('?from=Y-10000&to=Y10000');
    expect(edge.notes).toEqual([]);
    const { before, after } = drawnRange('Europe/Kyiv');
    expect(edge.windowIn('Europe/Kyiv', [0, 1])).toEqual([before, after]);
    expect(printWindow([before, after], 'Europe/Kyiv')).toEqual({ from: 'Y-10000', to: 'Y10000' });
    expect(edge.windowIn('Europe/Kyiv', null)).toBeNull();
  });

  it('do not move a window of a day that a zone leaves out', () => {
    const window = [Date.UTC(2011, 11, 29, 10), Date.UTC(2011, 11, 30, 10)] as const;
    const printed = printWindow(window, 'Pacific/Apia');
    expect(printed).toEqual({ from: '2011-12-29', to: '2011-12-29' });
    expect(windowOf(printed, 'Pacific/Apia', [0, 1])).toEqual(window);
  });
});
