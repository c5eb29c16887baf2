/** Stories made by chance, with every member of the contract and texts that formats stumble over. */
import type { Json } from '../import/importing';

export class StoryMaker {
  readonly #random: () => number;
  #serial = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  story(): Json & { features: Json[] } {
    const categories = this.#some(1, 5, (at) => ({
      id: this.#one([`cat-${at}`, `c;${at}`, `${at}`]),
      label: this.#text(),
      ...this.#maybe('color', () => this.#one(['#2a6f97', 'teal', 'rgb(42 111 151)'])),
      ...this.#maybe('shape', () => this.#one(['circle', 'star', 'wedge'])),
    }));
    const sources = Object.fromEntries(
      this.#some(0, 5, (at) => [this.#one([`s${at}`, `s;${at}`, `"${at}`]), this.#source()]),
    );
    const ids = this.#some(1, 6, (at) => this.#one<unknown>([`e${at}`, `${at}`, at, ` e${at} `, `=e;${at}`, `e"${at}\n`]));
    const features = ids.map((id) => this.#feature(id, ids, categories, Object.keys(sources)));
    return {
      type: 'FeatureCollection',
      title: this.#text(),
      ...this.#maybe('description', () => this.#text()),
      ...this.#maybe('language', () => this.#one(['en', 'uk', 'ar'])),
      ...this.#maybe('asOf', () => this.#one(['2025-12-18', '2025-12-18T12:00:00Z'])),
      ...this.#maybe('timeZone', () => this.#one(['Europe/Kyiv', 'UTC', 'Asia/Kathmandu'])),
      ...this.#maybe('license', () => this.#text()),
      ...this.#maybe('credit', () => this.#text()),
      ...this.#maybe('steps', () => [{ title: this.#text(), from: '2025-12', show: 'cat-0' }]),
      ...this.#maybe('measures', () => ['killed']),
      ...this.#maybe('x-own', () => this.#value()),
      categories,
      ...this.#maybe('sources', () => sources),
      features,
    };
  } // prettier-ignore

  #feature(id: unknown, ids: unknown[], categories: { id: string }[], sources: string[]): Json {
    const timed = this.#chance(0.3);
    const time = () =>
      this.#one<unknown>([
        { date: '2025-12-17' },
        { timestamp: '2025-12-17T10:30:05Z' },
        { interval: ['2025-12-17', '..'] },
        { interval: ['..', '..'] },
        { interval: ['2025-12-17T10:30:05.250Z', '2025-12-18T00:00:00Z'] },
        { date: '2025-12-17', resolution: 'P1D' },
      ]);
    return {
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      geometry: this.#geometry(),
      ...(timed ? { time: time() } : {}),
      ...this.#maybe('bbox', () => [1, 2, 3, 4], 0.1),
      ...this.#maybe('x-member', () => this.#value(), 0.2),
      ...this.#maybe('links', () => [{ href: 'https://a.example/' }], 0.1),
      properties: {
        title: this.#text(),
        ...this.#maybe('summary', () => this.#text()),
        ...this.#maybe('category', () => this.#one([...categories.map((one) => one.id), 'undeclared'])),
        ...(timed && this.#chance(0.6) ? {} : { when: this.#when() }),
        ...this.#maybe('where', () => this.#place()),
        ...this.#maybe('places', () =>
          this.#some(0, 3, () => ({
            ...this.#place(),
            role: this.#one(['venue', 'target', 'origin', 'route', 'affected', 'speaker']),
            geometry: this.#geometry(),
          })),
        ),
        ...this.#maybe('status', () => this.#one(['happened', 'ongoing', 'scheduled', 'postponed', 'rescheduled', 'cancelled'])),
        ...this.#maybe('evidence', () => this.#one(['claimed', 'corroborated', 'verified', 'disputed', 'retracted'])),
        ...this.#maybe('actors', () =>
          this.#some(0, 3, () => ({ name: this.#text(), ...this.#maybe('role', () => this.#text(), 0.3) })),
        ),
        ...this.#maybe('claims', () =>
          this.#some(1, 3, () => ({
            by: this.#text(),
            stance: this.#one(['asserts', 'acknowledges', 'denies', 'disputes']),
            text: this.#text(),
            ...(sources.length > 0 ? this.#maybe('source', () => this.#one(sources)) : {}),
            ...this.#maybe('on', () => '2025-12-18'),
          })),
        ),
        ...this.#maybe('figures', () =>
          this.#some(1, 4, () => ({
            measure: this.#one(['killed', 'injured', 'drones', 'a.b', 'x#2', 'weapons; heavy']),
            min: this.#number(),
            ...this.#maybe('max', () => this.#one([this.#number(), null])),
            ...this.#maybe('best', () => this.#number(), 0.3),
            ...this.#maybe('by', () => this.#text(), 0.3),
          })),
        ),
        ...this.#maybe('sources', () =>
          this.#some(0, 3, () => (sources.length > 0 && this.#chance(0.6) ? this.#one([...sources, 'unknown']) : this.#source())),
        ),
        ...this.#maybe('links', () => [
          { rel: this.#one(['follows', 'part-of', 'responds-to']), event: String(this.#one(ids)) },
        ]),
        ...this.#maybe('media', () => [
          { type: 'image', url: 'https://a.example/1.jpg', alt: this.#text(), ...this.#maybe('credit', () => this.#text()), ...this.#maybe('sensitive', () => this.#text()) },
        ]),
        ...this.#maybe('sensitive', () => this.#text(), 0.2),
        ...this.#maybe('note', () => this.#text(), 0.3),
        ...Object.fromEntries(
          this.#some(0, 4, () => [
            this.#one(['lat', 'lng', 'id', 'time', 'source', 'json:title', 'own:x', 'figures.killed.min', 'title@uk', 'region', ' spaced ', '', '=cmd', '__proto__', 'datelines:story', 'constructor', '"', 'a,b;c']),
            this.#value(),
          ]),
        ),
      },
    };
  } // prettier-ignore

  #when(): string {
    return this.#one([
      '2025-12-17', '2025-12', '2025', '2025-12-17~', '2025-12?', '2025%', '2025-21', '2025-XX',
      '19XX', '2025-12-17/2025-12-18', '2025-12-17~/2025-12-18?', '2025-12-17/..', '../2025-12-17',
      '../..', '2025-12-17/', '/2025-12-17', '2025-12-17T10:30', '2025-12-17T10:30:05Z',
      '2025-12-17T10:30:05+02:00', '2025-12-17T10:30/2025-12-17T11:00', '-0044-03-15', 'Y17E8',
      'Y-17000002', '9999-12-31', '-9999', '0000', '2025-12-17T23:59:60Z'.replace('60', '59'),
    ]); // prettier-ignore
  }

  #place(): Json {
    return {
      ...this.#maybe('name', () => this.#text(), 0.8),
      ...this.#maybe('precision', () => this.#one(['point', 'street', 'settlement', 'district', 'region', 'country'])),
      ...this.#maybe('radius', () => this.#one([500, 0.5, 12345.678])),
      ...this.#maybe('country', () => 'DE'),
      ...this.#maybe('regions', () => this.#one([['DE-BE'], ['US-FL', 'US-GA'], []])),
      ...this.#maybe('x-unknown', () => this.#value(), 0.1),
    };
  } // prettier-ignore

  #geometry(): unknown {
    return this.#one<unknown>([
      null,
      { type: 'Point', coordinates: [13.4, 52.5] },
      { type: 'Point', coordinates: [-179.9999999, -1e-7] },
      { type: 'Point', coordinates: [13.4, 52.5, 34.25] },
      { type: 'Point', coordinates: [0.1 + 0.2, 1], bbox: [1, 1, 1, 1] },
      { type: 'LineString', coordinates: [[0, 0], [1, 1]] },
      { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] },
      { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] },
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[0, 0], [1, 1]] }] },
    ]); // prettier-ignore
  }

  #source(): Json {
    return {
      title: this.#text(),
      ...this.#maybe('publisher', () => this.#text(), 0.4),
      ...this.#maybe('url', () => `https://a.example/${++this.#serial}${this.#one(['', ';b', '?q="x"'])}`),
      ...this.#maybe('archiveUrl', () => `https://archive.example/${++this.#serial}`, 0.2),
      ...this.#maybe('published', () => this.#one(['2025-12-15', '2025-12']), 0.4),
      ...this.#maybe('language', () => 'uk', 0.2),
      ...this.#maybe('x-desk', () => this.#value(), 0.1),
    };
  } // prettier-ignore

  /** Each differs from every other, so that it can be looked for. */
  #text(): unknown {
    if (this.#chance(0.75)) return this.#line();
    const tags = ['en', 'uk', 'de', 'zh-Hant'].filter(() => this.#chance(0.5));
    return Object.fromEntries((tags.length > 0 ? tags : ['en']).map((tag) => [tag, this.#line()]));
  }

  #line(): string {
    const serial = `t${++this.#serial}.`;
    return this.#one([
      `Talks ${serial}`, `Talks ${serial}`, `Talks ${serial}`, `${serial}; and more`, `He said "${serial}"`,
      `"${serial}`, `=SUM(${serial})`, `+${serial}`, `-${serial}`, `@${serial}`, `'=${serial}`, `'${serial}`,
      `line ${serial}\nline two`, `line ${serial}\r\nline two`, `tab\t${serial}`, ` ${serial} `, `Київ ${serial}`,
      `مرحبا ${serial}`, `\u202e${serial}\u202c`, `👩‍🚒🇺🇦 ${serial}`, `e\u0301${serial}`, `\u0001\u001f${serial}`,
      `nul\u0000${serial}`, `half \ud800 ${serial}`, `[1] ${serial}`, `{"a": "${serial}"}`, `["${serial}"]`,
      `, ${serial},`, `\ufeff${serial}`, `${serial}\u2028`, `\\n ${serial}`, `| ${serial} |`,
    ]); // prettier-ignore
  }

  #number(): number {
    return this.#one([0, 1, 12, 3.5, -4, 1e21, 1.5e-7, 123456789]);
  }

  #value(): unknown {
    return this.#one<unknown>([
      this.#line(), this.#line(), this.#line(), 5, -5.5, true, null, '', '5', 'true', 'null', '"', '[]', {},
      [], { deep: [1, { text: this.#line() }] }, '-1', '1e5', ' 7 ', ['a;b', 'c'],
    ]); // prettier-ignore
  }

  #maybe<T>(name: string, make: () => T, chance = 0.5): Record<string, T> {
    return this.#chance(chance) ? { [name]: make() } : {};
  }

  #some<T>(least: number, most: number, make: (at: number) => T): T[] {
    const length = least + Math.floor(this.#random() * (most - least + 1));
    return Array.from({ length }, (_, at) => make(at));
  }

  #one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }
}
