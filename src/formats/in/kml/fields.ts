/** What a Placemark says in names and values: extended data (OGC 12-007r2, clause 9), and lines such as
 * `Date: 2022-03-11` and tables in its description. */
import type { Element } from '@xmldom/xmldom';
import { plainText } from '../../shared/plain-text';
import { childrenOf, childText, elementText, foundBelow } from '../../xml/elements';

const simple = new Set(['SimpleData']);
const linePattern = /^(\p{L}[\p{L}\p{N} _/()#.-]{0,40}?)\s*[:=]\s*(?!\/\/)(\S.*)$/u;
/** Words of a name; what is longer is prose. */
const mostWords = 4;
const cellEnd = /<\/t[dh]>\s*<t[dh][^>]{0,500}>/gi;

/** Values by their names, as cells of a table; with `name`, `description` and `address`. */
export function fieldsOf(placemark: Element): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (name: string, value: string) => {
    if (name !== '' && value !== '' && !fields.has(name)) fields.set(name, value);
  };
  add('name', childText(placemark, 'name'));
  const description = childText(placemark, 'description') || childText(placemark, 'Snippet');
  add('description', description);
  add('address', childText(placemark, 'address'));
  for (const data of childrenOf(placemark, 'ExtendedData').flatMap((parent) =>
    childrenOf(parent),
  )) {
    if (data.localName === 'Data') add(data.getAttribute('name') ?? '', childText(data, 'value'));
    if (data.localName === 'SchemaData')
      for (const item of foundBelow(data, simple))
        add(item.getAttribute('name') ?? '', elementText(item));
  }
  for (const line of plainText(description.replace(cellEnd, ': ')).split('\n')) {
    const [, name = '', value = ''] = linePattern.exec(line.trim()) ?? [];
    if (name.split(' ').length <= mostWords) add(name.trim(), value.trim());
  }
  return fields;
}
