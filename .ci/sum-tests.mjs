/** Prints `N passed, N failed` from vitest's JSON report. A failure outside the tests counts as one, so that it shows. */
import { existsSync, readFileSync } from 'node:fs';

const [, , report = '', status = '0'] = process.argv;
const { numPassedTests, numFailedTests } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
const failed = numFailedTests === 0 && status !== '0' ? 1 : numFailedTests;
console.log(`${numPassedTests} passed, ${failed} failed`);
