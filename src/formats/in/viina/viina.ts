/** VIINA: reports of events in Ukraine, found and sorted by machine (https://github.com/zhukovyuri/VIINA);
 * its tables of reports, of reports with labels, of one event per place and day, and tables made from
 * these with values joined by `|`. */
import { isSafeAddress } from '../../../model/safe-address';
import type { TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { countOf, hasColumns, keptCells, needColumns, textCells } from '../../shared/columns';
import { convertedTo, filledOr } from '../../shared/feature';
import { headline, hostOf, joinParts, itemList } from '../../shared/headline';
import { placedBy, pointOf } from '../../shared/position';
import { SourceTable, type SourceMembers } from '../../shared/source-table';
import { dateWaysOf, printDay, readDay } from '../../shared/days';
import { note } from '../../table/header';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { actors, viinaPrecision, eventKinds, languages, outlets } from './codes';
import { t } from '../../../words/reading';

const needed = ['date', 'longitude', 'latitude'];
/** No other table has two of them, or of its columns of kinds and actors. */
const telling = ['report_id', 'event_id_1pd', 'GEO_PRECISION', 'GEO_API', 'geonameid', 'asciiname'];
const joinedPattern = /[|;]/;
const placeNote =
  'The date is that of the report; what it reports may have happened before. ' +
  'The place was found by machine and may be one that the report only mentions.';

/** How the place of a row was come by, in subsets that have such a column. */
const placing = 'location_method';

export const viina: TableFormat = {
  id: 'viina',
  get label() {
    return t('format.viina');
  },
  fits(columns) {
    if (!hasColumns(columns, needed)) return 0;
    const kinds = columns.filter((name) => /^[at]_[a-z]{2,9}(?:_init)?(?:_b|_pred)?$/.test(name));
    return countOf(columns, telling) + Math.min(kinds.length, 2) >= 2 ? 0.97 : 0;
  },
  dates: () => ['date'],
  open(columns, options) {
    needColumns('VIINA', columns, needed);
    const categories = new UsedCategories();
    const sources = new SourceTable();
    const ids = columns.includes('event_id_1pd') ? 'event_id_1pd' : 'event_id';
    // The report's text stands in the title or the summary, whole.
    const carried = new Set([
      ids,
      'text',
      ...(columns.includes('text') ? [] : ['representative_text']),
    ]);
    let disputed = 0;
    return {
      sources,
      read(raw, record) {
        const problems = new RowProblems(record);
        const cell = textCells(raw);
        if (/DISPUTED/.test(cell(placing))) disputed++;
        const day = readDay('date', raw('date'), problems, dateWaysOf(options));
        const text = textOf(cell);
        if (text === '') problems.error('text', '', 'missing-title', t('viina.expectedTitle'));
        const title = headline(text);
        const language = languages.get(cell('lang'));
        const spoken = (line: string) => (language ? { [language]: line } : line);
        const refered = sources.referAll(sourcesOf(cell, language));
        const point = pointOf(
          { field: 'longitude', text: raw('longitude') },
          { field: 'latitude', text: raw('latitude') },
          problems,
        );
        return convertedTo(record, problems, {
          id: cell(ids),
          geometry: point,
          properties: {
            title: spoken(title),
            summary: title === text ? undefined : spoken(text),
            category: categories.use(categoryOf(cell)),
            when: day && `${printDay(day)}?`,
            where: placeOf(cell, problems),
            evidence: 'claimed',
            actors: actorsOf(cell),
            claims: claimsOf(cell, text, spoken, refered),
            sources: refered,
            note: placeNote,
            viina: keptCells(columns, raw, carried, placedBy(point, 'longitude', 'latitude')),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        sources: sources.members(),
        credit: 'VIINA 2.0, Yuri M. Zhukov and Natalie Ayers (ODbL)',
      }),
      notes() {
        if (disputed === 0) return [];
        const message = t('viina.disputedPlaces', { disputed, placing: placing });
        return [note(placing, 'disputed-place', message, disputed)];
      },
    };
  },
};

/** The report's own words, or what the table of places and days has instead. */
function textOf(cell: Cell): string {
  const text = cell('text') || cell('representative_text');
  if (text !== '') return text;
  const place = cell('asciiname') || cell('address') || cell('ADM1_NAME');
  return joinParts([categoryOf(cell), place], ', ');
}

function categoryOf(cell: Cell): string | undefined {
  const [first] = itemList(cell('target_classes'), joinedPattern);
  if (first !== undefined) return asWords(first);
  return eventKinds.find(([column]) => isSet(cell(column)))?.[1];
}

/** `FUEL_STORAGE` → "Fuel storage". */
function asWords(code: string): string {
  const words = code.replace(/_/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isSet(text: string): boolean {
  return text === '1' || text === '1.0' || text.toUpperCase() === 'TRUE';
}

/** Without a precision, the position is that of a populated place of GeoNames. */
function placeOf(cell: Cell, problems: RowProblems) {
  const code = cell('GEO_PRECISION');
  const known = viinaPrecision.get(code.toUpperCase());
  if (code !== '' && !known) {
    const expected = t('viina.expectedPrecision', { codes: [...viinaPrecision.keys()].join(', ') });
    problems.warn('GEO_PRECISION', code, 'unknown-code', expected);
  }
  const precision = known ?? (cell('geonameid') === '' ? undefined : 'settlement');
  return filledOr({ name: cell('asciiname') || cell('address'), precision });
}

/** Flags set by a classifier: nobody has checked them. */
function actorsOf(cell: Cell) {
  return actors.flatMap(([column, name]) => {
    const begins = isSet(cell(`${column}_init`)) || isSet(cell(`${column}_init_b`));
    const acts = isSet(cell(column)) || isSet(cell(`${column}_b`));
    if (!begins && !acts) return [];
    return [{ name, role: begins ? 'Initiator, as classified' : 'Involved, as classified' }];
  });
}

function sourcesOf(cell: Cell, language: string | undefined): SourceMembers[] {
  const names = itemList(cell('sources_matching') || cell('source'), joinedPattern);
  const urls = itemList(cell('source_urls') || cell('url'), /[|;](?=\s*https?:)|\s+(?=https?:)/);
  const safe = urls.filter(isSafeAddress);
  if (safe.length === 0) return names.map((name) => ({ title: outletOf(name) }));
  const only = names.length === 1 ? outletOf(names[0]!) : undefined;
  return safe.map((url) => {
    const host = hostOf(url);
    const publisher =
      only ??
      names
        .map((name) => outlets.get(name))
        .find((outlet) => {
          return outlet !== undefined && host.endsWith(outlet.host);
        })?.name;
    return { title: joinParts([publisher, host], ', '), publisher, url, language };
  });
}

function outletOf(name: string): string {
  return outlets.get(name)?.name ?? name;
}

/** Who says so is known where the text is of one outlet only. */
function claimsOf(
  cell: Cell,
  text: string,
  spoken: (line: string) => unknown,
  sources: readonly unknown[],
) {
  const names = itemList(cell('sources_matching') || cell('source'), joinedPattern);
  const said = cell('text') || cell('representative_text');
  if (names.length !== 1 || said === '') return [];
  const [only] = sources;
  const source = sources.length === 1 && typeof only === 'string' ? only : undefined;
  return [filledOr({ by: outletOf(names[0]!), stance: 'asserts', text: spoken(text), source })];
}
