/** Begins to swap a folder and a file and ends at a step, as a test says: `STEP END HAD-OLD PAIR`. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginSwap, temporaryBeside, temporaryName } from '../../src/build/rollback.ts';

const [step, end, hadOld, pair] = process.argv.slice(2);
const [folder, file] = [join(process.cwd(), "it's a\nfolder"), join(process.cwd(), 'file')];

const fresh = await temporaryBeside(folder);
mkdirSync(fresh);
writeFileSync(join(fresh, 'content'), 'new');
const freshFile = pair === 'pair' ? await temporaryBeside(file) : null;
if (freshFile) writeFileSync(freshFile, 'new');
const old = hadOld === 'old' ? temporaryName(folder) : null;
await beginSwap({ target: folder, fresh, old, marker: freshFile ?? fresh });

const renames = [
  ...(old ? [() => renameSync(folder, old)] : []),
  () => renameSync(fresh, folder),
  ...(freshFile ? [() => renameSync(freshFile, file)] : []),
];
for (const rename of renames.slice(0, Number(step))) rename();
if (end === 'exception') throw new Error('an exception');
process.kill(process.pid, end);
await new Promise((done) => setTimeout(done, 60_000));
