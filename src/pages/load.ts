/** An address → a story with its places found, or one sentence that says why not. */
import { tableOf } from '../engine/columns';
import type { EventTable } from '../engine/desk';
import { loadCountries, loadRegions } from '../map/atlas';
import { codesOf, locate } from '../map/locate';
import type { ResolvedShape } from '../map/types';
import type { Problem, Reading, Story } from '../model/event';
import { readStory } from '../model/read';

export interface Loaded {
  readonly story: Story;
  readonly problems: readonly Problem[];
  readonly read: number;
  readonly rejected: number;
  readonly table: EventTable;
  /** Where it came from. */
  readonly url: string;
  /** Shapes and points of the regions and countries that the story names. */
  readonly found: ReadonlyMap<string, ResolvedShape>;
}

/** A story that can't be shown at all; the message is for the reader. */
export class StoryError extends Error {
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** Bytes; a larger file is refused before it is read as text. */
const limit = 512 * 1024 * 1024;

export async function loadStory(url: string, id: string): Promise<Loaded> {
  const reading = readStory(await fetchText(url), id);
  if (!reading.story) throw new StoryError('This file is not a story.', reading.problems);
  return placed(reading, reading.story, url);
}

async function fetchText(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new StoryError(
      `The story at ${url} could not be fetched. Either the address is wrong, its server does ` +
        'not answer, or it does not allow other sites to read it (it must send the header ' +
        'Access-Control-Allow-Origin).',
    );
  }
  if (!response.ok)
    throw new StoryError(
      `The story at ${url} could not be fetched: the server answered ${response.status} ${response.statusText}.`.replace(
        / \.$/,
        '.',
      ),
    );
  if (Number(response.headers.get('Content-Length')) > limit)
    throw new StoryError(`The story at ${url} is larger than 512 MB.`);
  try {
    return await response.text();
  } catch {
    throw new StoryError(`The story at ${url} broke off while it was being fetched.`);
  }
}

async function placed(reading: Reading, story: Story, url: string): Promise<Loaded> {
  const codes = codesOf(story.events);
  const [regions, countries] = await Promise.all([
    loadRegions(codes.regions),
    loadCountries(codes.countries),
  ]);
  const found = new Map<string, ResolvedShape>([...countries.found, ...regions.found]);
  const unknown = new Set([...regions.unknown, ...countries.unknown]);
  return {
    story,
    url,
    problems: [...reading.problems, ...unknownCodes(story, unknown)],
    read: reading.read,
    rejected: reading.rejected,
    table: tableOf(
      story.events,
      story.events.map((event) => locate(event, found)),
    ),
    found,
  };
}

/** A code that no shape stands for is said, since nothing can be drawn for it. */
function unknownCodes(story: Story, unknown: ReadonlySet<string>): Problem[] {
  if (unknown.size === 0) return [];
  const problem = (record: string, field: string, value: string, kind: string): Problem => ({
    severity: 'warning',
    record,
    field,
    value,
    code: 'unknown-place-code',
    message: `no shape is known for the ${kind} code ${value}`,
  });
  return story.events.flatMap((event) =>
    [event.where, ...event.places].flatMap((place, number) => {
      const path = number ? `properties.places[${number - 1}]` : 'properties.where';
      const regions = (place.regions ?? [])
        .filter((code) => unknown.has(code))
        .map((code) => problem(event.id, `${path}.regions`, code, 'region'));
      return place.country && unknown.has(place.country)
        ? [...regions, problem(event.id, `${path}.country`, place.country, 'country')]
        : regions;
    }),
  );
}
