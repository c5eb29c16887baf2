/**
 * A small story that its page was sent with: read already, placed already, and answered on this
 * thread, where the map reads the same files for its ground. A worker is started only for exports.
 */
import { openStoryIndex } from './story-index';
import { localSource } from './source';
import { codesOf } from '../world/codes';
import type { ResolvedShape } from '../world/types';
import { Details } from './details.svelte';
import { memoryArchive } from './archive/memory-archive';
import type { OpenStory } from '.';
import type { Opened } from './open/opened';
import type { OpenRequest } from './open/request';
import { createSearch } from './archive/search';

/** What travels with the page. The table's columns are plain lists, since it travels as text. */
export interface PageData extends Omit<Opened, 'table' | 'shapes' | 'report' | 'row'> {
  readonly table: Readonly<Record<keyof Opened['table'], readonly number[]>>;
}

/** What of an opened story travels; `null` where not all its events are at hand. */
export function pageDataOf(opened: Opened): PageData | null {
  const { table, events } = opened;
  if (events.length < table.lng.length) return null;
  const { story, span, opening, problems, problemsLeftOut, read, rejected, sources } = opened;
  return {
    story,
    table: {
      lng: [...table.lng],
      lat: [...table.lat],
      start: [...table.start],
      end: [...table.end],
      category: [...table.category],
    },
    span,
    opening,
    // Events themselves are of the same list as those of the details.
    events,
    problems,
    problemsLeftOut,
    read,
    rejected,
    sources,
  };
}

/** @param far Opens the same story off this thread; called once, when it is needed. */
export function openPageData(
  sent: PageData,
  { url, event, borders }: OpenRequest,
  far: () => Promise<OpenStory>,
): OpenStory {
  const { events, story } = sent;
  const table = {
    lng: Float64Array.from(sent.table.lng),
    lat: Float64Array.from(sent.table.lat),
    start: Float64Array.from(sent.table.start),
    end: Float64Array.from(sent.table.end),
    category: Uint8Array.from(sent.table.category),
  };
  const desk = openStoryIndex(table);
  const archive = memoryArchive(events);
  const details = new Details((rows) => archive.details(rows), events);
  const search = createSearch(archive, story);
  const shapes = new Map<string, ResolvedShape>();
  const unknown = new Set<string>();
  let other: Promise<OpenStory> | null = null;
  const worker = () =>
    (other ??= far().catch((error: unknown) => {
      other = null;
      throw error;
    }));
  const row = events.findIndex(({ id }) => id === event);
  return {
    data: {
      ...sent,
      table,
      url: new URL(url, document.baseURI).href,
      details,
      shapes,
      report: null,
      row: row < 0 ? null : row,
    },
    service: {
      ...localSource(desk),
      async shape(rows) {
        const { regions, countries } = codesOf(rows.map((row) => events[row]!));
        const isNew = (code: string) => !shapes.has(code) && !unknown.has(code);
        const [newRegions, newCountries] = [regions.filter(isNew), countries.filter(isNew)];
        if (newRegions.length + newCountries.length === 0) return;
        try {
          const { loadCountries, loadRegions } = await import('../world/atlas');
          const came = await Promise.all([
            loadRegions(newRegions),
            loadCountries(newCountries, borders),
          ]);
          for (const { found, unknown: none } of came) {
            for (const [asked, { code, point, shape }] of found)
              shapes.set(asked, { code, point, shape });
            for (const code of none) unknown.add(code);
          }
          details.touch();
        } catch {
          // Requested again when they are next on the map.
        }
      },
      rowOf: (id) => archive.rowOf(id),
      leads: (row) => archive.leads(row),
      async search(query, anyway, onprogress) {
        const reply = await search(query, anyway, onprogress);
        if (reply.state !== 'done') return reply;
        desk.narrow(reply.rows);
        return { state: 'done', found: reply.rows?.length ?? null, missed: reply.missed };
      },
      wholeReport: () => Promise.resolve(''),
      export: async (request) => (await worker()).service.export(request),
      // The page's own story keeps its title.
      rename: () => {},
      close: () => void other?.then(({ service }) => service.close()),
    },
  };
}
