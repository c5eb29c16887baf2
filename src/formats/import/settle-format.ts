/** What a file is, and what it has to be rewritten to before its format reads it. */
import { chooseFormat, surest } from './detect';
import { openBinary } from '../binary/open-binary';
import {
  FormatError,
  type Format,
  type FormatOptions,
  type FileHead,
  type RewrittenFormat,
  type StoryFacts,
} from '../format';
import type { ImportRun } from './import-run';
import type { ImportOptions } from './types';
import { formats, rewrittenFormats, tableFormats } from '..';
import { codeOfCrs, nameOfCrs } from '../projection/crs-code';
import { note } from '../table/header';
import { hostColumns } from '../table/host';
import { headOf } from '../text/head';
import type { Projection } from '../projection/projection';
import { t } from '../../words/reading';

export interface SettledFormat {
  readonly format: Format;
  readonly options: FormatOptions;
  /** What the file is by its writing, where that is another format. */
  readonly outer?: { readonly id: string; readonly label: string; readonly facts?: StoryFacts };
}

const all: readonly (Format | RewrittenFormat)[] = [...formats, ...rewrittenFormats];

/** Archives in archives. */
const deepest = 2;

export async function settleFormat(run: ImportRun, options: ImportOptions): Promise<SettledFormat> {
  let asked = options.format;
  let archive: SettledFormat['outer'];
  for (let depth = 0; asked !== 'story' && depth <= deepest; depth++) {
    const opened = await openBinary(run.source, asked, options);
    if (!opened) break;
    const { format, source, read, notes = [], facts, crs } = opened;
    if (format.id === asked) asked = undefined;
    if (depth === deepest && source) throw new FormatError(t('zip.tooDeep'));
    for (const problem of notes) run.note(problem);
    const outer = { id: format.id, label: within(format.label, archive), facts };
    if (read) {
      run.readAs(read);
      return settleInner(run, { ...options, format: asked, name: run.source.name }, outer, crs);
    }
    archive = outer;
    run.readFrom(source!);
    // It named the file in the archive.
    options = { ...options, sheet: undefined };
  }
  return settleText(run, { ...options, format: asked, name: run.source.name }, archive);
}

/** What a text is that may be inside an archive. */
async function settleText(
  run: ImportRun,
  options: ImportOptions,
  archive: SettledFormat['outer'],
): Promise<SettledFormat> {
  const head = await headOf(await run.text('learning'), options.name ?? '');
  const rewritten = rewrittenBy(options.format, head);
  if (!rewritten) {
    const found = chooseFormat<Format | RewrittenFormat>(all, options.format, head);
    const format = formats.find((one) => one === found)!;
    const settled = { format, options, outer: archive };
    const crs = options.crs ?? crsIn(format, head);
    return isProjected(crs) ? project(run, settled, head, crs, options.format) : settled;
  }
  const { id, label } = rewritten;
  const rewriting = await rewritten.rewrite(await run.text('learning'), options, head);
  run.rewriteBy(rewriting.read);
  for (const problem of rewriting.notes) run.note(problem);
  const outer = { id, label: within(label, archive), facts: rewriting.facts };
  return settleInner(run, options, outer, rewriting.crs);
}

/** What the rows of a table or the GeoJSON are that a file was rewritten to. */
async function settleInner(
  run: ImportRun,
  options: ImportOptions,
  outer: SettledFormat['outer'],
  own: string | undefined,
): Promise<SettledFormat> {
  const head = await headOf(await run.text('learning'), options.name ?? '');
  const settled = { format: innerFormat(head, options.format), options, outer };
  if (options.crs !== undefined && own !== undefined) sayOther(run, own, options.crs);
  const crs = options.crs ?? own;
  return isProjected(crs) ? project(run, settled, head, crs, options.format) : settled;
}

function within(label: string, archive: SettledFormat['outer']): string {
  return archive ? `${label} (${archive.label})` : label;
}

/** The format that the file is written in, where its records are those of another. A known table may
 * be asked for in any writing. */
function rewrittenBy(asked: string | undefined, head: FileHead): RewrittenFormat | undefined {
  if (asked === undefined || asked === 'auto') {
    const best = surest(all, head);
    return rewrittenFormats.find((format) => format === best);
  }
  const named = rewrittenFormats.find(({ id }) => id === asked);
  if (named) return named;
  const forms = formats.filter(({ id }) => id === asked);
  const isTable = tableFormats.some(({ id }) => id === asked);
  return isTable && !surest(forms, head) ? surest(rewrittenFormats, head) : undefined;
}

/** What the rewritten file is: a table, the one asked for or the surest, or GeoJSON. */
function innerFormat(head: FileHead, asked: string | undefined): Format {
  if (!head.columns) return chooseFormat(formats, 'geojson', head);
  const isTable = tableFormats.some(({ id }) => id === asked);
  return chooseFormat(tableFormats, isTable ? asked : undefined, {
    ...head,
    // A table without rows is one all the same.
    text: head.text.trim() === '' ? '-' : head.text,
  });
}

function isProjected(crs: string | undefined): crs is string {
  return crs !== undefined && codeOfCrs(crs) !== 4326;
}

const crsPattern = /"crs"\s*:\s*(\{[^{}]{0,400}(?:\{[^{}]{0,400}\}[^{}]{0,400})?\}|"[^"]{0,200}")/;

/** The reference system that the beginning of a GeoJSON file names, in the way from before RFC 7946. */
function crsIn({ id }: Format, { text }: FileHead): string | undefined {
  const found = id === 'geojson' ? crsPattern.exec(text)?.[1] : undefined;
  if (found === undefined) return undefined;
  try {
    return nameOfCrs(JSON.parse(found));
  } catch {
    return undefined;
  }
}

function sayOther(run: ImportRun, own: string, name: string): void {
  if (codeOfCrs(own) === codeOfCrs(name)) return;
  run.note(note('crs', 'other-crs', t('crs.otherThanFile', { own: own.slice(0, 80), name }), own));
}

async function project(
  run: ImportRun,
  settled: SettledFormat,
  head: FileHead,
  crs: string,
  asked: string | undefined,
): Promise<SettledFormat> {
  const { format, options } = settled;
  const { projectionOf } = await import('../projection/projection');
  const projection = projectionOf(crs);
  if (format.id === 'geojson') {
    const { projectedGeojson } = await import('../projection/geojson');
    run.rewriteBy((text) => Promise.resolve(projectedGeojson(text, projection)));
    const message = t('crs.projectedShapes', { name: projection.name });
    run.note(note('crs', 'projected', message, projection.name));
    return settled;
  }
  if (!tableFormats.some(({ id }) => id === format.id)) {
    const message = t('crs.notUsed', { label: format.label });
    run.note(note('crs', 'crs-not-used', message, crs));
    return settled;
  }
  const added = await projectTable(run, hostColumns(head), options, projection);
  const projected = await headOf(await run.text('learning'), head.name);
  const inner = innerFormat(projected, asked);
  const map = new Map([...(options.map ?? []), ...added]);
  return { ...settled, format: inner, options: inner.id === 'csv' ? { ...options, map } : options };
}

/** Rewrites a table with columns in degrees; gives their fields. */
async function projectTable(
  run: ImportRun,
  names: readonly string[],
  options: ImportOptions,
  projection: Projection,
): Promise<[field: string, column: string][]> {
  const rows = await import('../projection/rows');
  const wkt = await import('../projection/wkt');
  const shapes = wkt.wktColumn(names, options);
  if (shapes && (options.map?.get('wkt') || !rows.hasProjectedColumns(names, options))) {
    run.rewriteBy((text) => wkt.projectedWktRows(text, shapes, projection));
    run.note(wkt.wktNote(shapes, projection));
    return [
      ['wkt', shapes.added],
      ['pair', ''],
    ];
  }
  const columns = rows.projectedColumns(names, options);
  run.rewriteBy((text) => rows.projectedRows(text, columns, projection));
  run.note(rows.projectedNote(columns, projection));
  return [
    ['lng', columns.lng],
    ['lat', columns.lat],
  ];
}
