/** The names of a table's columns: trimmed, none empty, none twice. */
import type { Problem } from '../../model/event';
import { unguarded } from './formula';
import { t } from '../../words/reading';

export interface Header {
  readonly columns: readonly string[];
  readonly notes: readonly Problem[];
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
