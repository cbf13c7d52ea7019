/** Preloaded into a program that has its process to itself: counts until the process ends. */
import { writeFileSync } from 'node:fs';
import { installTestRuntime } from './install-test-runtime.js';

const { KERNTS_TEST_TIMING: timing, KERNTS_TEST_REPORT: reportPath } = process.env;

if (reportPath !== undefined && (timing === 'auto' || timing === 'exact' || timing === 'off')) {
  const runtime = installTestRuntime({ timing });
  process.on('exit', () => writeFileSync(reportPath, JSON.stringify(runtime.snapshot())));
}
