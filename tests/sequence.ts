/** The longest files first, so that no core waits at the end for the last of them. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of more than about five seconds, the longest first. The others follow by their size. */
const longest = [
  'tests/cli/build.test.ts',
  'tests/faults/kills.test.ts',
  'tests/cli/outputs.test.ts',
  'tests/world/gazetteer/no-places.test.ts',
  'tests/cli/manners.test.ts',
  'tests/build/rollback.test.ts',
  'tests/build/package.test.ts',
  'tests/faults/files.test.ts',
  'tests/world/gazetteer/news.test.ts',
  'tests/faults/names.test.ts',
  'tests/engine/twin.test.ts',
  'tests/faults/dates.test.ts',
  'tests/browser/access.test.ts',
  'tests/browser/pseudo.test.ts',
  'tests/faults/leaks.browser.test.ts',
  'tests/browser/world.test.ts',
  'tests/browser/manners.test.ts',
  'tests/faults/parts.browser.test.ts',
  'tests/browser/policy.test.ts',
  'tests/browser/packed.test.ts',
  'tests/browser/frames.test.ts',
];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
