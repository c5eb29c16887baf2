/** Finds a Chromium, or says that there is none and gets one. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The shells without windows first: a page costs them less than half of the processor's time. */
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** `CHROMIUM_PATH`, then the system's Chromium or Chrome, then Playwright's own; where there is
 * none, a package of Debian's as root, else Playwright's download. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!runs(given)) throw new Error(`CHROMIUM_PATH is ${given}, which can't be run`);
    return given;
  }
  const found = installed();
  if (found) return found;
  console.log('No Chromium or Chrome was found; getting one.');
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (root) {
    run('apt-get', ['update', '-qq']);
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    try {
      run('apt-get', [...install, 'chromium-headless-shell']);
    } catch {
      run('apt-get', [...install, 'chromium']);
    }
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  const got = installed();
  if (!got) throw new Error('no Chromium could be installed; set CHROMIUM_PATH to one');
  return got;
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const system = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...system, ...applications, chromium.executablePath()].find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, parameters: string[]): void {
  execFileSync(command, parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** No sandbox where the system allows none, and nothing in the background. */
export const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const softwareWebgl = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // The page itself is drawn as without it, which is quicker than by a graphics card in software.
  '--disable-gpu-rasterization',
];

export const withoutWebgl = ['--disable-gpu', '--disable-3d-apis'];
