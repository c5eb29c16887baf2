/** The command line: `npm run -s datelines -- VERB …`. The table of verbs, and how one is run. */
import { inspect, parseArgs } from 'node:util';
import { print } from './output';
import { codeOf, reasonOf } from './reasons';
import {
  BrokenPipe,
  Failure,
  printError,
  Usage,
  type MoreOptions,
  type Options,
  type Verb,
} from './verb';

/** Each verb's own file is loaded when it is called. */
const verbs: Record<string, { about: string; load(): Promise<Verb> }> = {
  validate: {
    about: 'what is wrong with story files, record by record',
    load: async () => (await import('./validate')).validate,
  },
  import: {
    about: 'a file in any format that is known to a story, with a report',
    load: async () => (await import('./import')).importVerb,
  },
  pack: {
    about: 'a story to packed columns with shards of its details beside them',
    load: async () => (await import('./pack')).pack,
  },
  unpack: {
    about: 'a packed story back to GeoJSON, equal in value',
    load: async () => (await import('./unpack')).unpack,
  },
  where: {
    about: 'the country and region that the map draws at a position',
    load: async () => (await import('./where')).where,
  },
  place: {
    about: 'names to ranked places of the gazetteer',
    load: async () => (await import('./place')).place,
  },
  build: {
    about: 'the static site',
    load: async () => (await import('./build')).build,
  },
};

const command = 'datelines';

/** Put before a negative number, which would be taken for an option. */
const shield = '\0';

/** As a shell says of what SIGPIPE has ended. */
const brokenPipe = 128 + 13;

for (const [stream, what] of [
  [process.stdout, 'standard output'],
  [process.stderr, null],
] as const)
  stream.on('error', (error) => {
    if (codeOf(error) === 'EPIPE') process.exit(brokenPipe);
    // Where messages can't go, they are lost; the work is not.
    if (what === null) return;
    printError(`${command}: ${what} can't be written: ${reasonOf(error)}`);
    process.exit(1);
  });

const debugHelp = '--debug shows where in the program an error came up.';
const debug = process.argv.includes('--debug');

process.on('uncaughtException', (error) => {
  fail(error, command);
  process.exit(1);
});

// A signal to npm ends npm and its shell, and is not handed on.
const launcher = process.ppid;
if (process.env.npm_lifecycle_event !== undefined)
  setInterval(() => {
    if (process.ppid !== launcher) process.kill(process.pid, 'SIGTERM');
  }, 100).unref();

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    print(overview());
    return 0;
  }
  const entry = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!entry) {
    if (name !== undefined) printError(`${command}: no verb "${name}"`);
    printError(overview().trimEnd());
    return 2;
  }
  try {
    const verb = await entry.load();
    return await run(name!, verb, rest);
  } catch (error) {
    if (error instanceof BrokenPipe) return brokenPipe;
    fail(error, `${command} ${name}`);
    return 1;
  }
}

async function run(name: string, verb: Verb, args: string[]): Promise<number> {
  const usage = `usage: ${command} ${name} ${verb.usage}`;
  try {
    const { help, words, options, more } = wordsAndOptions(verb, args);
    if (help) {
      print(`${usage}\n\n${verb.help}\n\n${debugHelp}\n`);
      return 0;
    }
    return await verb.run(words, options, more);
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    printError(`${command} ${name}: ${error.message}\n${usage}`);
    return 2;
  }
}

/** Says why in one sentence; what is neither a `Failure` nor the system's is a fault of the program. */
function fail(error: unknown, who: string): void {
  const expected = error instanceof Failure || codeOf(error) !== undefined;
  if (expected) printError(`${who}: ${reasonOf(error)}`);
  else printError(`${who}: an unexpected error: ${reasonOf(error)} (--debug shows where)`);
  if (debug) printError(inspect(error));
}

function wordsAndOptions(verb: Verb, args: string[]) {
  try {
    const { flags = [], lists = [] } = verb;
    const value = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const { values, positionals } = parseArgs({
      args: args.map((arg) => (isNegative(arg) ? `${shield}${arg}` : arg)),
      allowPositionals: true,
      options: {
        help: { ...flag, short: 'h' },
        debug: flag,
        ...Object.fromEntries(verb.options.map((name) => [name, value])),
        ...Object.fromEntries(flags.map((name) => [name, flag])),
        ...Object.fromEntries(lists.map((name) => [name, { ...value, multiple: true }])),
      },
    });
    const given = values as Record<string, string | boolean | string[] | undefined>;
    const more: MoreOptions = {
      flags: new Set(flags.filter((name) => given[name] === true)),
      list: (name) => ((given[name] as string[] | undefined) ?? []).map(unshielded),
    };
    const options: Options = Object.fromEntries(
      verb.options.flatMap((name) => {
        const text = given[name];
        return typeof text === 'string' ? [[name, unshielded(text)] as const] : [];
      }),
    );
    return { help: values.help === true, words: positionals.map(unshielded), options, more };
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

function isNegative(arg: string): boolean {
  return /^-\.?\d/.test(arg);
}

function unshielded(arg: string): string {
  return arg.startsWith(shield) ? arg.slice(shield.length) : arg;
}

function overview(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  const lines = Object.entries(verbs).map(
    ([name, { about }]) => `  ${name.padEnd(width)}  ${about}`,
  );
  return [
    `usage: ${command} VERB …`,
    '',
    ...lines,
    '',
    `${command} VERB --help says how a verb is used; --debug shows where an error came up.`,
    '',
  ].join('\n');
}
