/** `import`: a file in any known format → a story, and a report. */
import { basename } from 'node:path';
import { FormatError } from '../formats/format';
import {
  importStream,
  readCompanion,
  type ByteSource,
  type ImportOptions,
  type ImportSummary,
  type ImportSink,
} from '../formats/import/import-stream';
import { formatIds } from '../formats';
import { readPlaceChoice, type PlaceChoices } from '../formats/geocode/choice';
import { fields, isField } from '../formats/table/fields';
import { encodings, type Encoding } from '../formats/text/decode';
import { isZone } from '../model/time/zone';
import { ProblemLines, summaryText } from '../build/import-lines';
import { dayOrders, decimalSigns, geocodings } from '../formats/import/file-options';
import { withSource } from './files';
import { commit, OutFile } from './output';
import { withReason } from './paths';
import { openRegionalGazetteer } from '../world/gazetteer/finder';
import { readShardFile } from './gazetteer-files';
import { geoFile } from './places';
import { codeOf, reasonOf } from './reasons';
import { Report } from './report';
import { checkTargets, type Target } from './targets';
import { BrokenPipe, Failure, printError, Usage, type Options, type Verb } from './verb';
import { worldInside } from './world';

export const importVerb: Verb = {
  usage:
    'FILE|- [--format auto|FORMAT] [--map FIELD=COLUMN …] [--day-order dmy|mdy|ymd] [--decimal .|,] [--century YYYY] [--zone ZONE] [--encoding ENCODING] [--geocode off|strict|propose] [--place NAME=CHOICE …] [--title TITLE] [--crs EPSG:N] [--sheet NAME] [--with FILE …] --out FILE [--report FILE]',
  help: `Turns FILE, or standard input for -, into a story. The format is found from the content, unless
--format names it: ${formatIds.join(', ')}. gzip is understood.

Columns of a table are guessed by their names, unless --map says which is which; it may be given
many times. Fields: ${fields.map(({ name }) => name).join(', ')},
and figures.MEASURE with .min, .max or .best after it. FIELD= leaves a field without a column.

Dates such as 3/4/2025 are read in the order that the whole file tells; where it does not tell,
say --day-order dmy, mdy or ymd (or day-first, month-first, year-first). Years of two digits are read
where --century says the first of the hundred years they lie in: with 2000, 17 is 2017; with 1950, 49
is 2049. Times without a zone are read in UTC, unless --zone (or --time-zone) names another.
Amounts such as 53,537 and 1.234 are read as their whole column is written; where it can mean two
that is said, and --decimal names the sign before fractions.
A file that is not UTF-8 and does not say its encoding is read in the one that its words stand
clearly in, if it is a table, and that is said; else name it: --encoding
${encodings.join(', ')}.

Coordinates that are not longitude and latitude are read in the reference system that --crs names,
by its EPSG number, as a PROJ string or as WKT; a table has them in columns such as X and Y, or those
that --map lng= and --map lat= name. --sheet names one of several sheets, lists or files.

--geocode strict places a record that has the name of a place and no position where one place of
the gazetteer stands clear: by its country, region, the other places of the file, its population
and kind. The others are reported with what they may mean. propose also writes the likeliest of
several, marked as proposed; off leaves names alone. It is strict where a table has names of places
and no position at all, else off.

--place says what a name means that may mean several places; it may be given many times. CHOICE is
the kind and position of a candidate as the report or "place" has them, or none:
--place 'Springfield=settlement -89.644,39.802'. Where rows have a region or a country, the name is
followed by them: 'Springfield / Illinois / US'.

--with names a file that goes with FILE, such as the table of sources beside one of events.

A record that can't become an event is rejected: the report names its field, its value and why.
On standard error records are grouped by that reason, with the first three of each.
read = written + rejected records, always. --out - writes the story to standard output.

Exit 0 where a record was written, 1 where none was or the file can't be read, 2 for wrong usage.`,
  options: [
    'format',
    'day-order',
    'century',
    'zone',
    'time-zone',
    'decimal',
    'encoding',
    'geocode',
    'title',
    'crs',
    'sheet',
    'out',
    'report',
  ],
  lists: ['map', 'place', 'with'],
  async run(words, options, more) {
    const [file] = words;
    if (words.length !== 1) throw new Usage(`${words.length} files came, expected one`);
    const { out, report } = options;
    if (!out) throw new Usage('--out is missing, expected FILE');
    const settings = {
      ...settingsOf(options, more.list('map')),
      places: placesOf(more.list('place')),
    };
    const names = more.list('with');
    if ([file, ...names].filter((name) => name === '-').length > 1)
      throw new Usage('standard input is named twice, expected once');
    const [story, problems] = checkTargets(
      [{ label: 'the input', name: file! }, ...names.map((name) => ({ label: '--with', name }))],
      [
        { label: '--out', name: out },
        ...(report === undefined ? [] : [{ label: '--report', name: report }]),
      ],
    );
    const companions = await companionsOf(names, encodingOf(options));
    const { written } = await withSource(file!, (source) =>
      run(source, { ...settings, companions }, story!, problems),
    );
    return written > 0 ? 0 : 1;
  },
};

async function run(
  source: ByteSource,
  settings: ImportOptions,
  out: Target,
  reportTarget: Target | undefined,
): Promise<ImportSummary> {
  const inside = await worldInside();
  const gazetteer = openRegionalGazetteer(readShardFile, geoFile);
  const story = await OutFile.open(out);
  const report = reportTarget && (await Report.open(reportTarget));
  // The report has them all.
  const lines = new ProblemLines(printError);
  const outlet: ImportSink = {
    story: (text) => story.write(text),
    problem(problem) {
      lines.add(problem);
      return report?.add(problem);
    },
  };
  try {
    const summary = await importStream(source, outlet, { ...settings, inside, gazetteer });
    await report?.complete(summary);
    await commit(null, report?.out, story);
    lines.end();
    printError(summaryText(source.name || 'standard input', summary));
    return summary;
  } catch (error) {
    await story.drop();
    await report?.drop();
    const failure = reasonOf(error);
    // The report is about what was read, not about where it could not be written.
    const unwritten = error instanceof Failure || error instanceof BrokenPipe;
    if (reportTarget && !unwritten) await reportFailure(reportTarget, failure);
    if (error instanceof FormatError) throw new Failure(failure, { cause: error });
    if (codeOf(error) !== undefined)
      throw new Failure(`${source.name || 'standard input'} can't be read: ${failure}`, {
        cause: error,
      });
    throw error;
  }
}

/** The report of a file that could not be read; what else went wrong is said already. */
async function reportFailure(target: Target, failure: string): Promise<void> {
  try {
    const report = await Report.open(target);
    await report.complete({ read: 0, written: 0, failure });
    await commit(null, report.out);
  } catch {
    // The same disk may be full.
  }
}

function settingsOf(options: Options, maps: readonly string[]): ImportOptions {
  const { format, title, decimal, crs, sheet } = options;
  const encoding = encodingOf(options);
  const { geocode } = options;
  if (geocode !== undefined && !isOneOf(geocodings, geocode))
    throw new Usage(`--geocode is ${geocode}, expected one of ${geocodings.join(', ')}`);
  const { century, zone = options['time-zone'] } = options;
  const dayOrder = options['day-order'];
  const zoneOption = options.zone === undefined ? '--time-zone' : '--zone';
  if (format !== undefined && format !== 'auto' && !formatIds.includes(format))
    throw new Usage(`--format is ${format}, expected auto or one of ${formatIds.join(', ')}`);
  if (dayOrder !== undefined && !isOrder(dayOrder))
    throw new Usage(
      `--day-order is ${dayOrder}, expected one of ${Object.keys(dayOrders).join(', ')}`,
    );
  if (decimal !== undefined && !isOneOf(decimalSigns, decimal))
    throw new Usage(`--decimal is ${decimal}, expected . or ,`);
  if (century !== undefined && !/^\d{4}$/.test(century))
    throw new Usage(`--century is ${century}, expected a year of four digits such as 2000`);
  if (options.zone !== undefined && options['time-zone'] !== undefined)
    throw new Usage('--zone and --time-zone came, expected one of them');
  if (zone !== undefined && !isZone(zone))
    throw new Usage(`${zoneOption} is ${zone}, expected a name such as Europe/Kyiv`);
  return {
    format,
    encoding,
    title,
    dayOrder: dayOrder && dayOrders[dayOrder],
    century: century === undefined ? undefined : Number(century),
    timeZone: zone,
    decimal,
    crs,
    sheet,
    geocode,
    map: mapOf(maps),
  };
}

function encodingOf({ encoding }: Options): Encoding | undefined {
  if (encoding !== undefined && !isOneOf(encodings, encoding))
    throw new Usage(`--encoding is ${encoding}, expected one of ${encodings.join(', ')}`);
  return encoding;
}

async function companionsOf(
  names: readonly string[],
  encoding: Encoding | undefined,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of names) {
    const text = await withSource(name, (source) =>
      withReason(`${name} can't be read`, () => readCompanion(source, encoding)),
    );
    texts.set(basename(name), text);
  }
  return texts;
}

function mapOf(maps: readonly string[]): ReadonlyMap<string, string> {
  const mapping = new Map<string, string>();
  for (const text of maps) {
    const [field, column] = text.split(/=([\s\S]*)/) as [string, string | undefined];
    if (column === undefined) throw new Usage(`--map is ${text}, expected FIELD=COLUMN`);
    if (!isField(field))
      throw new Usage(`--map has the field ${field}, expected one of those in --help`);
    if (mapping.has(field)) throw new Usage(`--map names a column for ${field} twice`);
    mapping.set(field, column);
  }
  return mapping;
}

function placesOf(texts: readonly string[]): PlaceChoices {
  return new Map(
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      const choice = at < 1 ? undefined : readPlaceChoice(text.slice(at + 1));
      if (choice === undefined)
        throw new Usage(`--place is ${text}, expected NAME=KIND LNG,LAT or NAME=none`);
      return [text.slice(0, at), choice] as const;
    }),
  );
}

function isOrder(word: string): word is keyof typeof dayOrders {
  return Object.hasOwn(dayOrders, word);
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}
