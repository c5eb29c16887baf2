/** Events that an article leads on to. Pure. */
import type { EventTable } from '../engine/desk';
import type { Lead, OpenStory } from './story';
import { entryAt, type Setting } from './setting';

/** Others at the same place that are named. */
const mostHere = 20;

/** Asks what a row leads to and for the titles that name it; gives the undoing. */
export function followLeads(
  { leads, table, details }: OpenStory,
  row: number,
  onleads: (leads: readonly Lead[]) => void,
): () => void {
  let wanted = true;
  details.need('article', [row]);
  leads(row).then(
    (found) => {
      if (!wanted) return;
      const related = relatedRows(row, found, table);
      details.need(
        'related',
        related.map((lead) => lead.row),
      );
      onleads(related);
    },
    // The article says why its details could not be had.
    () => {},
  );
  return () => (wanted = false);
}

/** What it hangs on, what hangs on it, then what else is at its place; what is linked twice in one
 * way, once. */
export function relatedRows(row: number, leads: readonly Lead[], table: EventTable): Lead[] {
  const here: Lead[] = [];
  const [lng, lat] = [table.lng[row]!, table.lat[row]!];
  for (let other = 0; other < table.lng.length && here.length < mostHere; other++)
    if (other !== row && table.lng[other] === lng && table.lat[other] === lat)
      here.push({ row: other, relation: 'Also here', named: false });
  const once = new Map(leads.map((lead) => [`${lead.relation} ${lead.row}`, lead]));
  return [...once.values(), ...here];
}

/** The same with a title each; an event whose details are not at hand goes by category and date. */
export function titled(leads: readonly Lead[], setting: Setting) {
  return leads.map(({ row, relation }) => {
    const { bare, title, date } = entryAt(row, setting);
    return { row, relation, title: bare ? `${title}, ${date}` : title };
  });
}
