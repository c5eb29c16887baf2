/** The names of a table's columns: trimmed, none empty, none twice; and what stands between them and
 * the first record. */
import type { Problem } from '../../model/event';
import { unguarded } from './formula';
import { isDateText } from './contents';
import { isHashtagRow } from './hxl';
import { readNumber } from './numbers';
import { t } from '../../words/reading';

export interface Header {
  readonly columns: readonly string[];
  readonly notes: readonly Problem[];
  /** Column → its hashtag of HXL. */
  readonly hashtags?: ReadonlyMap<string, string>;
}

/** Rows in which hashtags are looked for (HXL 1.1). */
const mostAbove = 25;

/** The header among the first rows of a table, and how many of them are no records. */
export function headerIn(rows: readonly (readonly string[])[]): { header: Header; taken: number } {
  const tagged = rows.slice(0, mostAbove).findIndex(isHashtagRow);
  if (tagged >= 0) return { header: withHashtags(rows, tagged), taken: tagged + 1 };
  const above = rowsAbove(rows);
  const header = withNote(headerOf(rows[above] ?? []), above);
  const units = rows[above + 1];
  if (!units || !isUnitRow(units, rows[above + 2])) return { header, taken: above + 1 };
  const list = units.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const message = t('table.unitRow', { units: list.slice(0, 6).join(', ') });
  const said = note('units', 'unit-row', message, list.join(', '));
  return { header: { ...header, notes: [...header.notes, said] }, taken: above + 2 };
}

/** Titles and sources that stand above the names of the columns, in a cell or two of a row. */
function rowsAbove(rows: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '');
  const widest = Math.max(...rows.map((row) => filled(row).length), 0);
  if (widest < 4) return 0;
  const at = rows.findIndex((row) => filled(row).length > 2);
  const names = filled(rows[at] ?? []);
  const isHeader =
    names.length >= widest * 0.6 &&
    new Set(names).size === names.length &&
    names.every((name) => readNumber(name) === undefined && !isDateText(name));
  return isHeader && at < rows.length - 1 ? at : 0;
}

function withNote(header: Header, above: number): Header {
  if (above === 0) return header;
  const said = note('rows', 'rows-above', t('table.rowsAbove', { count: above }), above);
  return { ...header, notes: [...header.notes, said] };
}

/** The names stand in the row above the hashtags; without one the hashtags are the names. */
function withHashtags(rows: readonly (readonly string[])[], tagged: number): Header {
  const tags = rows[tagged]!;
  const header = headerOf(tagged > 0 ? rows[tagged - 1]! : tags);
  const hashtags = new Map(
    header.columns.flatMap((column, at) => (tags[at]?.trim() ? [[column, tags[at]]] : [])),
  );
  const notes = [...header.notes, note('hashtags', 'hxl-hashtags', t('table.hashtags'))];
  return withNote({ columns: header.columns, notes, hashtags }, Math.max(0, tagged - 1));
}

const unit =
  /^(?:degrees?(?:[_ ](?:north|south|east|west|[nsew]))?|deg\.?|decimal degrees|dd|°[CFNE]?|kts?|kn|knots?|m\/?s(?:-1)?|km\/?h|mph|mb|mbar|hPa|Pa|k?m|cm|mm|nmi?|nmiles?|miles?|mi|ft|feet|in|inch(?:es)?|UTC|GMT|hours?|hrs?|h|min(?:utes?)?|s|sec(?:onds?)?|days?|d|years?|yrs?|months?|%|percent|USD|EUR|GBP|\$|€|£|kg|g|t|tons?|tonnes?|ha|hectares?|acres?|(?:sq ?)?(?:km|m)[2²³]?|persons?|people|counts?|numbers?|#|n)$/i;
/** Words that stand in rows of units, and elsewhere too. */
const kind =
  /^(?:text|string|str|int(?:eger)?|float|double|numeric|char|date(?:time)?|time|timestamp|categor(?:y|ical)|code|id|bool(?:ean)?|yes\/no|ISO ?8601|ISO ?3166.*|WGS ?84|(?:YYYY|DD|MM|HH)[-/.:\w ]*|-|n\/a)$/i;

/** A row of units has nothing else, and numbers stand below one of them. */
function isUnitRow(cells: readonly string[], next: readonly string[] = []): boolean {
  const words = cells.map((cell) => cell.trim().replace(/^[([](.*)[)\]]$/, '$1'));
  const filled = words.filter((word) => word !== '');
  if (!filled.every((word) => unit.test(word) || kind.test(word))) return false;
  return words.some((word, at) => unit.test(word) && readNumber(next[at] ?? '') !== undefined);
}

export function headerOf(cells: readonly string[]): Header {
  const notes: Problem[] = [];
  const taken = new Set<string>();
  const last = new Map<string, number>();
  const columns = cells.map((cell, at) => {
    const given = unguarded(cell.trim());
    const wanted = given === '' ? `column ${at + 1}` : given;
    let name = wanted;
    for (let number = last.get(wanted) ?? 2; taken.has(name); number++) {
      name = `${wanted} (${number})`;
      last.set(wanted, number + 1);
    }
    taken.add(name);
    if (given !== '' && name !== given)
      notes.push(
        note(given, 'repeated-column', t('table.repeatedColumn', { number: at + 1, given, name })),
      );
    return name;
  });
  const unnamed = columns.filter((_, at) => cells[at]!.trim() === '');
  if (unnamed.length > 0)
    notes.push(
      note(
        unnamed[0]!,
        'unnamed-column',
        t('table.unnamedColumns', { count: unnamed.length, names: unnamed.slice(0, 3).join(', ') }),
      ),
    );
  return { columns, notes };
}

/** A warning about the file as a whole. */
export function note(field: string, code: string, message: string, value: unknown = null): Problem {
  return { severity: 'warning', record: null, field, value, code, message };
}
