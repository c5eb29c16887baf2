import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, open } from './page';

const csv =
  'date,title,lat,lng\n2024-05-01,First,50,30\n2024-05-02,<b onmouseover=alert(1)>Second,51,31\n' +
  'once,Third,52,32\n2024-05-04,Fourth,95,33\n';

const choose = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Lets files fall on the page as a hand does. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([of, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content!], of!));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
    },
    [name, text],
  );

/** Waits for what the page says of a file. */
const said = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

/** The title that the browser keeps with a file. */
const keptTitle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('datelines');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('files').objectStore('files').getAll();
          reading.onsuccess = () => done(reading.result[0]?.title);
        };
      }),
  );

describe('a file of the reader’s device', () => {
  it('is shown while it is read, kept as the reader has it, and may be stopped', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) =>
        `2024-05-${10 + (at % 20)},${at === 77 ? 'Lighthouse' : `Row ${at}`},${at % 80},${at % 170}`,
    );
    const { page, errors } = await open('');
    const strip = page.getByText(/^Reading the rest of the file/);
    await choose(page, 'many.csv', `date,title,lat,lng\n${rows.join('\n')}`);
    await strip.waitFor();
    // The first records come from the file's beginning, and the three numbers are of them.
    await page.getByText(/^[\d,]+ of about [\d,]+ records read$/).waitFor();
    await page.getByRole('searchbox').fill('Lighthouse');
    const entry = page
      .getByRole('list', { name: 'Events' })
      .getByRole('button', { name: /Lighthouse/ });
    await entry.click();
    await page.getByRole('article', { name: 'Lighthouse' }).waitFor();
    await strip.waitFor({ state: 'detached' });
    await said(page, /100,000 records read, 100,000 shown, 0 rejected/);
    await page.getByRole('article', { name: 'Lighthouse' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('Lighthouse');
    expect(await agree(page, 1)).toBe(1);

    await choose(page, 'again.csv', `date,title,lat,lng\n${rows.join('\n')}`);
    await strip.waitFor();
    await page.getByRole('button', { name: /^Stop reading/ }).click();
    await strip.waitFor({ state: 'detached' });
    await page
      .locator('.notes > p', { hasText: /^Reading was stopped after [\d,]+ records/ })
      .waitFor();
    const shown = Number((await page.getByRole('status').textContent())!.replace(/\D/g, ''));
    expect(shown).toBeGreaterThan(4000);
    expect(shown).toBeLessThan(100_000);
    expect(errors).toEqual([]);
  });

  it('is placed by the names of its places, and says how many were not', async () => {
    const { page, errors, foreign } = await open('');
    await drop(
      page,
      'names.csv',
      'date,title,place\n2024-05-01,First,Kyiv\n2024-05-02,Second,Харків\n' +
        '2024-05-03,Third,Springfield\n2024-05-04,Fourth,Kherson Oblast\n',
    );
    await said(page, /4 records read, 4 shown, 0 rejected/);
    await said(page, /Places found by name: 3, 1 not placed/);
    // The one that is not placed is among them, at the side of the map.
    expect(await agree(page, 4)).toBe(4);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const report = page.getByRole('dialog', { name: 'Report on names.csv' });
    await report.getByText(/it may be Springfield/).waitFor();
    expect([...errors, ...foreign]).toEqual([]);
  });

  it('is shown as a story when it is dropped, and its report names what was rejected', async () => {
    const { page, errors, foreign } = await open('');
    await drop(page, 'rows.csv', csv);
    await said(page, /4 records read, 2 shown, 2 rejected/);
    expect(await agree(page, 2)).toBe(2);
    const list = page.getByRole('list', { name: 'Events' });
    // A title is words; the record keeps the HTML.
    await list.getByText('Second', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const report = page.getByRole('dialog', { name: 'Report on rows.csv' });
    await report.getByLabel(/^Show/).selectOption('errors');
    const problems = report.getByRole('region', { name: 'Problems' });
    expect(await problems.getByRole('row').count()).toBe(3);
    await report.getByLabel('Contains').fill('once');
    expect(await problems.getByRole('row').count()).toBe(2);
    const saving = page.waitForEvent('download');
    await report.getByRole('button', { name: 'Save the report' }).click();
    expect((await saving).suggestedFilename()).toBe('rows.csv.report.json');
    await page.keyboard.press('Escape');

    // Its title is edited; both are there after a reload, until it is closed.
    const heading = page.getByRole('heading', { level: 1 });
    await page.getByRole('textbox', { name: 'Title' }).fill('What the rows say');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.innerText()).toBe('What the rows say');
    await expect.poll(() => keptTitle(page)).toBe('What the rows say');
    await page.getByRole('button', { name: 'Embed', exact: true }).click();
    const embed = page.getByRole('dialog', { name: 'Embed' });
    await expect.poll(() => embed.getByRole('listitem').count()).toBe(4);
    await embed
      .getByRole('textbox', { name: 'Address of the file' })
      .fill('https://example.org/rows.geojson');
    const code = await embed.getByRole('textbox', { name: 'Code' }).inputValue();
    expect(code).toContain('embed/?src=https:%2F%2Fexample.org%2Frows.geojson');
    expect(code).toContain('title="What the rows say"');
    await page.keyboard.press('Escape');
    await page.reload();
    await expect.poll(() => heading.innerText()).toBe('What the rows say');
    expect(await agree(page, 2)).toBe(2);

    // What is downloaded has the edited title too, whatever it is.
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Download' });
    const file = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save file' }).click();
    const saved = await textOf(await (await file).createReadStream());
    expect(JSON.parse(saved)).toMatchObject({ title: 'What the rows say' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close file' }).click();
    await expect.poll(() => heading.innerText()).toMatch(/^Talks and strikes/);
    await page.reload();
    await expect.poll(() => heading.innerText()).toMatch(/^Talks and strikes/);
    expect([...errors, ...foreign]).toEqual([]);
  });

  it('is taken on a page that has just come', async () => {
    const { page } = await open('', { ready: false });
    let held = 0;
    await page.route(/DropZone-.*\.js/, () => void held++);
    // A browser that keeps nothing.
    await page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', { value: undefined }),
    );
    await page.reload();
    await page.getByRole('status').waitFor();
    await drop(page, 'rows.csv', csv);
    await said(page, /4 records read, 2 shown, 2 rejected/);
    expect(await agree(page, 2)).toBe(2);
    expect(held).toBeGreaterThan(0);
    await said(page, /This browser does not keep the file/);
  });

  it('is read by what its reader chooses, at once, by the keyboard alone', async () => {
    const { page, errors } = await open('', { viewport: { width: 390, height: 720 } });
    await choose(
      page,
      'days.csv',
      'date,Was,lat,lng\n03/04/2024,One,50,30\n13/14/2024,Two,51,31\n',
    );
    // Nothing tells day and month apart: the choices are offered at once.
    await page.getByRole('button', { name: 'Choose how it is read' }).press('Enter');
    const report = page.getByRole('dialog', { name: 'Report on days.csv' });
    await report.getByRole('alert').waitFor();
    expect(await report.innerText()).not.toMatch(/ --[a-z]/);
    const order = report.getByLabel('Dates such as');
    await order.focus();
    await order.press('ArrowDown');
    // The picture follows, and the focus stays on the menu.
    await report.getByText('1 event, 1 not read').waitFor();
    expect(await order.evaluate((menu) => menu === document.activeElement)).toBe(true);
    expect(await order.inputValue()).toBe('day-first');
    const meaning = report.getByLabel('Meaning of Was');
    await meaning.focus();
    await meaning.selectOption('category');
    await expect.poll(() => page.getByRole('group', { name: 'Categories' }).count()).toBe(1);
    expect(await meaning.inputValue()).toBe('category');
    await page.keyboard.press('Escape');
    const button = page.getByRole('button', { name: 'Report', exact: true });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await agree(page, 1)).toBe(1);

    // The next file with the same columns takes the choices, unless its reader begins anew.
    await choose(page, 'more.csv', 'date,Was,lat,lng\n03/04/2024,A,50,30\n04/04/2024,B,51,31\n');
    await said(page, /Read with the choices made for a file with the same columns/);
    expect(await agree(page, 2)).toBe(2);
    await button.press('Enter');
    const next = page.getByRole('dialog', { name: 'Report on more.csv' });
    await next.getByRole('button', { name: 'Begin anew' }).press('Enter');
    await next.getByText('1 event, 1 not read').waitFor();
    await page.keyboard.press('Escape');
    // Choices in a file of their own are those of the file that is open.
    await choose(page, 'more.import.json', '{"day-order": "mdy", "map": {"title": "Was"}}');
    await said(page, /4 March/);
    await choose(page, 'other.import.json', '{}');
    await said(page, /has the choices for a file called other/);
    expect(errors).toEqual([]);
  });

  it('leaves the story that is open where it can’t be read', async () => {
    const { page } = await open('');
    const before = await agree(page);
    await drop(page, 'page.html', '<!doctype html><title>No data</title>');
    await page
      .getByRole('alert')
      .getByText(/web page/)
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await agree(page, before)).toBe(before);
  });
});

it('a table is opened from another site by its address', async () => {
  const { page, errors } = await open(fromElsewhere('some-rows.csv'));
  await said(page, /3 records read, 2 shown, 1 rejected/);
  expect(await agree(page, 2)).toBe(2);
  expect(errors).toEqual([]);
});
