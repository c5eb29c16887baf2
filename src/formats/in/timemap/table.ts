/** The CSV that Bellingcat's timemap offers for download: sources and filters in one cell each. */
import { isSafeAddress } from '../../../model/safe-address';
import type { TableFormat } from '../../format';
import { hasColumns, keptCells, needColumns } from '../../shared/columns';
import { hostOf, itemList } from '../../shared/headline';
import { SourceTable } from '../../shared/source-table';
import { TimemapReader } from './event';
import { t } from '../../../words/reading';

const columnNames = ['date', 'latitude', 'longitude', 'description'];
const carried: ReadonlySet<string> = new Set(['id', 'description']);

export const timemapTable: TableFormat = {
  id: 'timemap',
  get label() {
    return t('format.timemapTable');
  },
  fits: (columns) => (hasColumns(columns, [...columnNames, 'associations']) ? 0.95 : 0),
  dates: () => ['date'],
  open(columns, options) {
    needColumns('timemap', columns, columnNames);
    const sources = new SourceTable();
    const reader = new TimemapReader(options);
    return {
      sources,
      read: (cell, record) =>
        reader.read(
          {
            id: cell('id'),
            text: cell,
            // `Type of area=School,Weapon=Rocket`; values may have commas.
            paths: itemList(cell('associations'), /,(?=[^,=]+=)/).map((pair) => {
              const at = pair.indexOf('=');
              return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
            }),
            sources: sources.referAll(
              itemList(cell('sources'), /,(?=\s*https?:)/)
                .filter(isSafeAddress)
                .map((url) => ({ title: hostOf(url), url })),
            ),
            kept: keptCells(columns, cell, carried) ?? {},
          },
          record,
        ),
      story: () => ({ ...reader.facts(), sources: sources.members() }),
      notes: () => reader.notes(),
    };
  },
};
