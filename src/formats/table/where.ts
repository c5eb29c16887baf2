/** The cells of a row that say where → a geometry. */
import type { Geometry, Point } from 'geojson';
import type { Problem } from '../../model/event';
import { readAngle, readHemisphere, readPair } from './angles';
import { columnWords } from './fields';
import { note } from './header';
import { isSentinel, standsForNothing } from './nothing';
import type { Cell, Mapping } from './roles';
import type { RowProblems } from './row-problems';
import type { Findings } from './survey';
import { readWkt } from './wkt';
import { t } from '../../words/reading';

/** Fields of a column that has a whole position. */
const wholes = ['lnglat', 'latlng', 'pair', 'wkt'] as const;

export class WhereCells {
  readonly #mapping: Mapping;
  readonly #findings: Findings;
  /** Whether the latitude comes first in the column of pairs; nothing where it is not told. */
  readonly #latFirst: boolean | undefined;
  /** Longitudes beyond 180 degrees, which are counted on around the globe. */
  #wrapped: { column: string; text: string; record: number; count: number } | undefined;

  constructor(mapping: Mapping, findings: Findings) {
    this.#mapping = mapping;
    this.#findings = findings;
    const column = mapping.get('pair');
    this.#latFirst = column === undefined ? undefined : pairOrder(column, findings)?.latFirst;
  }

  /** `null` where the row has no coordinates, which is a warning where others have; nothing where
   * they can't be read, which is an error. */
  read(cell: Cell, problems: RowProblems): Geometry | null | undefined {
    const [lng, lat] = [this.#mapping.get('lng'), this.#mapping.get('lat')];
    if (lng !== undefined && lat !== undefined)
      return this.#point(
        { field: lng, text: cell(lng) },
        { field: lat, text: cell(lat) },
        problems,
      );
    for (const field of wholes) {
      const column = this.#mapping.get(field);
      if (column !== undefined) return this.#whole(column, cell(column), field, problems);
    }
    return null;
  }

  /** After the last row. */
  notes(): Problem[] {
    if (!this.#wrapped) return [];
    const { column, text } = this.#wrapped;
    const message = t('table.wrappedLongitudes', this.#wrapped);
    return [note(column, 'wrapped-longitude', message, text)];
  }

  #whole(
    column: string,
    text: string,
    field: (typeof wholes)[number],
    problems: RowProblems,
  ): Geometry | null | undefined {
    if (standsForNothing(text)) {
      problems.warn(column, text, 'missing-place', t('expected.positionNone'));
      return null;
    }
    const wkt = readWkt(text);
    if (wkt) return this.#fromWkt(column, text, wkt, problems);
    const pair = readPair(text);
    if (!pair) {
      const expected = field === 'wkt' ? t('table.expectedWkt') : t('table.expectedPair');
      problems.error(column, text, 'bad-position', expected);
      return undefined;
    }
    const order = pair.order ?? (field === 'pair' ? undefined : field);
    const latFirst = order === undefined ? this.#latFirst : order === 'latlng';
    if (latFirst === undefined) {
      problems.error(column, text, 'coordinate-order', t('table.expectedPairOrder'));
      return undefined;
    }
    const [first, second] = pair.parts;
    const [lng, lat] = latFirst ? [second, first] : [first, second];
    return this.#point({ field: column, text: lng }, { field: column, text: lat }, problems, text);
  }

  #fromWkt(
    column: string,
    text: string,
    wkt: NonNullable<ReturnType<typeof readWkt>>,
    problems: RowProblems,
  ): Geometry | null | undefined {
    if ('system' in wkt)
      problems.error(column, text, 'other-crs', t('table.expectedWgs84', { system: wkt.system }));
    else if ('fault' in wkt) problems.error(column, text, 'bad-position', t('table.expectedWkt'));
    else if (wkt.geometry.type !== 'Point') return wkt.geometry;
    else {
      const [lng, lat] = wkt.geometry.coordinates as [number, number];
      const [x, y] = [
        { field: column, text: String(lng) },
        { field: column, text: String(lat) },
      ];
      const point = this.#point(x, y, problems, text);
      const heights = wkt.geometry.coordinates.slice(2);
      return point && { type: 'Point', coordinates: [...point.coordinates, ...heights] };
    }
    return undefined;
  }

  #point(lng: Part, lat: Part, problems: RowProblems, whole?: string): Point | null | undefined {
    if (isEmpty(lng) && isEmpty(lat)) {
      problems.warn(lat.field, whole ?? lat.text, 'missing-place', t('expected.positionNone'));
      return null;
    }
    const x = this.#angle(lng, 'lng', problems, whole);
    const y = this.#angle(lat, 'lat', problems, whole);
    return x === undefined || y === undefined ? undefined : { type: 'Point', coordinates: [x, y] };
  }

  #angle(
    { field, text }: Part,
    axis: 'lng' | 'lat',
    problems: RowProblems,
    whole = text,
  ): number | undefined {
    const value = readAngle(text, axis, this.#findings.meaningOfO.get(field));
    if (value === undefined) {
      const unclear = axis === 'lng' && readHemisphere(text)?.hemisphere === 'O';
      const expected = unclear ? t('table.expectedHemisphere') : t('table.expectedAngle', { axis });
      problems.error(field, whole, 'bad-position', expected);
    } else if (Math.abs(value) <= (axis === 'lng' ? 180 : 90)) {
      return value;
    } else if (axis === 'lng' && value > 0 && value <= 360) {
      if (this.#wrapped) this.#wrapped.count++;
      else this.#wrapped = { column: field, text, record: problems.record, count: 1 };
      return within180(value);
    } else {
      const expected = t('table.expectedAngleRange', { axis });
      problems.error(field, whole, 'coordinate-range', expected);
    }
    return undefined;
  }
}

/** 184.8 → -175.2, without the noise of floating-point numbers; others up to 180 as they are. */
export function within180(lng: number): number {
  return lng <= 180 ? lng : Number((lng - 360).toFixed(12));
}

/** How it is told which of two numbers in a cell is the latitude. */
export interface PairOrder {
  readonly latFirst: boolean;
  readonly by: 'range' | 'name' | 'country';
}

/** Nothing where nothing tells, or two things contradict each other. */
export function pairOrder(column: string, { pair }: Findings): PairOrder | undefined {
  const { latFirst, lngFirst, byCountry } = pair;
  if (latFirst && lngFirst) return undefined;
  if (latFirst || lngFirst) return { latFirst: latFirst !== undefined, by: 'range' };
  const words = columnWords(column);
  if (latFirstName.test(words)) return { latFirst: true, by: 'name' };
  if (lngFirstName.test(words)) return { latFirst: false, by: 'name' };
  if (byCountry === undefined) return undefined;
  return { latFirst: byCountry === 'latlng', by: 'country' };
}

/** Opendatasoft exports `geo_point_2d` with the latitude first. */
const latFirstName =
  /(?:^| )(?:lat|latitude|latitud|breite|широта|ш) ?(?:and |und |et |y |та |и )?(?:lo?ng?|longitude|longitud|länge|довгота|долгота|д)(?: |$)|^geo ?point ?2d$/;
const lngFirstName =
  /(?:^| )(?:lo?ng?|longitude|longitud|länge|довгота|долгота|д) ?(?:and |und |et |y |та |и )?(?:lat|latitude|latitud|breite|широта|ш)(?: |$)/;

interface Part {
  readonly field: string;
  readonly text: string;
}

function isEmpty({ text }: Part): boolean {
  return standsForNothing(text) || isSentinel(text);
}
