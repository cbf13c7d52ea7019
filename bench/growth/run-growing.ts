/** Runs a growing program once, plain or under kernts, and tells what starting, running and writing took. */
import { execFile } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { hitsOf, kerntsArgs, readProfile, type Timing, tsx } from '../kernts.js';

export const WAYS = ['plain', 'off', 'auto', 'exact'] as const;
export type Way = 'plain' | Timing;

export interface Grown {
  readonly ms: number;
  readonly hits: number;
  /** From the start of the command to the first statement of `run`: with kernts, weaving is in it. */
  readonly startMs: number;
  /** From the end of the program to that of the command: with kernts, the profile is written and merged in it. */
  readonly endMs: number;
  readonly rss: number;
  readonly arrayBuffers: number;
  readonly profileBytes: number;
}

interface Answer {
  readonly ms: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly rss: number;
  readonly arrayBuffers: number;
}

const execute = promisify(execFile);

export interface Growing {
  readonly node: string;
  readonly folder: string;
  readonly way: Way;
  readonly module: string;
  readonly rounds: number;
}

/** kernts keeps what it wove in the folder for temporary files: each way has its own, so that its first run is cold. */
function temporaryFolder({ folder, way, module }: Growing): string {
  const path = join(folder, `temporary-${way}-${basename(module)}`);
  mkdirSync(path, { recursive: true });
  return path;
}

export async function runGrowing(growing: Growing): Promise<Grown> {
  const { node, folder, way, module, rounds } = growing;
  const outfile = join(folder, 'run.lprof');
  const front = way === 'plain' ? ['--import', tsx] : kerntsArgs({ timing: way, outfile, targets: [] });
  const env = { ...process.env, NODE_OPTIONS: '--expose-gc', TMPDIR: temporaryFolder(growing) };
  const calledAt = performance.timeOrigin + performance.now();
  const { stdout } = await execute(node, [...front, 'main.mjs', module, String(rounds)], { cwd: folder, env });
  const doneAt = performance.timeOrigin + performance.now();
  const { ms, startedAt, endedAt, rss, arrayBuffers } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Answer;
  const plain = way === 'plain';
  return {
    ms,
    rss,
    arrayBuffers,
    startMs: startedAt - calledAt,
    endMs: doneAt - endedAt,
    hits: plain ? 0 : hitsOf(readProfile(outfile)),
    profileBytes: plain ? 0 : statSync(outfile).size,
  };
}
