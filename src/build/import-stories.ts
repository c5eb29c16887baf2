/** Files of `events/` in formats that the import reads → stories of the site. */
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  importStream,
  readCompanion,
  type ByteSource,
  type ImportSink,
} from '../formats/import/import-stream';
import { defaultWorldview } from '../model/worldviews';
import { loadWorld, loadWorldview } from '../world/atlas';
import { openRegionalGazetteer } from '../world/gazetteer/finder';
import { insideOf } from '../world/inside';
import { readGeoFile, readPlaceFile } from './geo-file';
import { ProblemLines, summaryText } from './import-lines';
import { readImportOptions, type FileImportOptions } from '../formats/import/file-options';
import { importables } from './story-files';

/**
 * Writes a story into the folder `to` for each file of `folder` that can be imported; its id is the
 * file's name without the ending. `tell` gets what became of each, line by line. A file that can't be
 * read as a whole, or none of whose records can be shown, is left out, and `tell` gets why.
 *
 * @param root The folder of the project.
 */
export async function importStories(
  folder: string,
  to: string,
  root: string,
  tell: (line: string) => void,
): Promise<void> {
  const names = importables(folder);
  if (names.length === 0) return;
  const geo = (name: string) => readGeoFile(name, root);
  const inside = insideOf(
    await loadWorld('medium', geo),
    await loadWorldview(defaultWorldview, geo),
  );
  const gazetteer = openRegionalGazetteer((file) => readPlaceFile(file, root), geo);
  const optionsOf = names.map((name) => ({ name, ...fileOptions(folder, name) }));
  const companions = new Set(optionsOf.flatMap((each) => each.companions));
  for (const { name, options, companions: own, problem } of optionsOf) {
    if (companions.has(name)) continue;
    const file = join(to, `${name.replace(/\.[^.]+$/, '')}.geojson`);
    try {
      if (problem) throw problem;
      if (existsSync(file)) throw new Error('another file has the same name before its ending');
      const texts = new Map<string, string>();
      for (const beside of own)
        texts.set(beside, await readCompanion(sourceOf(folder, beside), options.encoding));
      const output = openSync(file, 'wx');
      const lines = new ProblemLines((line) => tell(`${name}: ${line}`));
      const sink: ImportSink = {
        story: (text) => void writeSync(output, text),
        problem: (problem) => lines.add(problem),
      };
      const asked = { ...options, companions: texts, inside, gazetteer };
      const summary = await importStream(sourceOf(folder, name), sink, asked).finally(() =>
        closeSync(output),
      );
      lines.end();
      tell(summaryText(name, summary));
      if (summary.written === 0) throw new Error('none of its records can be shown');
    } catch (error) {
      rmSync(file, { force: true });
      tell(`${name} is left out: ${(error as Error).message}`);
    }
  }
}

function fileOptions(
  folder: string,
  name: string,
): FileImportOptions & { readonly problem: Error | null } {
  const beside = `${name.replace(/\.[^.]+$/, '')}.import.json`;
  const file = join(folder, beside);
  const none = { options: {}, companions: [], problem: null };
  if (!existsSync(file)) return none;
  try {
    return { ...readImportOptions(beside, readFileSync(file, 'utf8')), problem: null };
  } catch (error) {
    return { ...none, problem: error as Error };
  }
}

function sourceOf(folder: string, name: string): ByteSource {
  const path = join(folder, name);
  const { size } = statSync(path);
  return { name, size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}
