/** Problems as lines of text. */
import type { Problem } from '../model/event';

/** `error record 12 geometry.coordinates coordinate-range: message`; the value is in the message. */
export function problemLine({ severity, record, field, code, message }: Problem): string {
  const where = record === null ? 'file' : `record ${record}`;
  return `${severity}: ${where}: ${field}: ${code}: ${message}`;
}
