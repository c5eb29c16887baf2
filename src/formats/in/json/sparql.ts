/** Answers of SPARQL endpoints such as Wikidata's (https://www.w3.org/TR/sparql11-results-json/). */
import { isObject, member } from '../../../model/read/members';
import { RowStream } from '../../table/row-stream';
import { entriesOf, valueAt, type JsonPlace } from './entries';
import type { Leaf } from './flatten';
import { rowsOfEntries } from './records';
import type { JsonSurvey } from './survey';

const place: JsonPlace = { path: ['results', 'bindings'], kind: 'list' };

/** The variables of the answer; nothing where it is none. */
export function sparqlColumns({ members, lists }: JsonSurvey): string[] | undefined {
  const names = valueAt(members.get('head'), ['vars']);
  const answered = lists.some(({ path }) => path.join('.') === 'results.bindings');
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string') || !answered)
    return undefined;
  return names;
}

export function sparqlRows(text: AsyncIterable<string>, columns: readonly string[]): RowStream {
  return new RowStream(
    columns,
    rowsOfEntries(entriesOf(text, place), columns, (binding) => {
      if (!isObject(binding)) return undefined;
      const leaves = new Map<string, Leaf>();
      for (const column of columns) {
        const term = member(binding, column);
        const value = isObject(term) ? member(term, 'value') : undefined;
        if (typeof value === 'string') leaves.set(column, { text: value, value });
      }
      return leaves;
    }),
  );
}
