/** Properties that mean something in a story. */
const properties: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'category',
  'when',
  'where',
  'places',
  'status',
  'evidence',
  'actors',
  'claims',
  'figures',
  'sources',
  'links',
  'media',
  'sensitive',
  'note',
]);

export function isModelProperty(name: string): boolean {
  return properties.has(name);
}

/** Where a column or member of a foreign file is kept: under its own name, unless the story's model
 * would take it for something of its own. */
export function keptName(name: string): string {
  return properties.has(name) ? `imported:${name}` : name;
}
