/** Runs the part of a scenario that is measured, in a process of its own, on a Node that may not know TypeScript. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles `bench/inside/<name>.ts` with the runtime's sources into one file. */
export async function bundleInside(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`bench/inside/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    tsconfig: 'tsconfig.base.json',
    logLevel: 'warning',
  });
  return outfile;
}

/** The last line that the process prints is its answer, as JSON. */
export async function runInside<Answer>(node: string, program: string, ...args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await execute(node, [program, ...args], { env, maxBuffer: 1 << 26 });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Answer;
}
