/**
 * JSON that has records in it, wherever they stand: an array of objects, the answer of an API, lines
 * of JSON, features of ArcGIS, answers of SPARQL, maps of kepler.gl. Its records become the rows of a
 * table, or GeoJSON where they have shapes; what those are is found by their columns.
 */
import type { Problem } from '../../../model/event';
import { isObject, type Members } from '../../../model/read/members';
import { FormatError, type FileHead, type RewrittenFormat, type StoryFacts } from '../../format';
import { note } from '../../table/header';
import { Splitter, type JsonPiece } from '../geojson/split';
import { titleFacts } from '../timelinejs/timelinejs';
import { crsOfEsri, esriText, isEsri } from './esri';
import { flattened } from './flatten';
import { recordRows } from './records';
import { shapeText } from './shapes';
import { sparqlColumns, sparqlRows } from './sparql';
import { best, keyedList, surveyJson, type JsonSurvey, type RecordList } from './survey';
import { t } from '../../../words/reading';

export const json: RewrittenFormat = {
  id: 'json',
  label: 'JSON',
  detect(head) {
    if (isLines(head)) return 0.93;
    return isOther(head.text) ? 0 : 0.92;
  },
  async rewrite(text, options, head) {
    const survey = await surveyJson(text, isLines(head));
    const facts = factsOf(survey);
    if (survey.members.get('type') === 'Topology') throw new FormatError(t('json.topojson'));
    if (isEsri(survey))
      return { read: (again) => esriText(again, survey), crs: crsOfEsri(survey), notes: [], facts };
    const variables = sparqlColumns(survey);
    if (variables)
      return { read: (again) => Promise.resolve(sparqlRows(again, variables)), notes: [], facts: {} };
    const list = chosenList(survey, options.sheet);
    if (nameOf(list) === 'storymap.slides')
      return {
        read: (again) => Promise.resolve(recordRows(again, list, isOverview)),
        notes: [],
        facts: { ...facts, ...(isOverview(list.first) ? titleFacts(list.first) : {}) },
      };
    const notes = listNotes(list, survey, options.sheet);
    const { shape } = list;
    if (shape !== undefined)
      return { read: (again) => Promise.resolve(shapeText(again, list, shape)), notes, facts };
    return { read: (again) => Promise.resolve(recordRows(again, list)), notes, facts };
  },
}; // prettier-ignore

/** The first slide of StoryMapJS shows all the others and is no event. */
function isOverview(slide: unknown): slide is Members {
  return isObject(slide) && slide.type === 'overview';
}

/** By its name, or the likeliest. Throws a `FormatError` where there is none. */
function chosenList({ lists, members }: JsonSurvey, sheet: string | undefined): RecordList {
  if (sheet !== undefined) {
    const named = lists.find((list) => nameOf(list) === sheet);
    if (named) return named;
    throw new FormatError(t('json.noSuchList', { sheet, lists: lists.map(nameOf).join(', ') || '-' }));
  }
  const root = Object.fromEntries(members);
  const list = keyedList(root, []) ?? best(lists) ?? singleRecord(root);
  if (list) return list;
  throw new FormatError(t('json.noRecords'));
} // prettier-ignore

/** The root itself, where it has no list and is a record. */
function singleRecord(root: Members): RecordList | undefined {
  const texts = Object.values(root).filter((value) => typeof value !== 'object');
  if (texts.length < 2) return undefined;
  const columns = [...flattened(root).keys()];
  return { path: [], kind: 'single', records: 1, dated: false, columns };
}

/** Which list the records are taken from, where the file has several. */
function listNotes(list: RecordList, { lists }: JsonSurvey, sheet: string | undefined): Problem[] {
  const others = lists.filter((other) => other !== list && other.dated);
  if (sheet !== undefined || others.length === 0) return [];
  const name = nameOf(list);
  const message = t('json.otherLists', {
    name,
    count: list.records,
    lists: others.map(nameOf).join(', '),
  });
  return [note(name, 'other-lists', message, name)];
}

/** `data.items`; a name that `--sheet` takes. */
function nameOf({ path }: RecordList): string {
  return path.join('.') || t('json.root');
}

/** What the file says besides its records: its title, and all under `json`. */
function factsOf({ members, lists }: JsonSurvey): StoryFacts {
  const used = new Set(lists.map(({ path }) => path[0]));
  const others = [...members].filter(([name, value]) => !used.has(name) && value !== null);
  const title = members.get('title');
  return {
    ...(typeof title === 'string' && title.trim() !== '' ? { title } : {}),
    ...(others.length > 0 ? { json: Object.fromEntries(others) } : {}),
  };
}

/** Whether each line is a record. */
function isLines({ text, whole }: FileHead): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, second] = lines;
  if (!first?.trimStart().startsWith('{') || !second?.trimStart().startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(first);
    if (!whole && lines.length < 2) return false;
    return isObject(value) && value.type !== 'Feature';
  } catch {
    return false;
  }
}

const geojsonType =
  /^(?:Feature|FeatureCollection|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/i;

/** Whether it is GeoJSON, or no JSON with records at all, by what stands at its root. */
function isOther(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return true;
  const splitter = new Splitter((name) => name === 'features');
  const pieces: JsonPiece[] = [];
  try {
    pieces.push(...splitter.push(text));
  } catch {
    return true;
  }
  const type = pieces.find((piece) => piece.kind === 'member' && piece.name === 'type');
  if (type?.kind === 'member' && geojsonType.test(type.text.replace(/^"|"$/g, ''))) return true;
  const list = pieces.find((piece) => piece.kind === 'list');
  const entry = pieces.find((piece) => piece.kind === 'entry');
  if (!entry) {
    // A first record that is longer than what was looked at.
    if (list) return text.length < 60_000 || /"type"\s*:\s*"Feature"/.test(text);
    return !pieces.some((piece) => piece.kind === 'member') && !/^\s*\{\s*"/.test(text);
  }
  const first = parsed(entry.text);
  if (Array.isArray(first)) return false;
  if (!isObject(first)) return true;
  return (
    geojsonType.test(String(first.type)) &&
    ('geometry' in first || 'coordinates' in first || first.type === 'Feature')
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
