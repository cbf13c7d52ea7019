/** The process that runs random programs: one bundle without a loader, asked batch by batch. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Answer, Order } from './orders.js';

/** Programs that a process runs before the next one takes over: what it has loaded stays in its memory. */
const ENOUGH = 1000;
const PATIENCE = 120_000;

const MAIN = fileURLToPath(new URL('./child/main.ts', import.meta.url));

export class ProgramRunner {
  private readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'kernts-random-'));
  private readonly bundle = join(this.root, 'run.mjs');
  private child: ChildProcess | null = null;
  private isBuilt = false;
  private ran = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly node: string) {}

  private async start(): Promise<ChildProcess> {
    if (!this.isBuilt) {
      const settings = { bundle: true, platform: 'node', format: 'esm', target: 'node20.19' } as const;
      await build({ ...settings, entryPoints: [MAIN], outfile: this.bundle, logLevel: 'error' });
      writeFileSync(join(this.root, 'package.json'), '{ "type": "module" }\n');
      this.isBuilt = true;
    }
    const env = { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: '' };
    return fork(this.bundle, [this.root], { execPath: this.node, execArgv: [], env, stdio: ['ignore', 2, 2, 'ipc'] });
  }

  /** Names of programs must differ over the life of a runner: Node loads a module once. One batch runs at a time. */
  run(orders: readonly Order[], patience = PATIENCE): Promise<Answer> {
    const answer = this.last.then(() => this.ask(orders, patience));
    this.last = answer.catch(() => {});
    return answer;
  }

  private async ask(orders: readonly Order[], patience: number): Promise<Answer> {
    if (this.ran > ENOUGH) this.stop();
    this.ran += orders.length;
    this.child ??= await this.start();
    const { child } = this;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail('did not end'), patience);
      const done = () => {
        clearTimeout(timer);
        child.removeAllListeners();
      };
      const fail = (how: string) => {
        done();
        this.stop();
        reject(new Error(`the process of ${orders.map(({ name }) => name).join(', ')} ${how}`));
      };
      child.once('message', (answer) => {
        done();
        resolve(answer as Answer);
      });
      child.once('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
      child.send(orders);
    });
  }

  private stop(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = null;
    this.ran = 0;
  }

  remove(): void {
    this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
