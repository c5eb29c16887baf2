/** Stories made by chance, with every member of the contract and texts that formats stumble over. */
import type { Json } from '../import/importing';

/** With clocks that change, half hours, days that were skipped, and offsets beyond twelve hours. */
const ZONES = [
  'UTC', 'Europe/Kyiv', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Apia', 'Pacific/Kiritimati',
  'Australia/Lord_Howe',
]; // prettier-ignore

/** Dates at the borders of what EDTF, zones and the timeline know. */
const DATES = [
  '2025-12-17', '2025-12', '2025', '19XX', 'Y17E8', 'Y-17000002', 'Y12345', '9999-12-31', '-9999', '0000',
  '-0044-03-15', '2011-12-30', '2025-03-30T03:30', '2025-10-26T03:30', '2025-03-09T02:30', '2025-11-02T01:30',
  '2025-12-17T10', '2025-12-17T24:00', '2025-12-17T23:59:60Z', '2024-02-29', '9999-12-31T23:59:59Z',
]; // prettier-ignore

/** Members that may hold what they should not. */
const MEMBERS = [
  'summary', 'category', 'where', 'places', 'status', 'evidence', 'actors', 'claims', 'figures', 'sources',
  'links', 'media', 'sensitive', 'note',
]; // prettier-ignore

export class StoryMaker {
  readonly #random: () => number;
  #serial = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  story(): Json & { features: Json[] } {
    const categories = this.#some(0, this.#chance(0.1) ? 20 : 5, (at) => ({
      id: this.#one([`cat-${at}`, `c;${at}`, `${at}`, 'other']),
      ...this.#maybe('label', () => this.#text(), 0.9),
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
      ...this.#maybe('language', () => this.#one(['en', 'uk', 'ar', 'zh-Hant', 'pt-BR'])),
      ...this.#maybe('asOf', () => this.#one(['2025-12-18', '2025-12-18T12:00:00Z', '-0044-03-15'])),
      ...this.#maybe('timeZone', () => this.#one(ZONES)),
      ...this.#maybe('license', () => this.#text()),
      ...this.#maybe('credit', () => this.#text()),
      ...this.#maybe('steps', () =>
        this.#some(0, 3, () => ({
          title: this.#text(),
          ...this.#maybe('text', () => this.#text()),
          ...this.#maybe('from', () => this.#date()),
          ...this.#maybe('to', () => this.#date()),
          ...this.#maybe('at', () => '13.4,52.5,6.25'),
          ...this.#maybe('event', () => String(this.#one(ids))),
          ...this.#maybe('show', () => 'cat-0,undeclared', 0.3),
          ...this.#maybe('q', () => this.#line(), 0.3),
          ...this.#maybe('x-step', () => this.#value(), 0.1),
        })),
      ),
      ...this.#maybe('measures', () => this.#one([['killed'], ['a.b', 'x#2'], []])),
      ...this.#maybe('bbox', () => [-180, -90, 180, 90], 0.1),
      ...this.#maybe('conformsTo', () => this.#one<unknown>([['https://a.example/conf'], 'https://a.example/conf', []]), 0.1),
      ...this.#maybe('@context', () => this.#one<unknown>(['https://a.example/context', [{}]]), 0.1),
      ...Object.fromEntries(
        this.#some(0, 2, () => [this.#one(['x-own', '__proto__', 'json', '=x', 'a"b']), this.#value()]),
      ),
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
        { date: '-0044-03-15' },
        { interval: ['1850-01-01', '1850-12-31'] },
        { interval: ['2025-12-17T23:30:00Z', '..'] },
        null,
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
            ...this.#maybe('on', () => this.#date()),
            ...this.#maybe('x-claim', () => this.#value(), 0.1),
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
          { type: this.#one(['image', 'video', 'audio/mpeg']), url: this.#one(['https://a.example/1.jpg', 'media/a b.jpg']), alt: this.#text(), ...this.#maybe('credit', () => this.#text()), ...this.#maybe('sensitive', () => this.#one([this.#text(), true])) },
        ]),
        ...this.#maybe('sensitive', () => this.#text(), 0.2),
        ...this.#maybe('note', () => this.#text(), 0.3),
        ...(this.#chance(0.1) ? { [this.#one(MEMBERS)]: this.#value() } : {}),
        ...Object.fromEntries(
          this.#some(0, 4, () => [
            this.#one(['lat', 'lng', 'id', 'time', 'source', 'json:title', 'own:x', 'figures.killed.min', 'title@uk', 'region', ' spaced ', '', '=cmd', '__proto__', 'datelines:story', 'constructor', '"', 'a,b;c']),
            this.#value(),
          ]),
        ),
      },
    };
  } // prettier-ignore

  /** Every kind of EDTF, and what looks like it. */
  #when(): unknown {
    if (this.#chance(0.03)) return this.#one<unknown>([null, '', 'soon', '2025-02-30', '[1667,1668]', '{2025,2026}', false]);
    if (this.#chance(0.7)) return this.#date();
    if (this.#chance(0.2)) return this.#one(['../..', '/..', '../', '/2025-12-17', '2025-12-17/', '../2025-12-17', '2025/..']);
    const [one, two] = [this.#year(), this.#year()].sort((a, b) => a - b) as [number, number];
    return `${this.#written(one)}/${this.#written(two + 1)}`;
  } // prettier-ignore

  #date(): string {
    return this.#chance(0.4) ? this.#one(DATES) : this.#written(this.#year());
  }

  #year(): number {
    return this.#one([2025, 2025, 1850, 79, 0, -43, -9998, 9998, 1999]);
  }

  /** A date of the year: with any precision, doubt, clock and offset. */
  #written(year: number): string {
    const digits = String(Math.abs(year)).padStart(4, '0');
    const text = year < 0 ? `-${digits}` : digits;
    const doubt = this.#one(['', '', '', '~', '?', '%']);
    const [month, day] = [this.#one(['01', '02', '06', '10', '12']), this.#one(['01', '15', '28'])];
    const clock = this.#one(['00:00', '10:30', '23:59:59', '02:30:05', '10:30:05.250']);
    const offset = this.#one(['', 'Z', '+02:00', '-09:30', '+14:00']);
    return this.#one([
      `${text}${doubt}`, `${text}-${month}${doubt}`, `${text}-${month}-${day}${doubt}`,
      `${text}-${month}-${day}${doubt}`, `${text}-${this.#one([21, 22, 23, 24, 25, 28, 33, 36, 37, 40, 41])}${doubt}`,
      `${text.slice(0, -1)}X`, `${text.slice(0, -2)}XX`, `${text}-${month}-XX`, `${text}-XX`, `${text}-XX-XX`,
      `${text}-${month}-${day}T${clock}${offset}`, `${text}-${month}-${day}T${clock}${offset}`,
    ]);
  } // prettier-ignore

  #place(): Json {
    return {
      ...this.#maybe('name', () => this.#text(), 0.8),
      ...this.#maybe('precision', () => this.#one(['point', 'street', 'settlement', 'district', 'region', 'country'])),
      ...this.#maybe('radius', () => this.#one([500, 0.5, 12345.678])),
      ...this.#maybe('country', () => this.#one(['DE', 'UA', 'UA', 'Germany', 'de'])),
      ...this.#maybe('regions', () => this.#one([['DE-BE'], ['US-FL', 'US-GA'], []])),
      ...this.#maybe('evidence', () => this.#one(['by-name', 'proposed']), 0.1),
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
      { type: 'Point', coordinates: [] },
      { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] },
      { type: 'MultiLineString', coordinates: [[[179, 1], [180, 2]], [[-180, 2], [-179, 3]]] },
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[0, 0], [1, 1]] }] },
    ]); // prettier-ignore
  }

  #source(): Json {
    return {
      title: this.#text(),
      ...this.#maybe('publisher', () => this.#text(), 0.4),
      ...this.#maybe('url', () => `https://a.example/${++this.#serial}${this.#one(['', ';b', '?q="x"'])}`),
      ...this.#maybe('archiveUrl', () => `https://archive.example/${++this.#serial}`, 0.2),
      ...this.#maybe('published', () => this.#date(), 0.4),
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
