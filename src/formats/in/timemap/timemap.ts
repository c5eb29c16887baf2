/** Timemap by Forensic Architecture, as Bellingcat and others publish it
 * (https://github.com/forensic-architecture/timemap): events, associations and sources in one file or
 * in three, and the site's own download, in which every event has its sources and filters. */
import { isObject } from '../../../model/read/members';
import type { Format } from '../../format';
import { SourceTable, type SourceMembers } from '../../shared/source-table';
import { wholeJson } from '../../shared/whole-json';
import { notesOf } from '../../table/host';
import { RowProblems } from '../../table/row-problems';
import { eventFrom, sourceFrom, TimemapReader } from './event';
import { timemapParts } from './parts';
import { t } from '../../../words/reading';

export const timemap: Format = {
  id: 'timemap',
  get label() {
    return t('format.timemap');
  },
  detect({ text }) {
    if (!/^\s*[[{]/.test(text) || /"FeatureCollection"|"start_date"/.test(text)) return 0;
    const event = ['date', 'latitude', 'longitude', 'description'].every((name) =>
      new RegExp(`"${name}"\\s*:`).test(text),
    );
    const own = /"(?:associations|filters|civId|narrative___stepStyles)"\s*:/.test(text);
    return event && own ? 0.95 : 0;
  },
  async *records(text, options) {
    const companions = options.companions ?? new Map<string, string>();
    const parts = timemapParts(await wholeJson(text), companions);
    const declared = Object.fromEntries(
      [...parts.sources].map(([id, source]) => [id, cleaned(sourceFrom(source, id))]),
    );
    const table = new SourceTable(parts.sources);
    const reader = new TimemapReader(options);
    yield [
      { sources: { get: (id) => (Object.hasOwn(declared, id) ? declared[id] : table.get(id)) } },
    ];
    let record = 0;
    for (const value of parts.events) {
      record++;
      if (isObject(value)) {
        const event = eventFrom(value, parts, (source) => table.refer(source));
        yield [reader.read(event, record)];
        continue;
      }
      const problems = new RowProblems(record);
      problems.error('events', value, 'not-an-event', t('timemap.expectedEvent'));
      yield [{ record, problems: problems.all }];
    }
    yield notesOf(reader.notes());
    const { sources, associations } = parts;
    return {
      ...reader.facts(),
      sources: { ...table.members(), ...declared },
      timemap: {
        ...(sources.size > 0 ? { sources: Object.fromEntries(sources) } : {}),
        ...(associations.size > 0 ? { associations: Object.fromEntries(associations) } : {}),
      },
    };
  },
};

function cleaned(source: SourceMembers) {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
}
