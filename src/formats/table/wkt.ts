/** Geometries as well-known text (OGC 06-103r4, clause 7; the SRID of PostGIS; literals of GeoSPARQL). */
import type { Geometry, Position } from 'geojson';

/** What a text that is written as well-known text says. */
export type WktReading =
  | { readonly geometry: Geometry }
  /** Another reference system than longitude and latitude in WGS 84. */
  | { readonly system: string }
  /** It begins as one, and is none. */
  | { readonly fault: true };

const start =
  /^\s*(?:<([^<>]{1,200})>\s*)?(?:SRID\s*=\s*(\d{1,8})\s*;\s*)?(?=(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*\()/i;
/** In characters. */
const longest = 2_000_000;
/** Collections within collections. */
const deepest = 8;

/** Nothing where the text is not written as one. Heights are kept, measures are left out. */
export function readWkt(text: string): WktReading | undefined {
  // Most cells begin with a digit.
  if (text.charCodeAt(0) < AT_SIGN && text.charCodeAt(0) > SPACE && !text.startsWith('<'))
    return undefined;
  const head = start.exec(text);
  if (!head) return undefined;
  const [{ length }, uri, srid] = head;
  if (srid !== undefined && !['0', '4326', '4979'].includes(srid))
    return { system: `EPSG:${srid}` };
  // Wikidata names the globe instead: Q2 is the Earth.
  if (uri !== undefined && !/CRS84h?$|\/entity\/Q2$/.test(uri)) return { system: uri };
  const geometry = text.length > longest ? undefined : new WktReader(text, length).read();
  return geometry ? { geometry } : { fault: true };
}

const [SPACE, AT_SIGN] = [0x20, 0x40];

type Nested = Position | Nested[];

/** Kind → its name in GeoJSON, and in how many lists its positions stand. */
const kinds: ReadonlyMap<string, readonly [type: string, lists: number]> = new Map([
  ['POINT', ['Point', 0]],
  ['LINESTRING', ['LineString', 1]],
  ['POLYGON', ['Polygon', 2]],
  ['MULTIPOINT', ['MultiPoint', 1]],
  ['MULTILINESTRING', ['MultiLineString', 2]],
  ['MULTIPOLYGON', ['MultiPolygon', 3]],
]);

class WktReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): Geometry | undefined {
    const geometry = this.#geometry(0);
    return geometry && this.#text.slice(this.#at).trim() === '' ? geometry : undefined;
  }

  #geometry(depth: number): Geometry | undefined {
    const head = this.#match(/\s*([A-Z]{5,18}?)\s*(ZM|Z|M)?\s*(?=\()/iy);
    if (!head || depth > deepest) return undefined;
    const [name, dimensions = ''] = head.slice(1).map((part) => part?.toUpperCase());
    if (name === 'GEOMETRYCOLLECTION') {
      const geometries = this.#items(() => this.#geometry(depth + 1));
      return geometries && { type: 'GeometryCollection', geometries };
    }
    const [type, lists] = kinds.get(name!) ?? [];
    if (type === undefined || lists === undefined) return undefined;
    const position = () => this.#position(dimensions === 'M');
    if (type === 'Point') {
      const [coordinates, ...more] = this.#items(position) ?? [];
      return coordinates && more.length === 0 ? { type, coordinates } : undefined;
    }
    // The points of a MULTIPOINT stand in brackets of their own, or without.
    const single = () => {
      const [only, ...more] = this.#items(position) ?? [];
      return more.length > 0 ? undefined : only;
    };
    const point = () => (type === 'MultiPoint' && this.#next() === '(' ? single() : position());
    const coordinates = this.#nested(lists, point);
    return coordinates && ({ type, coordinates } as Geometry);
  }

  #nested(lists: number, position: () => Position | undefined): Nested[] | undefined {
    return this.#items<Nested>(() =>
      lists === 1 ? position() : this.#nested(lists - 1, position),
    );
  }

  /** What stands between brackets, with commas between. */
  #items<Item>(read: () => Item | undefined): Item[] | undefined {
    const items: Item[] = [];
    let sign = '(';
    do {
      if (this.#next() !== sign) return undefined;
      this.#at++;
      const item = read();
      if (item === undefined) return undefined;
      items.push(item);
      sign = ',';
    } while (this.#next() === sign);
    if (this.#next() !== ')') return undefined;
    this.#at++;
    return items;
  }

  #position(measured: boolean): Position | undefined {
    const found = this.#match(
      /\s*([-+\d.e]{1,40})\s+([-+\d.e]{1,40})(?:\s+([-+\d.e]{1,40}))?(?:\s+[-+\d.e]{1,40})?\s*/iy,
    );
    if (!found) return undefined;
    const [x, y, z] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    const position = z === undefined || measured ? [x!, y!] : [x!, y!, z];
    return position.every(Number.isFinite) ? position : undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  /** The next sign that is no white space. */
  #next(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.charAt(this.#at);
  }
}
