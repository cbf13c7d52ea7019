/** Runs a program plain and under kernts, and its lines alone, and reads the named lines from the profile. */
import { execFile } from 'node:child_process';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Profile } from '../../packages/runtime/src/index.js';
import { kerntsArgs, readProfile, type Timing, tsx } from '../kernts.js';
import { HEAD, type Line } from './cases.js';

export type LineProfile = Profile['functions'][number]['lines'][number];

export interface Profiled {
  readonly totalNs: number;
  /** Of the first line with the name. */
  readonly line: (label: string) => LineProfile;
  readonly measured: Readonly<Record<string, number>>;
}

interface Answer {
  readonly totalNs: number;
  readonly measured: Readonly<Record<string, number>>;
}

export interface Program {
  readonly source: string;
  readonly listing: string;
  readonly calls: number;
  readonly rounds: number;
}

const execute = promisify(execFile);
const bench = fileURLToPath(new URL('..', import.meta.url));

export class Workshop {
  constructor(
    private readonly folder: string,
    private readonly node: string,
  ) {}

  /** Once per folder. */
  static prepare(folder: string): void {
    for (const name of ['main.mjs', 'alone.mjs', 'steps.mjs']) {
      cpSync(join(bench, 'programs/faithfulness', name), join(folder, name));
    }
    symlinkSync(join(bench, 'node_modules'), join(folder, 'node_modules'));
  }

  /** Nanoseconds of each statement in a loop of its own, without kernts. */
  async alone(statements: readonly string[]): Promise<readonly number[]> {
    const functions = statements.map(
      (statement) =>
        `(rounds) => {\nfor (let round = 0; round < rounds; round++) {\n${statement}\n}\nreturn memory[0];\n}`,
    );
    writeFileSync(join(this.folder, 'lines.mjs'), `${HEAD}export const lines = [${functions.join(',\n')}];\n`);
    return (await this.run<{ ns: readonly number[] }>(['--import', tsx, 'alone.mjs', './lines.mjs'])).ns;
  }

  /** Of each line that is known alone. */
  async known(lines: readonly Line[]): Promise<ReadonlyMap<string, number>> {
    const parts = lines.flatMap(({ label, truth }) =>
      truth.kind === 'alone' ? truth.parts.map((part) => ({ label, ...part })) : [],
    );
    const ns = await this.alone(parts.map(({ statement }) => statement));
    const sums = new Map<string, number>();
    for (const [index, { label, share }] of parts.entries()) {
      sums.set(label, (sums.get(label) ?? 0) + share * (ns[index] ?? Number.NaN));
    }
    return sums;
  }

  async plain(program: Program): Promise<Answer> {
    return this.run<Answer>(['--import', tsx, ...this.write(program)]);
  }

  async profiled(program: Program, timing: Timing): Promise<Profiled> {
    const outfile = join(this.folder, 'run.lprof');
    const { measured } = await this.run<Answer>([
      ...kerntsArgs({ timing, outfile, targets: [] }),
      ...this.write(program),
    ]);
    const listing = readProfile(outfile).functions.find(({ name }) => name === program.listing);
    const texts = program.source.split('\n');
    const line = (label: string) => {
      const number = texts.findIndex((text) => text.endsWith(`// = ${label}`)) + 1;
      const found = listing?.lines.find((candidate) => candidate.line === number);
      if (found === undefined || found.hits === 0) throw new Error(`${program.listing} has no hits of ${label}`);
      return found;
    };
    return { totalNs: listing?.totalNs ?? Number.NaN, line, measured };
  }

  private write({ source, calls, rounds }: Program): string[] {
    writeFileSync(join(this.folder, 'program.mjs'), source);
    return ['main.mjs', './program.mjs', String(calls), String(rounds)];
  }

  private async run<Result>(args: readonly string[]): Promise<Result> {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const { stdout } = await execute(this.node, args, { cwd: this.folder, env, maxBuffer: 1 << 26 });
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Result;
  }
}
