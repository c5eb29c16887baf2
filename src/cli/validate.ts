/** `validate`: what is wrong with story files. */
import { FormatError } from '../formats/format';
import { importStream, type ImportProblem } from '../formats/import/import-stream';
import type { Inside } from '../model/check/swapped';
import { withSource } from './files';
import { problemLine } from '../build/import-lines';
import { print } from './output';
import { codeOf, reasonOf } from './reasons';
import { Failure, printError, Usage, type Verb } from './verb';
import { worldInside } from './world';

export const validate: Verb = {
  usage: 'FILE… [--json]',
  help: `Reads story files (GeoJSON; gzip is understood, - is standard input) and says what is wrong, one
problem on a line of standard output: file, severity, record, field, code, and a sentence with
the value and what was expected. An error means that the record can't be shown, a warning that it
can: look again.

--json writes [{"file", "read", "good", "problems": [{"severity", "record", "id", "field", "value",
"code", "message"}]}] instead; "record" is its number from 1, null for the file as a whole.

Exit 0 where every record of every file is good, 1 where any is not, 2 for wrong usage.`,
  options: [],
  flags: ['json'],
  async run(words, _options, { flags }) {
    if (words.length === 0) throw new Usage('no file came, expected one or more');
    const inside = await worldInside();
    let sound = true;
    let first = true;
    if (flags.has('json')) print('[');
    for (const file of words) {
      const problems: ImportProblem[] = [];
      const checked = await check(file, inside, (problem) => {
        sound &&= problem.severity !== 'error';
        if (flags.has('json')) problems.push({ ...problem, value: problem.value ?? null });
        else print(`${file}: ${problemLine(problem)}\n`);
      });
      if (flags.has('json')) {
        const entry = JSON.stringify({ file, ...checked, problems });
        print(`${first ? '' : ','}\n${entry}`);
      }
      first = false;
      printError(`${file}: ${checked.good} of ${checked.read} records are good`);
    }
    if (flags.has('json')) print('\n]\n');
    return sound ? 0 : 1;
  },
};

async function check(
  file: string,
  inside: Inside,
  tell: (problem: ImportProblem) => void,
): Promise<{ read: number; good: number }> {
  try {
    const { read, written } = await withSource(file, (source) =>
      importStream(source, { problem: tell }, { format: 'story', inside }),
    );
    return { read, good: written };
  } catch (error) {
    // The other files are still to be checked.
    const code = error instanceof FormatError ? 'not-a-story' : 'not-readable';
    if (code === 'not-readable' && !(error instanceof Failure) && codeOf(error) === undefined)
      throw error;
    const about = { severity: 'error', record: null, field: 'file', value: null } as const;
    tell({ ...about, code, message: reasonOf(error) });
    return { read: 0, good: 0 };
  }
}
