/** Words typed by a reader, and the text of an event that may hold them. Pure. */
import type { Event, Text } from '../model/event';

/** Case, accents and apostrophes folded away, so that "Kyiv" finds "kyïv". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}’'ʼ]/gu, '')
    .toLowerCase();
}

/** Everything of an event that a reader may look for, in every language it is given in. */
export function searchText(event: Event, category: Text): string {
  const texts: (Text | undefined)[] = [
    event.id,
    event.title,
    event.summary,
    category,
    event.where.name,
    event.status,
    event.evidence,
    ...event.places.map((place) => place.name),
    ...event.actors.map((actor) => actor.name),
    ...event.claims.flatMap((claim) => [claim.by, claim.text]),
    ...event.sources.flatMap((source) => [source.title, source.publisher]),
  ];
  return fold(
    texts
      .flatMap((text) => (typeof text === 'object' ? Object.values(text) : [text ?? '']))
      .join('\n'),
  );
}

/** The words a text must all hold; none in an empty query. */
export function queryWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Whether an event's `searchText` holds every word. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
