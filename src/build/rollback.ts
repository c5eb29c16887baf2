/**
 * What is undone when the process ends before its work is done: by an exception, by `process.exit`,
 * by SIGINT, SIGTERM or SIGHUP here, by anything else in the guard. Each step may run twice.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { quoted, writeToGuard } from './guard.ts';

const suffix = '.datelines-part';

/** A folder takes the place of another in two renames: `target` → `old`, `fresh` → `target`. It is
 * done once `marker` is gone: the temporary that is renamed last. */
export interface Swap {
  readonly target: string;
  /** The temporary with the new content. */
  readonly fresh: string;
  /** What was there before, `null` where nothing was. */
  readonly old: string | null;
  readonly marker: string;
}

type Step = { readonly remove: string } | Swap;

const steps = new Set<Step>();

/** Above 0, a thread may wait in the kernel for a pipe or a device, and `process.exit` for it. */
let blocking = 0;

/** A path beside `path` that is nobody else's. */
export function temporaryName(path: string): string {
  const unique = `${process.pid}-${randomBytes(6).toString('hex')}`;
  // A file system's names end at 255 bytes.
  const name = Buffer.from(basename(path))
    .subarray(0, 200)
    .toString()
    .replace(/\ufffd+$/, '');
  return join(dirname(path), `.${name}.${unique}${suffix}`);
}

/** Names a path beside `path` that is removed, file or folder, when the process ends. Must be called
 * before anything is there. */
export async function temporaryBeside(path: string): Promise<string> {
  const temporary = temporaryName(path);
  await add({ remove: temporary });
  return temporary;
}

/** The temporary has got its name, or is removed. */
export function settle(temporary: string): void {
  for (const step of steps) if ('remove' in step && step.remove === temporary) steps.delete(step);
  void writeToGuard(command());
}

/** From here until `endSwaps` a swap is undone where it isn't done, and its old folder removed where
 * it is. */
export async function beginSwap(swap: Swap): Promise<void> {
  await add(swap);
}

export function endSwap(swap: Swap): void {
  steps.delete(swap);
  void writeToGuard(command());
}

/** Undoes a swap that is not done; removes what was there before, where it is. */
export function undoSwap({ target, fresh, old, marker }: Swap): void {
  if (existsSync(marker)) {
    // With the old folder aside, or none, what stands in its place is the new one.
    const moved = old === null ? !existsSync(fresh) : existsSync(old);
    if (moved && existsSync(target)) renameSync(target, fresh);
    if (old !== null && existsSync(old)) renameSync(old, target);
    remove(fresh);
  } else if (old !== null && existsSync(old)) {
    if (existsSync(target)) remove(old);
    else renameSync(old, target);
  }
}

/** A pipe or a device may block a thread from now until the returned function is called. */
export function beginBlocking(): () => void {
  listen();
  blocking++;
  return () => void blocking--;
}

async function add(step: Step): Promise<void> {
  listen();
  steps.add(step);
  await writeToGuard(command());
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', undoAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      undoAll();
      if (blocking === 0) process.exit(128 + constants.signals[signal]);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
}

/** Stops where a step fails: what follows it relies on it. The guard tries again afterwards, when no
 * thread of this process writes any more. */
function undoAll(): void {
  try {
    for (const step of ordered())
      if ('remove' in step) remove(step.remove);
      else undoSwap(step);
  } catch {
    // Nothing may be thrown here.
  }
}

/** A marker is looked for before it is removed. */
function ordered(): Step[] {
  return [...steps].sort((a, b) => Number('remove' in a) - Number('remove' in b));
}

function remove(path: string): void {
  if (!path.endsWith(suffix)) throw new Error(`${path} is no temporary of this process`);
  rmSync(path, { recursive: true, force: true });
}

/** The steps as one line of a POSIX shell, which ends where one fails. */
function command(): string {
  return ordered()
    .map((step) => ('remove' in step ? removal(step.remove) : swapBack(step)))
    .join(' && ');
}

function removal(path: string): string {
  return `rm -rf -- ${quoted(path)}`;
}

/** What `undoSwap` does. */
function swapBack({ target, fresh, old, marker }: Swap): string {
  const [there, whole, mark] = [target, fresh, marker].map(quoted);
  const aside = `mv -- ${there} ${whole}`;
  if (old === null)
    return `{ [ ! -e ${mark} ] || { { [ -e ${whole} ] || [ ! -e ${there} ] || ${aside}; } && ${removal(fresh)}; }; }`;
  const kept = quoted(old);
  const back = `mv -- ${kept} ${there}`;
  return (
    `if [ -e ${mark} ]; then ` +
    `{ [ ! -e ${kept} ] || { { [ ! -e ${there} ] || ${aside}; } && ${back}; }; } && ${removal(fresh)}; ` +
    `elif [ -e ${kept} ]; then if [ -e ${there} ]; then ${removal(old)}; else ${back}; fi; fi`
  );
}
