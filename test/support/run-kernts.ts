/** Runs the built command as a user would, and the same program without it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Profile } from '@kernts/runtime';

/** The built command. */
export const COMMAND = fileURLToPath(new URL('../../packages/cli/dist/bin.cjs', import.meta.url));
const fromCli = createRequire(new URL('../../packages/cli/package.json', import.meta.url));
export const TSX = pathToFileURL(fromCli.resolve('tsx')).href;

export interface RunOptions {
  readonly node?: string;
  /** Of the Node that kernts itself runs in. */
  readonly nodeArguments?: readonly string[];
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the profile goes until it was read. Default: a name of its own in `cwd`. */
  readonly outfile?: string;
  /** Ends what takes longer. */
  readonly hungMs?: number;
  /** Called when the program has written this to stdout. */
  readonly on?: { readonly text: RegExp; readonly act: (match: RegExpExecArray, kernts: ChildProcess) => unknown };
}

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Profiled extends Ended {
  /** Null when none was written. */
  readonly profile: Profile | null;
}

/** Less than a test has: what hangs must not outlive it. */
const HUNG_MS = 50_000;

let runs = 0;

/** `args` as after `kernts`, without `-o`. */
export async function runKernts(args: readonly string[], options: RunOptions): Promise<Profiled> {
  const { outfile = join(options.cwd, `run-${++runs}.lprof`), nodeArguments = [] } = options;
  const ended = await runNode([...nodeArguments, COMMAND, '-o', outfile, ...args], options);
  const profile = readProfile(outfile);
  rmSync(outfile, { force: true });
  return { ...ended, profile };
}

/** What the program does under tsx alone. */
export function runTsx(args: readonly string[], options: RunOptions): Promise<Ended> {
  return runNode(['--import', TSX, ...args], options);
}

/** Node with these arguments, and nothing of kernts. */
export function runNode(
  args: readonly string[],
  { node = process.execPath, cwd, stdin, env, on, hungMs = HUNG_MS }: RunOptions,
): Promise<Ended> {
  return new Promise((done, fail) => {
    // Without the terminal that the tests may run in: a signal is then not taken for one from its keyboard.
    const detached = true;
    const child = spawn(node, args, {
      cwd,
      detached,
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...env },
    });
    const hung = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), hungMs);
    let [stdout, stderr, hasActed] = ['', '', false];
    child.stdin.on('error', () => {}).end(stdin ?? '');
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const match = hasActed ? null : (on?.text.exec(stdout) ?? null);
      if (match === null) return;
      hasActed = true;
      on?.act(match, child);
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(hung);
      done({ stdout, stderr, code, signal });
    });
  });
}

export function readProfile(path: string): Profile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Profile;
  } catch {
    return null;
  }
}

/** `file: function line:hits line:hits …`, one row per listing. */
export function hitsOf(profile: Profile | null): readonly string[] {
  return (profile?.functions ?? []).map(({ name, file, lines }) => {
    const hits = lines.map((line) => `${line.line}:${line.hits}`).join(' ');
    return `${profile?.files[file]?.path}: ${name} ${hits}`;
  });
}
