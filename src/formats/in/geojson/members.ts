/** The members of a JSON object as they stand in its text. */
import { firstValue, memberSlices } from '../../packed/slices';

/** Name (decoded) → the text of its value, in their order; the last of a name stands. */
export function membersIn(object: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const { name, start, end } of memberSlices(object, firstValue(object)))
    members.set(name, object.slice(start, end));
  return members;
}

export function objectText(members: Iterable<readonly [name: string, text: string]>): string {
  return `{${Array.from(members, ([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}
