/** Hashtags of the Humanitarian Exchange Language (HXL 1.1, hxlstandard.org): a row below the names of
 * the columns that says what each of them has. */

/** `#affected+killed+f` → its tag and its attributes. */
export interface Hashtag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

const pattern = /^#\s*([a-z]\w*)((?:\s*\+\s*[a-z]\w*)*)$/i;

/** Nothing where the cell has none. */
export function readHashtag(cell: string): Hashtag | undefined {
  const match = pattern.exec(cell.trim());
  if (!match) return undefined;
  const [tag, ...attributes] = `${match[1]}${match[2]}`.toLowerCase().split(/\s*\+\s*/);
  return { tag: tag!, attributes };
}

/** Whether a row is one of hashtags: it has one, and most of what it has are such (HXL 1.1, "Hashtag
 * row"). */
export function isHashtagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const tags = filled.filter((cell) => readHashtag(cell));
  return tags.length > 0 && tags.length > filled.length / 2;
}

/** The tags and attributes for a field, the likeliest first. */
const hashtags: readonly (readonly [field: string, tag: RegExp, attribute?: RegExp])[] = [
  ['id', /^(event|incident|meta|cause|crisis)$/, /^(id|code)$/],
  ['title', /^(event|incident|cause|crisis)$/, /^(name|title)$/],
  ['title', /^(event|incident)$/, /^$/],
  ['title', /^description$/, /^(title|name)$/],
  ['category', /^(event|incident|cause|crisis|severity)$/, /^(type|category)$/],
  ['category', /^(cause|crisis)$/, /^$/],
  ['summary', /^description$/],
  ['start', /^date$/, /^start$/],
  ['end', /^date$/, /^end$/],
  ['when', /^date$/, /^(occurred|event|incident)$/],
  ['year', /^date$/, /^year$/],
  ['when', /^date$/, /^$/],
  ['when', /^date$/, /^(reported|updated|published)$/],
  ['lat', /^geo$/, /^lat$/],
  ['lng', /^geo$/, /^lon$/],
  ['pair', /^geo$/, /^coords?$/],
  ['where.country', /^country$/, /^code$/],
  ['where.country', /^country$/],
  ['where.name', /^loc$/, /^name$/],
  ['where.name', /^loc$/, /^$/],
  ...['adm5', 'adm4', 'adm3', 'adm2', 'adm1'].flatMap(
    (tag) => [
      ['where.name', new RegExp(`^${tag}$`), /^name$/],
      ['where.name', new RegExp(`^${tag}$`), /^$/],
    ] as [string, RegExp, RegExp][],
  ),
  ['source', /^(meta|event|source)$/, /^source$/],
  ['source', /^source$/],
  ['url', /^(meta|event|contact)$/, /^(url|link)$/],
]; // prettier-ignore

/** Field → column, as the hashtags of the columns say. */
export function fieldsOfHashtags(
  tags: ReadonlyMap<string, string>,
): [field: string, column: string][] {
  const read = [...tags].flatMap(([column, cell]) => {
    const hashtag = readHashtag(cell);
    return hashtag ? [{ column, ...hashtag }] : [];
  });
  const found = new Map<string, string>();
  const used = new Set<string>();
  for (const [field, tag, attribute] of hashtags) {
    if (found.has(field)) continue;
    const fitting = read.find(
      ({ column, tag: name, attributes }) =>
        !used.has(column) && tag.test(name) && fitsAttribute(attributes, attribute),
    );
    if (!fitting) continue;
    found.set(field, fitting.column);
    used.add(fitting.column);
  }
  // A whole date goes before its year.
  if (found.has('when') || found.has('start')) found.delete('year');
  if (found.has('start')) found.delete('when');
  for (const { column, tag, attributes } of read) {
    if (tag !== 'affected') continue;
    const measure = attributes.filter((name) => !/^(num|total|all)$/.test(name)).join(', ');
    const field = `figures.${measure || 'affected'}`;
    if (!found.has(field)) found.set(field, column);
  }
  return [...found];
}

/** Without `attribute` any will do; an empty one fits a tag without attributes of meaning. */
function fitsAttribute(attributes: readonly string[], attribute: RegExp | undefined): boolean {
  if (!attribute) return true;
  const telling = attributes.filter((name) => !/^(en|fr|es|ar|uk|ru|pt|v_\w+|i_\w+)$/.test(name));
  return telling.length === 0 ? attribute.test('') : telling.some((name) => attribute.test(name));
}
