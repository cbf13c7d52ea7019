/** Runs in a child process: imports one program after the other, each when the one before has nothing left to do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Assignment, Report } from './assignment.js';
import { installTestRuntime } from './install-test-runtime.js';

const { timing, reportPath, programs } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Assignment;
const runtime = timing === 'none' ? null : installTestRuntime({ timing });
const exitCodes: Record<string, number> = {};
let next = 0;

/** The event loop runs dry between two programs: what the last one left behind has been done. */
process.on('beforeExit', () => {
  const last = programs[next - 1];
  if (last !== undefined) exitCodes[last.name] = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  const program = programs[next++];
  if (program === undefined) {
    if (last !== undefined) finish();
    return;
  }
  process.stdout.write(`\0${program.name}\0\n`);
  process.stderr.write(`\0${program.name}\0\n`);
  // Only work for the loop brings `beforeExit` again.
  setImmediate(() => run(program.path));
});

function run(path: string): void {
  import(pathToFileURL(path).href).catch((error: unknown) => {
    process.stderr.write(`not caught: ${String(error)}\n`);
    process.exitCode = 1;
  });
}

function finish(): void {
  process.removeAllListeners('beforeExit');
  const report: Report = { exitCodes, profile: runtime?.snapshot() ?? null };
  writeFileSync(reportPath, JSON.stringify(report));
}
