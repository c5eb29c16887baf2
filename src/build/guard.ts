/**
 * A second process that cleans up after this one, however it ends: nothing in a process can answer
 * SIGKILL. It is a POSIX shell in a session of its own, which reads one line after the other from a
 * pipe and runs the last whole one at the end of the pipe, when this process is gone.
 *
 * Where there is no `sh`, there is no guard: a killed process then leaves its temporary files.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/** `$n` is a line break, which a quoted path may have. Standard error stays open until the end, so
 * that whoever waits for it waits for the cleanup too. */
const script = `trap '' INT TERM HUP
n='
'
last=:
while IFS= read -r line; do last=$line; done
eval "$last"`;

let child: ChildProcess | null | undefined;

/** The guard runs `command` when this process ends, in place of what it was told before. Resolves
 * once the guard will read it, even if this process ends at once. */
export function writeToGuard(command: string): Promise<void> {
  child ??= start();
  const pipe = child.stdin as Socket | null;
  if (!pipe?.writable) return Promise.resolve();
  return new Promise((done) => pipe.write(`${command || ':'}\n`, () => done()));
}

function start(): ChildProcess {
  const started = spawn('/bin/sh', ['-c', script, 'datelines-guard'], {
    cwd: '/',
    detached: true,
    env: { PATH: `${process.env.PATH ?? ''}:/usr/bin:/bin` },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  // Without a guard the work goes on.
  started.on('error', () => {});
  started.stdin.on('error', () => {});
  started.unref();
  (started.stdin as Socket).unref();
  return started;
}

/** A word of a shell's line. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll('\n', `'"$n"'`)}'`;
}
