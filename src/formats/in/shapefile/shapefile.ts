/** Shapefiles in a ZIP archive → GeoJSON: shapes by shpjs, the table beside them, the encoding by its
 * CPG file or header, the reference system by its PRJ file. */
import type { Geometry } from 'geojson';
import type { Problem } from '../../../model/event';
import type { BinaryOptions, OpenedBinary } from '../../binary/binary-format';
import { FormatError } from '../../format';
import { codeOfWkt } from '../../projection/crs-code';
import { geojsonText, type PlainFeature } from '../../shared/geojson-text';
import { note } from '../../table/header';
import { openDbf, type Dbf } from './dbf';
import { t } from '../../../words/reading';

/** The files of one shapefile. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf?: Uint8Array;
  readonly prj?: string;
  readonly cpg?: string;
}

export async function openShapefile(
  { shp, dbf, prj, cpg }: ShapefileParts,
  options: BinaryOptions,
): Promise<Omit<OpenedBinary, 'format'>> {
  const shapes = await shapesIn(shp);
  const notes: Problem[] = [];
  const table = dbf && openDbf(dbf);
  if (table) setEncoding(table, cpg, options, notes);
  else notes.push(note('DBF', 'no-table', t('shapefile.noTable')));
  if (table && table.records !== shapes.length)
    throw new FormatError(t('shapefile.otherLength', { shapes: shapes.length, rows: table.records }));
  const deleted = table ? shapes.filter((_, at) => !table.row(at)).length : 0;
  if (deleted > 0)
    notes.push(note('DBF', 'deleted-rows', t('shapefile.deletedRows', { count: deleted }), deleted));
  if (prj === undefined && options.crs === undefined)
    notes.push(note('PRJ', 'no-crs', t('shapefile.noCrs')));
  const features = async function* () {
    for (let from = 0; from < shapes.length; from += atOnce) {
      await Promise.resolve();
      const some: PlainFeature[] = [];
      for (let at = from; at < Math.min(from + atOnce, shapes.length); at++) {
        const properties = table ? table.row(at) : {};
        if (properties) some.push({ geometry: shapes[at]!, properties });
      }
      yield some;
    }
  };
  return { read: () => geojsonText(features()), notes, crs: crsOf(prj) };
} // prettier-ignore

const atOnce = 500;

/** Throws a `FormatError` where the file breaks off or is none. */
async function shapesIn(shp: Uint8Array): Promise<(Geometry | null)[]> {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const broken = () => new FormatError(t('shapefile.broken', { part: 'SHP' }));
  if (shp.length < 100 || view.getInt32(0) !== 9994) throw broken();
  // Its length in words of 16 bits.
  if (view.getInt32(24) * 2 > shp.length) throw broken();
  const { parseShp } = await import('shpjs');
  try {
    const shapes = parseShp(view as never) as ((Geometry & { bbox?: unknown }) | null)[];
    return shapes.map((shape) => {
      if (!shape) return null;
      const { bbox, ...geometry } = shape;
      void bbox;
      return geometry as Geometry;
    });
  } catch {
    throw broken();
  }
}

/** As the user or the CPG file names it, as the header says, UTF-8 where all is; else Windows-1252,
 * which is said. */
function setEncoding(
  table: Dbf,
  cpg: string | undefined,
  { encoding }: BinaryOptions,
  notes: Problem[],
): void {
  const named = encoding ?? (cpg === undefined ? undefined : labelOf(cpg)) ?? table.encoding;
  if (named !== undefined && table.fits(new TextDecoder(named, { fatal: true }))) {
    table.decoder = new TextDecoder(named);
    return;
  }
  if (encoding !== undefined) throw new FormatError(t('shapefile.notInEncoding', { encoding }));
  if (table.fits(new TextDecoder('utf-8', { fatal: true }))) {
    table.decoder = new TextDecoder('utf-8');
    return;
  }
  table.decoder = new TextDecoder('windows-1252');
  notes.push(note('DBF', 'encoding-found', t('shapefile.encodingGuessed'), 'windows-1252'));
}

/** `UTF-8`, `1251`, `ANSI 1251`, `ISO 88591` → a label of encodings; nothing where it is none. */
function labelOf(cpg: string): string | undefined {
  const text = cpg.trim().toLowerCase();
  const iso = /^(?:iso[ -]?)?8859[ -]?(\d{1,2})$/.exec(text)?.[1];
  const windows = /(?:^|\D)(125\d)$/.exec(text)?.[1];
  const label = iso
    ? `iso-8859-${iso}`
    : windows
      ? `windows-${windows}`
      : text === '65001'
        ? 'utf-8'
        : text.replace(/^(?:oem|cp)?[ -]?866$/, 'ibm866');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The code where the definition names one that is known by it, else the definition. */
function crsOf(prj: string | undefined): string | undefined {
  const text = prj?.trim();
  if (!text) return undefined;
  const code = codeOfWkt(text);
  if (code !== undefined) return code === 4326 ? undefined : `EPSG:${code}`;
  return text;
}
