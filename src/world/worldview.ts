/** What one worldview draws of each piece of the world. Pure. */
import type { WorldviewId } from '../model/worldviews';

/** A disputed or occupied area, as the table of views has it. */
export interface Area {
  readonly names: Readonly<Record<string, string>>;
  /** Areas of one group: no line between two that a view counts to one country. */
  readonly group?: string;
  /** The ISO 3166-1 code that it has of its own. */
  readonly code?: string;
  /** Country → the ISO 3166-2 code that it has there. */
  readonly regions?: Readonly<Record<string, string>>;
  /** A view that is not named draws what `un` draws. */
  readonly views: Readonly<
    Record<string, { readonly country: string | null; readonly dashed: boolean }>
  >;
}

export type Areas = Readonly<Record<string, Area>>;

/** A piece is an ISO 3166-1 code or the id of an area. */
export class Worldview {
  readonly id: WorldviewId;
  readonly areas: Areas;

  constructor(id: WorldviewId, areas: Areas) {
    this.id = id;
    this.areas = areas;
  }

  /** ISO 3166-1 alpha-2 of the country that a piece is drawn in; `null` for none. */
  countryOf(piece: string): string | null {
    const area = this.areas[piece];
    return area ? this.#choice(area).country : piece;
  }

  /** Each country that some view draws the piece in, and the code that it has of its own. */
  anyCountryOf(piece: string): (string | null)[] {
    const area = this.areas[piece];
    if (!area) return [piece];
    return [area.code ?? null, ...Object.values(area.views).map(({ country }) => country)];
  }

  /** Is it outlined with a dashed line? */
  isDashed(piece: string): boolean {
    const area = this.areas[piece];
    return area !== undefined && this.#choice(area).dashed;
  }

  /** The line between two pieces. */
  lineBetween(a: string, b: string): 'none' | 'border' | 'dashed' {
    const [first, second] = [this.countryOf(a), this.countryOf(b)];
    const one = a === b || (first === second && first !== null);
    if (this.isDashed(a) || this.isDashed(b))
      return one && this.#together(a, b) ? 'none' : 'dashed';
    return one ? 'none' : 'border';
  }

  #choice({ views }: Area) {
    return views[this.id] ?? views.un!;
  }

  #together(a: string, b: string): boolean {
    const group = this.areas[a]?.group;
    return a === b || (group !== undefined && group === this.areas[b]?.group);
  }
}
