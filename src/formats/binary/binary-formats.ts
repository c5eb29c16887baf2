/** The table of formats that are no text. */
import type { BinaryFormat } from './binary-format';
import { t } from '../../words/reading';

export const binaryFormats = {
  xlsx: {
    id: 'xlsx',
    get label() {
      return t('format.xlsx');
    },
  },
  ods: {
    id: 'ods',
    get label() {
      return t('format.ods');
    },
  },
  parquet: { id: 'parquet', label: 'Parquet' },
  shapefile: {
    id: 'shapefile',
    get label() {
      return t('format.shapefile');
    },
  },
  kmz: { id: 'kmz', label: 'KMZ' },
  zip: { id: 'zip', label: 'ZIP' },
} as const satisfies Readonly<Record<string, BinaryFormat>>;
