/**
 * Prints `N passed, N failed`, added up from vitest's JSON reports. A failure outside the tests counts as one, so that it
 * shows; so does a report that is missing, because its tests did not run.
 */
import { existsSync, readFileSync } from 'node:fs';

const [, , status = '0', ...reports] = process.argv;
let passed = 0;
let failed = 0;
for (const report of reports) {
  if (!existsSync(report)) {
    failed++;
    continue;
  }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
}
if (failed === 0 && status !== '0') failed = 1;
console.log(`${passed} passed, ${failed} failed`);
