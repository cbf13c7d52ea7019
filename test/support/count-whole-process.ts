/** Preloaded into a program that has its process to itself: counts until the process ends. */
import { writeFileSync } from 'node:fs';
import { installRuntime } from '../../packages/runtime/src/runtime.js';

const { KERNTS_TEST_TIMING: timing, KERNTS_TEST_REPORT: reportPath } = process.env;

if (reportPath !== undefined && (timing === 'exact' || timing === 'off')) {
  const runtime = installRuntime({ timing });
  process.on('exit', () => writeFileSync(reportPath, JSON.stringify(runtime.snapshot())));
}
