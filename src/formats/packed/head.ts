/** Checks the head of a packed story member by member. */
import { isObject } from '../../model/read/members';
import type { PackedHead } from './layout';
import { t } from '../../words/reading';

/** Throws an `Error` that names the member, what came and what was expected. */
export function checkHead(head: unknown, rows: number): PackedHead {
  if (!isObject(head)) refuse('it', head, t('expected.object'));
  const { story, categories, read, rejected, problems, problemsLeftOut, stamp } = head;
  if (!isObject(story)) refuse('story', story, t('expected.object'));
  if (!Array.isArray(categories) || !categories.every(isCategory))
    refuse('categories', categories, t('packed.expectedCategories'));
  if (head.gathered !== undefined && !isListOfTexts(head.gathered))
    refuse('gathered', head.gathered, t('packed.expectedTexts'));
  if (categories.length > 32)
    refuse('categories', categories.length, t('packed.expectedCategoryCount'));
  if (head.rows !== rows) refuse('rows', head.rows, t('packed.expectedRows', { rows }));
  if (!isCount(rejected)) refuse('rejected', rejected, t('packed.expectedWhole'));
  if (read !== rows + rejected)
    refuse('read', read, t('packed.expectedReadCount', { sum: rows + rejected }));
  if (!Array.isArray(problems) || !problems.every(isObject))
    refuse('problems', problems, t('packed.expectedObjects'));
  if (!isCount(problemsLeftOut))
    refuse('problemsLeftOut', problemsLeftOut, t('packed.expectedWhole'));
  if (typeof stamp !== 'string') refuse('stamp', stamp, 'text');
  checkNaming('shards', head.shards, 'size');
  checkNaming('ids', head.ids, 'files');
  return head as unknown as PackedHead;
}

/** One folder and one name, so that nothing outside of it is ever asked for. */
const pathPattern = /^\.\w+\/[\w-]*\{number\}\.json$/;

function checkNaming(name: string, naming: unknown, count: string): void {
  if (!isObject(naming)) refuse(name, naming, t('expected.object'));
  const { path, digits } = naming;
  if (!isCount(naming[count]) || naming[count] === 0)
    refuse(`${name}.${count}`, naming[count], t('packed.expectedPositive'));
  if (typeof path !== 'string' || !pathPattern.test(path))
    refuse(`${name}.path`, path, t('packed.expectedPath'));
  if (!isCount(digits) || digits > 15) refuse(`${name}.digits`, digits, '0 … 15');
}

function isCategory(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.shape === 'string' &&
    (typeof value.label === 'string' || isObject(value.label))
  );
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refuse(name: string, came: unknown, expected: string): never {
  const shown = (JSON.stringify(came) ?? 'missing').slice(0, 80);
  throw new Error(t('packed.headFault', { name, shown, expected }));
}
