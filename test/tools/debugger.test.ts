/** A debugger beside kernts: breakpoints in the original, in a profiled function, and the program's own variables. */
import { createServer } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { attachDebugger, type Debugger } from '../support/debugger.js';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, type RunOptions, runKernts } from '../support/run-kernts.js';

const program = `import inspector from 'node:inspector';

interface Item { readonly price: number }
enum Rate { Full = 2 }

// @profile
function total(items: readonly Item[]): number {
  let sum: number = 0;
  for (const { price } of items) {
    const cost: number = price * Rate.Full;
    sum += cost;
  }
  return sum;
}

const waiting = setInterval(() => {}, 1000);
Object.assign(globalThis, {
  go: () => total([{ price: 1 }, { price: 2 }]),
  end: () => clearInterval(waiting),
});
console.log('debug at', inspector.url(), '.');
`;

const { folder: cwd, remove } = makeProject({ 'package.json': '{}', 'app.ts': program, 'app.mts': program });
afterAll(remove);

/** Runs a script and stops it twice by the inspector that it was given. */
async function debug(script: string, options: Partial<RunOptions>) {
  let session: Promise<Debugger> | undefined;
  const attach = async (url: string): Promise<Debugger> => {
    const opened = await attachDebugger(url, script);
    await opened.breakAt(11);
    expect(await opened.evaluate('go()')).toBe(6);
    // The program may be gone before it can answer.
    opened.evaluate('end()').catch(() => {});
    opened.detach();
    return opened;
  };
  const act = ([, url = '']: RegExpExecArray) => {
    session = attach(url);
    session.catch(() => {});
  };
  const run = await runKernts([script], { cwd, on: { text: /debug at (\S+) \./, act }, ...options });
  const opened = await session?.catch((error: Error) => {
    throw new Error(`${error.message}; the program ended by ${run.code ?? run.signal} and said: ${run.stderr}`);
  });
  return { ...run, pauses: opened?.pauses };
}

/** One that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const stops = [
  { line: 11, functionName: 'total', variables: { items: 'object', sum: 0, price: 1, cost: 2 } },
  { line: 11, functionName: 'total', variables: { items: 'object', sum: 2, price: 2, cost: 4 } },
];

/** V8 may crash at a breakpoint in code that was compiled while it was loaded, without kernts as well: nodejs/node#57606. */
const again = { retry: 4 };

describe.each(nodeMajors)('$name', again, ({ path: node }) => {
  test.each(['app.ts', 'app.mts'])('stops at a line of %s', async (script) => {
    const { profile, pauses } = await debug(script, { node, nodeArguments: ['--inspect=0'] });
    expect(pauses).toMatchObject(stops);
    expect(hitsOf(profile)).toEqual([`${script}: total 8:1 9:3 10:2 11:2 13:1`]);
  });

  test('the program has the port that NODE_OPTIONS names', async () => {
    const port = await freePort();
    const env = { NODE_OPTIONS: `--inspect=${port}` };
    const { stdout, stderr, pauses } = await debug('app.ts', { node, env });
    expect(stdout).toContain(`debug at ws://127.0.0.1:${port}/`);
    expect(pauses).toMatchObject(stops);
    expect(stderr).not.toContain('in use');
  });
});
