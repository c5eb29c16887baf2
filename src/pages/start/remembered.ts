/** Choices of how files are read, kept in the browser for the next file with the same columns. A
 * browser that keeps nothing works without. */
import { fileOf } from '../dialogs/choices';
import type { ReadingOptions } from '../../story';

const item = 'datelines:choices';
/** Tables whose choices are kept; the oldest go first. */
const most = 50;

/** The text of a `NAME.import.json`; nothing where no choice was made. */
export function rememberedChoices(columns: readonly string[]): string | undefined {
  const known = all()[keyOf(columns)];
  return known === undefined ? undefined : JSON.stringify(known);
}

/** @param reading Without a choice in it, nothing is remembered any more. */
export function remember(columns: readonly string[], reading: ReadingOptions): void {
  const { [keyOf(columns)]: _, ...others } = all();
  // A title is of one file.
  const choices = JSON.parse(JSON.stringify({ ...fileOf(reading), title: undefined })) as object;
  const next = Object.keys(choices).length > 0 ? { [keyOf(columns)]: choices } : {};
  const kept = [...Object.entries(others), ...Object.entries(next)].slice(-most);
  try {
    localStorage.setItem(item, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Refused, or full.
  }
}

function all(): Readonly<Record<string, unknown>> {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(item) ?? '{}');
    return typeof known === 'object' && known !== null ? { ...known } : {};
  } catch {
    return {};
  }
}

function keyOf(columns: readonly string[]): string {
  return JSON.stringify(columns);
}
