/** What axe finds on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Finding {
  readonly rule: string;
  readonly at: string;
  readonly why: string;
}

/** All rules of axe, best practices included; frames of the page are not looked into. */
export async function findings(page: Page): Promise<Finding[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    interface Result {
      id: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Result[] }> };
    };
    const { violations } = await axe.run({ iframes: false, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({
        rule: id,
        at: html.slice(0, 240),
        why: failureSummary.slice(0, 400),
      })),
    );
  });
}
