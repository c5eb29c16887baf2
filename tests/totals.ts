/** Ends a run with its totals alone on a line: `N passed, N failed`. */
import type { Reporter, TestModule } from 'vitest/node';

export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that breaks before its first test has failed too.
      if (module.errors().length) count.failed++;
    }
    const failed = count.failed + errors.length;
    const skipped = count.skipped + count.pending;
    // After the default reporter's own summary.
    process.once('exit', () =>
      console.log(
        `${count.passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
      ),
    );
  }
}
