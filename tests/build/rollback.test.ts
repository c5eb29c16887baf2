/** A process that ends at any step of a swap leaves the old or the new, never a mixture. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const base = mkdtempSync(join(tmpdir(), 'datelines-rollback-'));
afterAll(() => rmSync(base, { recursive: true }));

const [tsx, steps] = [
  resolve('node_modules/tsx/dist/loader.mjs'),
  resolve('tests/build/rollback-steps.ts'),
];
const name = "it's a\nfolder";

/** Ends when the guard has ended too. */
function run(folder: string, args: readonly string[]): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', tsx, steps, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.resume();
    child.on('close', (code) => done(code));
  });
}

const ends = ['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP', 'exception'];
const codes: Readonly<Record<string, number | null>> = {
  SIGKILL: null,
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  exception: 1,
};

/** What was before, what is swapped, and in how many renames. */
const swaps = [
  ['old', 'pair', 3],
  ['old', 'folder', 2],
  ['none', 'pair', 2],
  ['none', 'folder', 1],
] as const;

describe.each(ends)('after %s', { timeout: 60_000 }, (end) => {
  // The signals that can be heard all go one way.
  it.each(/INT|HUP/.test(end) ? swaps.slice(0, 1) : swaps)(
    '%s before, %s',
    async (had, pair, renames) => {
      await Promise.all(
        Array.from({ length: renames + 1 }, async (_, step) => {
          const folder = mkdtempSync(join(base, 'step-'));
          if (had === 'old') {
            mkdirSync(join(folder, name));
            writeFileSync(join(folder, name, 'content'), 'old');
            if (pair === 'pair') writeFileSync(join(folder, 'file'), 'old');
          }
          expect(await run(folder, [String(step), end, had, pair])).toBe(codes[end]);
          const state = step === renames ? 'new' : had === 'old' ? 'old' : null;
          const names = pair === 'pair' ? ['file', name] : [name];
          // Nothing beside.
          expect([step, readdirSync(folder).sort()]).toEqual([step, state ? names : []]);
          if (!state) return;
          expect(readFileSync(join(folder, name, 'content'), 'utf8')).toBe(state);
          if (pair === 'pair') expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(state);
        }),
      );
    },
  );
});
