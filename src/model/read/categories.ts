/** The categories of a story: those it declares, and those its records turn out to use. */
import type { Category, GlyphShape, Text } from '../event';
import { readList, readText, readWord, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { otherCategory } from '../other-category';
import { t } from '../../words/reading';

/** As declared; what is left out is settled by `settleCategories`. */
export interface DeclaredCategory {
  readonly id: string;
  readonly label?: Text;
  readonly color?: string;
  readonly shape?: GlyphShape;
}

/** As many as a reader tells apart by colour and shape; the rest share "Other". */
export const mostCategories = 12;

/** The order in which categories take shapes that the story does not choose: one for each, and the
 * last for "Other". */
export const shapes: readonly GlyphShape[] = [
  'circle',
  'diamond',
  'square',
  'triangle',
  'hexagon',
  'cross',
  'wedge',
  'star',
  'times',
  'hourglass',
  'dome',
  'chevron',
  'dot',
];

/** The story's `categories`; entries without an id, or with one twice, are noted and left out. */
export function readCategories(story: Members, report: Reporter): DeclaredCategory[] {
  const declared = new Map<string, DeclaredCategory>();
  readList(story, 'categories', 'categories', report).forEach((value, at) => {
    const path = `categories[${at}]`;
    const id = isObject(value) ? member(value, 'id') : undefined;
    if (!isObject(value) || typeof id !== 'string' || id === '') {
      const message = t('problem.expected', {
        field: path,
        value: shown(value),
        expected: t('expected.category'),
      });
      report.warn(path, value, 'bad-category', message);
      return;
    }
    if (declared.has(id)) {
      const message = t('category.duplicateId', { path, id: shown(id) });
      report.warn(`${path}.id`, id, 'duplicate-category', message);
      return;
    }
    const label = readText(value, 'label', `${path}.label`, report);
    const color = readColor(value, `${path}.color`, report);
    const shape = readWord(value, 'shape', `${path}.shape`, shapes, 'unknown-shape', report);
    declared.set(id, { id, label, color, shape });
  });
  return [...declared.values()];
}

/** A record's category id. Anything but text is noted and left out. */
export function readCategory(
  properties: Members,
  declared: ReadonlySet<string>,
  report: Reporter,
): string | undefined {
  const path = 'properties.category';
  const value = member(properties, 'category');
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') {
    const message = t('problem.expected', {
      field: path,
      value: shown(value),
      expected: t('expected.categoryId'),
    });
    report.warn(path, value, 'bad-category', message);
    return undefined;
  }
  if (declared.size > 0 && !declared.has(value)) {
    const ids = [...declared].join(', ');
    const message = t('problem.expected', {
      field: path,
      value: shown(value),
      expected: t('expected.oneOf', { names: ids }),
    });
    report.warn(path, value, 'unknown-category', message);
  }
  return value;
}

/**
 * All categories, those declared first, then those only used, in the order of their first record.
 * Records without one, and what exceeds `mostCategories`, share "Other", made only when needed.
 * `used` has an entry for each record; `places` gives its index into `categories`. `gathered` has the ids of
 * those that share "Other".
 */
export function settleCategories(
  declared: readonly DeclaredCategory[],
  used: readonly (string | undefined)[],
  report: Reporter,
): { categories: Category[]; places: number[]; gathered: string[] } {
  const wanted = new Map(declared.map((category) => [category.id, category]));
  for (const id of used) {
    if (id !== undefined && !wanted.has(id)) wanted.set(id, { id });
  }
  const other = wanted.get(otherCategory) ?? { id: otherCategory, label: t('category.other') };
  let kept = [...wanted.values()];
  const named = kept.filter((category) => category !== other);
  const crowded = named.length > mostCategories;
  if (crowded) {
    kept = named.slice(0, mostCategories);
    report.warn(
      'categories',
      named.length,
      'too-many-categories',
      t('category.tooMany', { size: named.length, mostCategories }),
    );
  }
  if ((crowded || used.includes(undefined)) && !kept.includes(other)) kept.push(other);
  const indices = new Map(kept.map(({ id }, index) => [id, index]));
  const otherIndex = indices.get(otherCategory) ?? 0;
  return {
    categories: withShapes(kept),
    gathered: named.map(({ id }) => id).filter((id) => !indices.has(id)),
    places: used.map((id) => indices.get(id ?? otherCategory) ?? otherIndex),
  };
}

/** The author's name for a record's category that another one, "Other", stands for; nothing where it
 * stands for itself. */
export function gatheredLabel(
  id: string | undefined,
  shown: Category | undefined,
  labels: ReadonlyMap<string, Text | undefined>,
): Text | undefined {
  if (id === undefined || !shown || shown.id === id) return undefined;
  return labels.get(id) ?? labelFrom(id);
}

/** What the story calls its categories, by id. */
export function labelsById(
  declared: readonly DeclaredCategory[],
): ReadonlyMap<string, Text | undefined> {
  return new Map(declared.map(({ id, label }) => [id, label]));
}

/** Shapes as declared, the rest by order, no shape twice while there are others left. */
function withShapes(declared: readonly DeclaredCategory[]): Category[] {
  const taken = new Set(declared.map(({ shape }) => shape));
  const few = shapes.slice(0, mostCategories);
  return declared.map(({ id, label, color, shape }, index) => {
    const free = few.find((candidate) => !taken.has(candidate));
    const own = declared.length > 1 && id === otherCategory ? shapes.at(-1) : free;
    const chosen = shape ?? own ?? few[index % few.length]!;
    taken.add(chosen);
    return { id, label: label ?? labelFrom(id), color, shape: chosen };
  });
}

/** `air-strike` → "Air strike". */
function labelFrom(id: string): string {
  const words = id.replace(/[-_\s]+/g, ' ').trim() || id;
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

const hexPattern = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const number = '[+-]?[\\d.]+%?';
const rgb = new RegExp(
  `^rgba?\\(\\s*${number}(?:\\s*[,\\s]\\s*${number}){2}(?:\\s*[,/]\\s*${number})?\\s*\\)$`,
  'i',
);
const namedPattern =
  /^(?!inherit$|initial$|unset$|revert$|transparent$|currentcolor$)[a-z]{3,20}$/i;

function readColor(owner: Members, path: string, report: Reporter): string | undefined {
  const value = member(owner, 'color');
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && value.length < 64) {
    if (hexPattern.test(value) || rgb.test(value) || namedPattern.test(value)) return value;
  }
  const expected = t('expected.color');
  report.warn(
    path,
    value,
    'bad-color',
    t('problem.expected', { field: path, value: shown(value), expected }),
  );
  return undefined;
}
