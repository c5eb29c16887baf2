/** The sources of an event, each once: those it names, then those that its claims name. Pure. */
import type { Claim, Event, Source } from '../model/event';
import { textInLanguage } from '../model/text';

export type DeclaredSources = ReadonlyMap<string, Source> | undefined;

/** What is named twice, by its id and in place, has the same address, or says the same. */
export function sourcesOf(
  { sources, claims }: Pick<Event, 'sources' | 'claims'>,
  declared: DeclaredSources,
): Source[] {
  const once = new Map<string, Source>();
  const all = [...sources, ...claims.map((claim) => sourceOfClaim(claim, declared))];
  for (const source of all) {
    if (!source) continue;
    const key = source.url ?? JSON.stringify([source.title, source.publisher, source.published]);
    if (!once.has(key)) once.set(key, source);
  }
  return [...once.values()];
}

export function sourceOfClaim({ source }: Claim, declared: DeclaredSources): Source | undefined {
  return source === undefined ? undefined : declared?.get(source);
}

/** Who published it; its title where that is not said. */
export function sourceName({ publisher, title }: Source, language: string): string {
  return textInLanguage(publisher ?? title, language);
}
