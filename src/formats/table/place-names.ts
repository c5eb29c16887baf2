/** The cells of a row that name its place: gathered while the table is looked through, then looked
 * up where the row has no position. */
import type { Geocoding } from '../geocode/geocoding';
import type { FoundPlace, PlaceCandidate, PlaceWords } from '../geocode/types';
import { isSentinel, standsForNothing } from './nothing';
import type { Cell, Mapping } from './roles';
import type { RowProblems } from './row-problems';
import { t } from '../../words/reading';

/** Fields that give a position. */
const positions = ['lng', 'lat', 'latlng', 'lnglat', 'pair', 'wkt'] as const;
/** Candidates that a message names. */
const mostNamed = 4;

export class PlaceNameCells {
  readonly #geocoding: Geocoding;
  readonly #name: string | undefined;
  readonly #country: string | undefined;
  readonly #region: string | undefined;
  /** Columns. */
  readonly #positions: readonly string[];

  constructor(mapping: Mapping, geocoding: Geocoding) {
    this.#geocoding = geocoding;
    this.#name = mapping.get('where.name');
    this.#country = mapping.get('where.country');
    this.#region = mapping.get('where.region');
    this.#positions = positions.flatMap((field) => mapping.get(field) ?? []);
  }

  /** @param placed The record has a position outside its cells. */
  gather(cell: Cell, placed: boolean): void {
    if (this.#geocoding.mode === 'off') return;
    if (placed || this.#hasPosition(cell)) return this.#geocoding.hasPosition();
    const words = this.#words(cell);
    if (words) this.#geocoding.gather(words);
  }

  /** The country of a text in any language; only of those that were gathered. */
  country(text: string): string | undefined {
    return this.#geocoding.country(text);
  }

  /** Nothing where the row names no place, or none that is clear, which is said. */
  read(cell: Cell, record: number, problems: RowProblems): FoundPlace | undefined {
    const words = this.#hasPosition(cell) ? undefined : this.#words(cell);
    const outcome = words && this.#geocoding.placeOf(words, record);
    if (!outcome || outcome.state === 'declined') return undefined;
    if (outcome.state === 'placed' || outcome.state === 'chosen') return outcome.place;
    const column = (this.#name !== undefined && cell(this.#name) ? this.#name : this.#region)!;
    const warn = (code: string, expected: string) =>
      problems.warn(column, words.name, code, expected);
    if (outcome.state === 'unknown') {
      warn('place-unknown', t('geocode.expectedKnown'));
      return undefined;
    }
    const candidates = namesOf(outcome.candidates);
    if (outcome.state === 'proposed') {
      warn('place-proposed', t('geocode.proposed', { candidates }));
      return outcome.place;
    }
    warn('place-not-clear', t('geocode.expectedClear', { candidates }));
    return undefined;
  }

  #hasPosition(cell: Cell): boolean {
    return this.#positions.some(
      (column) => !standsForNothing(cell(column)) && !isSentinel(cell(column)),
    );
  }

  /** Where there is no name, the region is the place. */
  #words(cell: Cell): PlaceWords | undefined {
    const text = (column: string | undefined) =>
      column === undefined || standsForNothing(cell(column)) ? '' : cell(column);
    const [name, country, region] = [text(this.#name), text(this.#country), text(this.#region)];
    if (name !== '') return { name, country, region };
    return region === '' ? undefined : { name: region, country, region: '' };
  }
}

/** "Donetsk (town, UA-14), Donetsk (town, RU-ROS)". */
function namesOf(candidates: readonly PlaceCandidate[]): string {
  const names = candidates
    .slice(0, mostNamed)
    .map(({ name, kind, country, region }) =>
      t('geocode.candidate', { name, kind, where: region ?? country ?? '–' }),
    );
  const more = candidates.length - names.length;
  return more > 0
    ? t('geocode.moreCandidates', { names: names.join(', '), more })
    : names.join(', ');
}
