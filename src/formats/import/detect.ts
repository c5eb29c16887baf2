/** Which format a file is in. */
import { FormatError, type FileHead } from '../format';
import { t } from '../../words/reading';

/** What all kinds of formats have. */
export interface Recognizable {
  readonly id: string;
  readonly label: string;
  detect(head: FileHead): number;
}

/** The format asked for, or the one surest that the file is its own; the first of several in the
 * table. Throws a `FormatError` where none is, or there is no such format. */
export function chooseFormat<Format extends Recognizable>(
  formats: readonly Format[],
  asked: string | undefined,
  head: FileHead,
): Format {
  if (asked !== undefined && asked !== 'auto') {
    const forms = formats.filter(({ id }) => id === asked);
    if (forms.length > 0) return surest(forms, head) ?? forms[0]!;
    const ids = [...new Set(formats.map(({ id }) => id))].join(', ');
    throw new FormatError(t('import.unknownFormat', { asked, ids }));
  }
  if (head.text.trim() === '') throw new FormatError(t('import.emptyFile'));
  const best = surest(formats, head);
  if (best) return best;
  const web = /^\s*<(!doctype html|html)/i.test(head.text);
  const begin = JSON.stringify(head.text.trim().slice(0, 40));
  throw new FormatError(
    web
      ? t('import.webPage')
      : t('import.unrecognized', {
          begin,
          list: formats.map(({ label }) => label).join(', '),
        }),
  );
}

export function surest<Format extends Recognizable>(
  formats: readonly Format[],
  head: FileHead,
): Format | undefined {
  let best: { format: Format; certainty: number } | undefined;
  for (const format of formats) {
    const certainty = format.detect(head);
    if (certainty > (best?.certainty ?? 0)) best = { format, certainty };
  }
  return best?.format;
}
