/** Words typed by a reader → the rows that hold them all. Pure. */
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

/** Rows, ascending, whose text holds every word of the query; `null` for an empty query. */
export function matches(query: string, texts: readonly string[]): Uint32Array | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const rows: number[] = [];
  texts.forEach((text, row) => {
    if (words.every((word) => text.includes(word))) rows.push(row);
  });
  return Uint32Array.from(rows);
}
