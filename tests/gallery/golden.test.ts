/**
 * Each case of the gallery against its accepted markup in `tests/golden/`. What has changed stands
 * beside it as `NAME.changed.html`; `npm run golden:accept` accepts all that has, or with
 * `-- -t NAME` what is named so.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import type { Case } from './case';
import { cases } from './cases';
import { normalised } from './normalise';

const folder = 'tests/golden';
const accepts = import.meta.env.MODE === 'accept';
const geo = (name: string) => readGeoFile(name, '.');

beforeAll(() => {
  for (const file of readdirSync(folder))
    if (file.includes('.changed.')) rmSync(join(folder, file));
});

// Lists watch what is in sight as soon as they are made.
beforeEach(() => void vi.stubGlobal('IntersectionObserver', class {}));

async function drawn({ component, props }: Case): Promise<string> {
  return normalised(render(component, { props: await props(geo) }).body);
}

describe('the gallery', () => {
  it.each(cases)('$name', async (one) => {
    const file = join(folder, `${one.name}.html`);
    const now = await drawn(one);
    if (accepts) return writeFileSync(file, now);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const changed = join(folder, `${one.name}.changed.html`);
    if (now !== before) writeFileSync(changed, now);
    expect(now, `${changed} is not ${file}; npm run golden:accept accepts it`).toBe(before);
  });

  it('has a name of its own for each case, and no file without one', () => {
    const names = cases.map(({ name }) => `${name}.html`);
    expect(new Set(names).size).toBe(names.length);
    const files = readdirSync(folder).filter((file) => !file.includes('.changed.'));
    const stale = files.filter((file) => !names.includes(file));
    if (accepts) for (const file of stale) rmSync(join(folder, file));
    else expect(stale).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it('has nothing that depends on the day it is drawn', async () => {
    const before = [];
    for (const one of cases) before.push(await drawn(one));
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
    try {
      for (const [at, one] of cases.entries()) expect(await drawn(one)).toBe(before[at]);
    } finally {
      vi.useRealTimers();
    }
  });
});
