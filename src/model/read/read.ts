/** A story file → the story that can be shown, and everything that is wrong with the rest. */
import { gatheredLabel, labelsById, settleCategories } from './categories';
import { againstAsOf, brokenLinks, isSoundLink, repeatedIds, type Identity } from '../check/check';
import { duplicateEvents } from '../check/duplicates';
import type { Event, Problem, StoryReading, Story } from '../event';
import { JsonError, parseJson } from './json';
import { reporter, shown, type Reporter } from './problems';
import { leftoversOf } from './leftovers';
import { isObject, member } from './members';
import { idOf, readRecord, type Draft } from './record';
import { readStoryMembers, type StoryMembers } from './story-members';
import { t } from '../../words/reading';

/**
 * Reads a story from its file's text, or from a value already parsed. Never throws: what is no
 * story gives `story: null`; a record that cannot be shown is left out with its errors, and the
 * others work. `read = story.events.length + rejected`. Problems come in the order of the file.
 *
 * `id` is the story's: its file name without `.geojson`.
 */
export function readStory(text: unknown, id: string): StoryReading {
  const problems: Problem[] = [];
  const report = reporter(problems, null);
  let root = text;
  if (typeof text === 'string') {
    try {
      root = parseJson(text);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      const message = t('file.notJson', {
        line: error.line,
        column: error.column,
        found: error.found,
        expected: error.expected,
      });
      report.error(`line ${error.line}, column ${error.column}`, error.found, 'not-json', message);
      return { story: null, problems, read: 0, rejected: 0 };
    }
  }
  const opened = readStoryMembers(root, report);
  if (!opened) {
    const features = isObject(root) ? member(root, 'features') : undefined;
    const read = Array.isArray(features) ? features.length : 0;
    return { story: null, problems, read, rejected: read };
  }
  const { members, features } = opened;
  const identities = identify(features);
  const drafts = readRecords(features, identities, members, problems);
  const ids = new Set(drafts.map((draft) => draft.id));
  const broken = brokenLinks(drafts, ids);
  const story = assembleStory(id, members, drafts, report);
  const { events } = story;
  // In a list of its own: so many arguments as there may be problems fit no call.
  const all = [
    ...problems,
    ...broken,
    ...againstAsOf(events, members.asOf),
    ...duplicateEvents(events),
  ];
  const rejected = features.length - events.length;
  return { story, problems: inFileOrder(all, identities), read: features.length, rejected };
}

/**
 * Members and drafts, each with an id of its own → a story: categories become indices, and links to
 * no other event of the story are left out. The drafts become its events and must not be used again.
 */
export function assembleStory(
  id: string,
  members: StoryMembers,
  drafts: readonly Draft[],
  report: Reporter,
): Story {
  const used = drafts.map(({ category }) => category);
  const { categories, places, gathered } = settleCategories(members.categories, used, report);
  const labels = labelsById(members.categories);
  const ids = new Set(drafts.map((draft) => draft.id));
  const events = drafts.map((draft, index): Event => {
    const links =
      draft.links.length === 0
        ? draft.links
        : draft.links.filter((link) => isSoundLink(link, draft.id, ids));
    const category = places[index]!;
    const own = gatheredLabel(used[index], categories[category], labels);
    // In place: of a million drafts no copies are made.
    return Object.assign(draft, { category, links }, own && { categoryLabel: own });
  });
  return { id, ...members, categories, ...(gathered.length > 0 && { gathered }), events };
}

function readRecords(
  features: readonly unknown[],
  identities: readonly Identity[],
  members: StoryMembers,
  problems: Problem[],
): Draft[] {
  const setting = {
    timeZone: members.timeZone,
    sources: members.sources,
    categories: new Set(members.categories.map(({ id }) => id)),
  };
  const repeated = new Map(repeatedIds(identities).map((problem) => [problem.record, problem]));
  return identities.flatMap(({ record, id }) => {
    const feature = features[record - 1];
    const own = idOf(feature);
    const repeat = repeated.get(record);
    if (repeat) problems.push(repeat);
    const report = reporter(problems, repeat || own === undefined ? record : id);
    const came = isObject(feature) ? member(feature, 'id') : undefined;
    if (own === undefined && isObject(feature) && typeof came !== 'object') {
      const message =
        came === undefined
          ? t('record.missingId', { id })
          : t('record.badId', { value: shown(came), id });
      report.warn('id', came, came === undefined ? 'missing-id' : 'bad-id', message);
    }
    const draft = readRecord(feature, id, record, setting, report);
    if (!draft || repeat) return [];
    const leftovers = leftoversOf(feature);
    return [leftovers ? Object.assign(draft, { leftovers }) : draft];
  });
}

/** Ids as they came; records without one get `record-N`, or a variant no other record has. */
function identify(features: readonly unknown[]): Identity[] {
  const taken = new Set(features.map(idOf));
  return features.map((feature, index) => {
    let id = idOf(feature);
    for (let attempt = 1; id === undefined; attempt++) {
      const made = attempt === 1 ? `record-${index + 1}` : `record-${index + 1}-${attempt}`;
      if (!taken.has(made)) id = made;
    }
    taken.add(id);
    return { record: index + 1, id };
  });
}

/** Problems of the story first, then record by record. */
function inFileOrder(problems: readonly Problem[], identities: readonly Identity[]): Problem[] {
  const records = new Map<Problem['record'], number>([[null, 0]]);
  for (const { record, id } of identities) {
    if (!records.has(id)) records.set(id, record);
  }
  const order = ({ record }: Problem): number =>
    typeof record === 'number' ? record : (records.get(record) ?? 0);
  return [...problems].sort((first, second) => order(first) - order(second));
}
