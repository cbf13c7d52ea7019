/** Runs in a child process without any loader: programs in all their forms, one after the other, and tells what they did. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installTestRuntime } from '../../support/install-test-runtime.js';
import type { FileCoverage } from '../../support/istanbul-coverage.js';
import type { Answer, Order, Ran } from '../orders.js';
import { beginTrace, globals, shown, told, trace } from './harness.js';

const root = process.argv[2] as string;
const require = createRequire(import.meta.url);
const runtime = installTestRuntime({ timing: 'auto', isMixed: true });
Object.assign(globalThis, globals);

process.on('unhandledRejection', (error) => trace.entries.push(`unhandled ${told(error)}`));
process.on('uncaughtException', (error) => trace.entries.push(`uncaught ${told(error)}`));

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A program that waits for what never comes is given up after so many milliseconds. */
const PATIENCE = 2000;

async function run(path: string): Promise<Ran> {
  beginTrace();
  globals.state = {};
  Object.assign(globalThis, { state: globals.state });
  let hasEnded = false;
  const end = (error?: unknown, failed = false) => {
    if (failed) trace.entries.push(`ended by ${told(error)}`);
    hasEnded = true;
  };
  if (path.endsWith('.cjs')) {
    try {
      require(path);
      end();
    } catch (error) {
      end(error, true);
    }
  } else {
    import(pathToFileURL(path).href).then(
      () => end(),
      (error) => end(error, true),
    );
  }
  const start = Date.now();
  while (!hasEnded && Date.now() - start < PATIENCE) await turn();
  do {
    await turn();
  } while (trace.pending > 0);
  await turn();
  if (!hasEnded) trace.entries.push('never ended');
  return { trace: [...trace.entries, shown(globals.state)], isOut: trace.isOut };
}

async function runAll(orders: readonly Order[], form: keyof Order['codes']): Promise<Record<string, Ran>> {
  const ran: Record<string, Ran> = {};
  for (const { name, file, codes } of orders) {
    const code = codes[form];
    if (code === null) continue;
    const folder = join(root, form, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), code);
    ran[name] = await run(join(folder, file));
  }
  return ran;
}

/** V8 counts from here on what is not compiled yet, so one session serves a whole batch. */
async function covered(orders: readonly Order[]): Promise<Pick<Answer, 'plain' | 'v8'>> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const plain = await runAll(orders, 'plain');
  let scripts: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    scripts = taken.result;
  });
  session.disconnect();
  const v8: Record<string, Profiler.ScriptCoverage> = {};
  for (const { name, file } of orders) {
    const path = join(root, 'plain', name, file);
    const script = scripts.find(({ url }) => url === path || url === pathToFileURL(path).href);
    if (script !== undefined) v8[name] = script;
  }
  return { plain, v8 };
}

process.on('message', async (orders: readonly Order[]) => {
  const { plain, v8 } = await covered(orders);
  await runAll(orders, 'istanbul');
  const exact = await runAll(orders, 'exact');
  const auto = await runAll(orders, 'auto');
  const off = await runAll(orders, 'off');
  const counters = (globalThis as { __coverage__?: Record<string, FileCoverage> }).__coverage__ ?? {};
  const istanbul = Object.fromEntries(orders.flatMap(({ name }) => (counters[name] ? [[name, counters[name]]] : [])));
  const answer: Answer = { plain, auto, exact, off, v8, istanbul, profile: runtime.snapshot() };
  process.send?.(answer);
});
