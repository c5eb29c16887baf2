/**
 * The columns of a table that a story was written in. A name says what a column holds:
 *
 * - `title`, `when`, `lng`, `where.name`, `figures.killed.min` and the like: what people read, one
 *   language or number each; `title@uk` the same in another language
 * - `json:NAME`: the property NAME as JSON, where the columns above can't hold it
 * - `feature:NAME`: a member of the feature beside its properties, as JSON
 * - `datelines:story`: in one row, what the story says of itself, as JSON; it marks such a table
 * - any other name: a property of the story's own, as text; `own:NAME` where NAME is one of the above
 */
export const storyColumn = 'datelines:story';

/** Those that every such table has, in this order. */
export const ownColumns = [
  'id', 'title', 'summary', 'category', 'category.label', 'when', 'lng', 'lat', 'where.name',
  'where.precision', 'where.radius', 'where.country', 'where.regions', 'status', 'evidence',
  'actors', 'source', 'url', 'sensitive', 'note',
] as const; // prettier-ignore

/** Those that it has where some row fills them; each stands after the one named beside it. */
export const further: readonly (readonly [column: string, after: string])[] = [
  ['time', 'when'],
  ['timeZone', 'time'],
  ['height', 'lat'],
  ['geometry', 'height'],
  ['actors.role', 'actors'],
  ['source.publisher', 'url'],
  ['source.published', 'source.publisher'],
  ['source.language', 'source.published'],
  ['source.archiveUrl', 'source.language'],
  ['source.id', 'source.archiveUrl'],
];

/** Members of a source by their columns, all lists with an entry for each source. */
export const sourceColumns = {
  title: 'source',
  url: 'url',
  publisher: 'source.publisher',
  published: 'source.published',
  language: 'source.language',
  archiveUrl: 'source.archiveUrl',
} as const;

const readableColumns: ReadonlySet<string> = new Set([
  ...ownColumns,
  ...further.map(([column]) => column),
]);

/** `title@uk`. */
export const translated =
  /^(title|summary|sensitive|note|where\.name|category\.label|figures\.[^]+\.by)@([^]+)$/;
/** The bounds of a figure; `#2` is the second of that measure in a record. */
export const ownFigurePattern = /^figures\.([^]+?)(?:#([2-9]|[1-9]\d+))?\.(min|max|best|by)$/;

export type Meaning =
  | { readonly is: 'readable' }
  | { readonly is: 'story' }
  | { readonly is: 'json' | 'feature' | 'own'; readonly name: string };

/** What a column of such a table holds. */
export function meaningOf(column: string): Meaning {
  if (column === storyColumn) return { is: 'story' };
  const prefixed = /^(json|feature|own):([^]*)$/.exec(column);
  if (prefixed) return { is: prefixed[1] as 'json', name: nameIn(prefixed[2]!) };
  const readable =
    readableColumns.has(column) || translated.test(column) || ownFigurePattern.test(column);
  return readable ? { is: 'readable' } : { is: 'own', name: column };
}

/** The column of a property of the story's own, whose values are all texts. */
export function ownColumn(name: string): string {
  const safe = printed(name);
  const meaning = meaningOf(name);
  return safe === name && meaning.is === 'own' && meaning.name === name && !/^(?:json|feature|own|datelines):/.test(name)
    ? name
    : `own:${safe}`; // prettier-ignore
}

export function jsonColumn(name: string): string {
  return `json:${printed(name)}`;
}

export function featureColumn(name: string): string {
  return `feature:${printed(name)}`;
}

// eslint-disable-next-line no-control-regex
const unsafePattern = /^"|[\u0000-\u001f\p{Surrogate}]/u;

/** Heads of columns are trimmed: a name that would suffer stands as JSON. */
function printed(name: string): string {
  const plain = name !== '' && name.trim() === name && !unsafePattern.test(name);
  return plain ? name : JSON.stringify(name);
}

function nameIn(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
