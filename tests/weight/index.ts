/**
 * What pages of a built site weigh, and how long they take on a slow phone: `npm run weight`.
 *
 * `-- DIR` measures a site that is built already, in place of `dist/`; `-- --quick` leaves out the times
 * and the minute at rest. Bytes are those of the bodies, gzipped where the file is not packed itself.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium, flags, softwareWebgl } from '../browser/chromium';
import { serveGzipped, type Sent } from './serve';
import { visit } from './visit';

const options = process.argv.slice(2);
const quick = options.includes('--quick');
const folder = resolve(options.find((each) => !each.startsWith('--')) ?? 'dist');
if (!existsSync(folder)) throw new Error(`${folder} is not there; npm run build writes it`);

/** As an article of a newspaper would have them, and the reader on its own. */
const pages = [
  { name: 'reader', path: '', viewport: { width: 1280, height: 840 } },
  { name: 'reader, phone', path: '', viewport: { width: 390, height: 720 } },
  { name: 'embed', path: 'embed/', viewport: { width: 680, height: 560 } },
  { name: 'embed, at=', path: 'embed/?at=37.6,50.2,6.2', viewport: { width: 680, height: 560 } },
];

/** Milliseconds that a page is left alone. */
const minute = quick ? 4000 : 60_000;
/** After MapLibre draws, for what it asks for later. */
const afterwards = 6000;

const phone = { width: 390, height: 720 };
/** 1.6 Mbit/s. */
const line = { bytesPerSecond: 200_000, latency: 150 };

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...flags, ...softwareWebgl],
});
try {
  await bytes(browser);
  if (!quick) await times(browser);
} finally {
  await browser.close();
}

async function bytes(browser: Browser): Promise<void> {
  const rows: Record<string, string[]> = {};
  const put = (file: string, at: number, size: number) => {
    rows[file] ??= pages.map(() => '');
    rows[file][at] = rows[file][at] ? `${rows[file][at]} + ${kilo(size)}` : kilo(size);
  };
  const totals: string[] = [];
  for (const [at, { name, path, viewport }] of pages.entries()) {
    const served = await serveGzipped(folder);
    const { page, alive, intend, close } = await visit(browser, served.site + path, { viewport });
    const { firstPaint, alive: taken } = await alive();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(minute);
    const rest = [...served.sent()];
    await intend();
    await page.waitForTimeout(afterwards);
    const all = served.sent();
    const later = all.slice(rest.length);
    for (const [phase, files] of [
      ['rest', rest],
      ['intent', later],
    ] as const)
      for (const { path: file, bytes: size } of files)
        put(`${phase} | ${shortName(file)}`, at, size);
    const sum = (files: readonly Sent[], until = Infinity) =>
      kilo(files.filter((each) => each.at <= until).reduce((all, { bytes: own }) => all + own, 0));
    const last = [firstPaint!, taken!].map((time) => sum(rest, time));
    totals.push(`| ${[name, ...last, sum(rest), sum(later), sum(all)].join(' | ')} |`);
    await close();
    served.close();
  }
  const head = ['page', 'first paint', 'alive', 'at rest', 'after intent', 'in all'];
  console.log(`| ${head.join(' | ')} |\n| --- | --: | --: | --: | --: | --: |`);
  console.log(`${totals.join('\n')}\n`);
  const names = ['when', 'file', ...pages.map(({ name }) => name)];
  console.log(`| ${names.join(' | ')} |\n| --- | --- |${' --: |'.repeat(pages.length)}`);
  for (const [file, sizes] of Object.entries(rows).sort(([a], [b]) => order(a) - order(b)))
    console.log(`| ${file} | ${sizes.join(' | ')} |`);
}

async function times(browser: Browser): Promise<void> {
  console.log('\n| slow phone | first paint | alive | from intent to MapLibre |');
  console.log('| --- | --: | --: | --: |');
  for (const { name, path } of pages.slice(1)) {
    const served = await serveGzipped(folder, line);
    const seen = await visit(browser, served.site + path, { viewport: phone, slow: 4 });
    const { began, firstPaint, alive } = await seen.alive();
    await seen.page.waitForTimeout(8000);
    const { from, to } = await seen.intend();
    const took = [firstPaint! - began, alive! - began, to - from].map((each) => seconds(each));
    console.log(`| ${name} | ${took.join(' | ')} |`);
    await seen.close();
    served.close();
  }
}

function order(row: string): number {
  return row.startsWith('rest') ? 0 : 1;
}

/** Without the mark of its content. */
function shortName(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '') || 'index.html';
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
