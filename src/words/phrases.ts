/** The interface's own words. One row a language; a language without a row reads the English one. */

export interface Phrases {
  /** By CLDR plural category. */
  readonly events: { readonly other: string; readonly [plural: string]: string };
  readonly kilometres: string;
  readonly circa: string;
  readonly since: string;
  readonly until: string;
  readonly untilUnknown: string;
  readonly undated: string;
  /** Before and after the years that a timeline draws: "before 10000 BC". */
  readonly before: string;
  readonly after: string;
  readonly planned: string;
}

const table: Record<string, Phrases> = {
  en: {
    events: { one: 'event', other: 'events' },
    kilometres: 'km',
    circa: 'c.',
    since: 'since',
    until: 'until',
    untilUnknown: '? –',
    undated: 'date not known',
    before: 'before',
    after: 'after',
    planned: 'planned',
  },
};

export function phrasesFor(language: string): Phrases {
  return table[language.split('-')[0]!.toLowerCase()] ?? table.en!;
}
