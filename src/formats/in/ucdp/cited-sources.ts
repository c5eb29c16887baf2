/** Lists of sources as UCDP writes them in one cell → one source each. */
import { readTableDate } from '../../table/dates';
import { itemList } from '../../shared/headline';
import type { SourceMembers } from '../../shared/source-table';

/** What the parallel lists of a record say of its sources. */
export interface CitedSources {
  readonly sources: readonly SourceMembers[];
  /** Dates that stand for none; see `NO_SOURCE_DATE`. */
  readonly placeholders: number;
}

const quotedPattern = /^"(.*)"$/s;
const citationPattern = /^(.*?),(\d{4}-\d{2}-\d{2}),(.*)$/s;

/**
 * Newer records have `"office,date,headline";"…"`, where headlines may hold quotes, commas and
 * semicolons; older ones free text between semicolons. `noDate` is the date that stands for none.
 */
export function readCitedSources(article: string, noDate: string): CitedSources {
  const quoted = quotedPattern.exec(article);
  if (!quoted) return { sources: itemList(article, ';').map(freeText), placeholders: 0 };
  let placeholders = 0;
  const sources = quoted[1]!.split(/"\s*;\s*"/).flatMap((text): SourceMembers[] => {
    const citation = citationPattern.exec(text);
    if (!citation) return text.trim() === '' ? [] : [freeText(text)];
    const [office, date, headline] = citation.slice(1).map((part) => part.trim());
    const placeholder = date === noDate;
    if (placeholder) placeholders++;
    return [
      {
        title: headline || office,
        publisher: headline ? office : undefined,
        published: placeholder || !isWholeDate(date!) ? undefined : date,
      },
    ];
  });
  return { sources, placeholders };
}

/** A day as sources have it. */
function isWholeDate(text: string): boolean {
  const reading = readTableDate(text);
  return 'date' in reading && reading.date.day !== undefined;
}

function freeText(text: string): SourceMembers {
  return { title: text.trim() };
}
