/** ZIP archives: a workbook, a KMZ, or one file that can be read. fflate unpacks them as a stream. */
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { FormatError } from '../format';
import type { ByteSource } from '../import/types';
import { mostRatio, ratioFrom, unzipped } from '../text/unzip';
import type { BinaryOptions, OpenedBinary } from './binary-format';
import { binaryFormats } from './binary-formats';
import { t } from '../../words/reading';

/** So many files are looked at in an archive. */
const mostFiles = 10_000;
/** Bytes of a file that has to be held whole. */
const mostWhole = 1024 ** 3;
/** So many names are told. */
const mostNames = 20;

const readable =
  /\.(?:csv|tsv|tab|txt|json|geojson|jsonl|ndjson|geojsonl|kml|gpx|xlsx|ods|parquet|ics|jsonld)(?:\.gz)?$/i;
/** Files that go with data and are none. */
const about = /(?:^|[/_. -])(?:read ?me|licen[cs]e|codebook|changelog|metadata|about|attribution)(?:[_. -]|$)/i; // prettier-ignore

export async function openZip(
  source: ByteSource,
  most: number,
  options: BinaryOptions,
): Promise<OpenedBinary> {
  const names = await namesIn(source, most);
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.xml')) return spreadsheet('xlsx', source, most, options);
  if (has('content.xml') && has('mimetype')) {
    const type = new TextDecoder().decode(await bytesOf(source, 'mimetype', most));
    if (type.includes('spreadsheet')) return spreadsheet('ods', source, most, options);
    throw new FormatError(t('text.officeText'));
  }
  if (has('xl/workbook.bin')) throw new FormatError(t('text.xlsb'));
  if (has('word/document.xml') || has('ppt/presentation.xml'))
    throw new FormatError(t('text.officeText'));
  const files = names.filter(
    (name) => !name.endsWith('/') && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name),
  );
  const shapes = files.filter((name) => /\.shp$/i.test(name));
  if (shapes.length > 0) return shapefile(shapes, files, source, most, options);
  const kmls = files.filter((name) => /\.kml$/i.test(name));
  if (kmls.length > 0 && (has('doc.kml') || /\.kmz$/i.test(source.name)) && !options.sheet) {
    const name = kmls.find((kml) => /^doc\.kml$/i.test(kml)) ?? kmls[0]!;
    return { format: binaryFormats.kmz, source: entrySource(source, name, source.name, most) };
  }
  const name = chosenFile(files, options.sheet);
  const inner = name.slice(name.lastIndexOf('/') + 1);
  return { format: binaryFormats.zip, source: entrySource(source, name, inner, most) };
}

async function spreadsheet(
  kind: 'xlsx' | 'ods',
  source: ByteSource,
  most: number,
  options: BinaryOptions,
): Promise<OpenedBinary> {
  const { openSpreadsheet } = await import('../in/spreadsheet/spreadsheet');
  const bytes = await wholeBytes(source, most);
  return { format: binaryFormats[kind], ...(await openSpreadsheet(bytes, kind, options)) };
}

/** The parts of a shapefile have one name but for their ends. */
async function shapefile(
  shapes: readonly string[],
  files: readonly string[],
  source: ByteSource,
  most: number,
  options: BinaryOptions,
): Promise<OpenedBinary> {
  const layers = new Map(shapes.map((name) => [name.slice(0, -4), name]));
  const { sheet } = options;
  const wanted = [...layers.keys()].filter(
    (name) => sheet === undefined || name === sheet || name.endsWith(`/${sheet}`),
  );
  const names = listOf([...layers.keys()]);
  if (wanted.length === 0) throw new FormatError(t('zip.noSuchFile', { sheet: sheet!, names }));
  if (wanted.length > 1) throw new FormatError(t('zip.severalFiles', { names }));
  const [layer] = wanted;
  const part = async (end: string) => {
    const name = files.find((file) => file.toLowerCase() === `${layer}.${end}`.toLowerCase());
    return name === undefined ? undefined : bytesOf(source, name, most);
  };
  const text = async (end: string) => {
    const bytes = await part(end);
    return bytes && new TextDecoder().decode(bytes);
  };
  const { openShapefile } = await import('../in/shapefile/shapefile');
  const parts = {
    shp: (await part('shp'))!,
    dbf: await part('dbf'),
    prj: await text('prj'),
    cpg: await text('cpg'),
  };
  return { format: binaryFormats.shapefile, ...(await openShapefile(parts, options)) };
}

/** The only file that can be read, or the one that is named. Throws a `FormatError` that names them. */
function chosenFile(files: readonly string[], sheet: string | undefined): string {
  const found = files.filter((name) => readable.test(name));
  if (sheet !== undefined) {
    const named = files.find((name) => name === sheet || name.endsWith(`/${sheet}`));
    if (named !== undefined) return named;
    throw new FormatError(t('zip.noSuchFile', { sheet, names: listOf(files) }));
  }
  const data = found.filter((name) => !about.test(name));
  const typed = data.filter((name) => !/\.txt$/i.test(name));
  const [only, second] = typed.length > 0 ? typed : data.length > 0 ? data : found;
  if (only === undefined) throw new FormatError(t('zip.nothingReadable', { names: listOf(files) }));
  if (second !== undefined) throw new FormatError(t('zip.severalFiles', { names: listOf(data) }));
  return only;
}

function listOf(names: readonly string[]): string {
  const rest = names.length - mostNames;
  return names.slice(0, mostNames).join(', ') + (rest > 0 ? ` … (+${rest})` : '') || '–';
}

/** Throws a `FormatError` where it comes to too much. */
export async function wholeBytes(source: ByteSource, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of unzipped(source.open(), most)) {
    length += part.length;
    if (length > mostWhole) throw new FormatError(t('text.fileTooLarge', { most: mostWhole }));
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The names of all files, in their order. */
export async function namesIn(source: ByteSource, most: number): Promise<string[]> {
  const names: string[] = [];
  for await (const { file } of unpacked(source, most, () => false)) {
    if (file) names.push(file);
    if (names.length > mostFiles) throw new FormatError(t('zip.tooManyFiles', { most: mostFiles }));
  }
  if (names.length === 0) throw new FormatError(t('zip.noFiles'));
  return names;
}

/** The bytes of one small file. */
export async function bytesOf(source: ByteSource, name: string, most: number): Promise<Uint8Array> {
  return wholeBytes(entrySource(source, name, name, most), most);
}

/** A file of an archive as one of its own.
 * @param called The name that it goes by. */
export function entrySource(
  source: ByteSource,
  name: string,
  called: string,
  most: number,
): ByteSource {
  return {
    name: called,
    async *open() {
      for await (const { bytes } of unpacked(source, most, (file) => file === name))
        if (bytes) yield bytes;
    },
  };
}

interface Unpacked {
  /** A file begins. */
  readonly file?: string;
  /** Bytes of a file that is wanted. */
  readonly bytes?: Uint8Array;
}

/** The first file of each name only, so that one that stands twice is not read as its own rest. */
async function* unpacked(
  source: ByteSource,
  most: number,
  isWanted: (name: string) => boolean,
): AsyncGenerator<Unpacked> {
  let out: Unpacked[] = [];
  let failure: Error | undefined;
  let open = 0;
  const seen = new Set<string>();
  const unzip = new Unzip((file: UnzipFile) => {
    out.push({ file: file.name });
    if (seen.has(file.name) || !isWanted(file.name)) return;
    seen.add(file.name);
    open++;
    file.ondata = (error, bytes, final) => {
      if (error) failure = error;
      else if (bytes.length > 0) out.push({ bytes });
      if (final) open--;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let [came, total] = [0, 0];
  const pass = function* (): Generator<Unpacked> {
    if (failure) throw failure;
    const some = out;
    out = [];
    for (const one of some) {
      total += one.bytes?.length ?? 0;
      if (total > most) throw new FormatError(t('text.unzipsTooLarge', { most }));
      if (total > ratioFrom && total > mostRatio * came)
        throw new FormatError(
          t('text.ratioTooLarge', {
            mostRatio,
            total: `${(total / 1e6).toFixed(1)} MB`,
            came: `${(came / 1e6).toFixed(1)} MB`,
          }),
        );
      yield one;
    }
  };
  try {
    for await (const piece of unzipped(source.open(), most)) {
      // A few kilobytes may unfold a thousandfold.
      for (let at = 0; at < piece.length; at += slice) {
        const part = piece.subarray(at, at + slice);
        came += part.length;
        unzip.push(part);
        yield* pass();
      }
    }
    unzip.push(new Uint8Array(0), true);
    yield* pass();
    if (open > 0) throw new FormatError(t('zip.breaksOff'));
  } catch (error) {
    if (error instanceof FormatError || (error as Error).name === 'AbortError') throw error;
    throw new FormatError(t('zip.broken', { why: String((error as Error).message) }));
  }
}

const slice = 16 * 1024;
