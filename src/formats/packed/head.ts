/** Checks the head of a packed story member by member. */
import { isObject } from '../../model/read/problems';
import type { PackedHead } from './layout';

/** Throws an `Error` that names the member, what came and what was expected. */
export function checkHead(head: unknown, rows: number): PackedHead {
  if (!isObject(head)) refuse('it', head, 'an object');
  const { story, categories, read, rejected, problems, problemsLeftOut, stamp } = head;
  if (!isObject(story)) refuse('story', story, 'an object');
  if (!Array.isArray(categories) || !categories.every(isCategory))
    refuse('categories', categories, 'a list of objects with id, label and shape');
  if (categories.length > 32) refuse('categories', categories.length, '32 at most');
  if (head.rows !== rows) refuse('rows', head.rows, `${rows} as the file states`);
  if (!isCount(rejected)) refuse('rejected', rejected, 'a whole number');
  if (read !== rows + rejected) refuse('read', read, `${rows + rejected}, the rows and rejected`);
  if (!Array.isArray(problems) || !problems.every(isObject))
    refuse('problems', problems, 'a list of objects');
  if (!isCount(problemsLeftOut)) refuse('problemsLeftOut', problemsLeftOut, 'a whole number');
  if (typeof stamp !== 'string') refuse('stamp', stamp, 'text');
  checkNaming('shards', head.shards, 'size');
  checkNaming('ids', head.ids, 'files');
  return head as unknown as PackedHead;
}

/** One folder and one name, so that nothing outside of it is ever asked for. */
const PATH = /^\.\w+\/[\w-]*\{number\}\.json$/;

function checkNaming(name: string, naming: unknown, count: string): void {
  if (!isObject(naming)) refuse(name, naming, 'an object');
  const { path, digits } = naming;
  if (!isCount(naming[count]) || naming[count] === 0)
    refuse(`${name}.${count}`, naming[count], 'a whole number above 0');
  if (typeof path !== 'string' || !PATH.test(path))
    refuse(`${name}.path`, path, 'one such as ".d/{number}.json"');
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

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refuse(name: string, came: unknown, expected: string): never {
  const shown = (JSON.stringify(came) ?? 'missing').slice(0, 80);
  throw new Error(`packed story: in the head ${name} is ${shown}, expected ${expected}`);
}
