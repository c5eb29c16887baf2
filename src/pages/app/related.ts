/** Events that an article leads on to. Pure. */
import type { EventTable } from '../../story/story-index';
import type { RelatedEvent, StoryData, StoryService } from '../../story';
import { t } from '../../words/page';
import { entryAt, type DisplayContext } from './setting';

/** Others at the same place that are named. */
const mostHere = 20;

/** What an event leads to. */
export interface RelatedLinks {
  readonly leads: readonly RelatedEvent[];
  /** Why the events that its links name could not be looked up. */
  readonly failure?: string;
}

/** Looks up what a row leads to, and the details that name it. Returns what stops it. */
export function openRelated(
  { table, details }: Pick<StoryData, 'table' | 'details'>,
  service: Pick<StoryService, 'leads'>,
  row: number,
  onfollowed: (followed: RelatedLinks) => void,
): () => void {
  let wanted = true;
  details.need('article', [row]);
  const take = (found: readonly RelatedEvent[], failure?: string) => {
    if (!wanted) return;
    const related = relatedRows(row, found, table);
    details.need(
      'related',
      related.map((lead) => lead.row),
    );
    onfollowed({ leads: related, failure });
  };
  service.leads(row).then(take, (error: unknown) => take([], (error as Error).message));
  return () => (wanted = false);
}

/** What it hangs on, what hangs on it, then what else is at its place; what is linked twice in one
 * way, once. */
export function relatedRows(
  row: number,
  leads: readonly RelatedEvent[],
  table: EventTable,
): RelatedEvent[] {
  const here: RelatedEvent[] = [];
  const [lng, lat] = [table.lng[row]!, table.lat[row]!];
  for (let other = 0; other < table.lng.length && here.length < mostHere; other++)
    if (other !== row && table.lng[other] === lng && table.lat[other] === lat)
      here.push({ row: other, relation: 'same-place', named: false });
  const once = new Map(leads.map((lead) => [`${lead.relation} ${lead.row}`, lead]));
  return [...once.values(), ...here];
}

/** The same with a title each; an event whose details are not at hand goes by category and date. */
export function titled(leads: readonly RelatedEvent[], setting: DisplayContext) {
  return leads.map(({ row, relation }) => {
    const { bare, title, dateAlone } = entryAt(row, setting);
    const isDated = bare || relation === 'same-place';
    return {
      row,
      relation: t(`relation.${relation}`),
      title: isDated ? `${title}, ${dateAlone}` : title,
    };
  });
}
