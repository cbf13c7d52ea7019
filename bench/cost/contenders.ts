/** Who measures the programs: how each is started, and what shows that it measured what it should. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hitsOf, kerntsArgs, readProfile, TIMINGS, type Timing, tsx } from '../kernts.js';
import type { Python } from '../python.js';
import { filesOf, type Program } from './programs.js';
import type { Text } from './write-programs.js';

export type Setting = 'hot' | 'all' | 'none';

/** Of the setting `none`: a function beside the program, which runs when the program is done. */
const BESIDE = { file: 'main.mjs', name: 'counted' };

/** What `main.mjs` and `main.py` print. */
export interface Answer {
  readonly ms: number;
  readonly checksum: number;
  readonly counted: number;
  readonly clockNs: number;
}

export interface Finished {
  readonly program: Program;
  readonly answer: Answer;
  readonly stdout: string;
  /** Of this run alone. */
  readonly scratch: string;
}

/** What was counted, as far as kernts tells. */
export interface Counts {
  readonly hits?: number;
  readonly readings?: number;
}

export interface Contender {
  readonly name: string;
  /** Absent where nothing is profiled. */
  readonly setting?: Setting;
  readonly text: Text;
  /** Those that take hundreds of times as long do a part of the repetitions, beside a plain program that does the same. */
  readonly work: 'all' | 'part';
  readonly language: 'JavaScript' | 'Python';
  readonly env?: (scratch: string) => Readonly<Record<string, string>>;
  /** Before the main program. */
  readonly args: (program: Program, scratch: string) => readonly string[];
  /** Throws when there is nothing to show. */
  readonly check: (finished: Finished) => Counts;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const common = {
  text: 'plain',
  work: 'all',
  language: 'JavaScript',
  args: () => ['--import', tsx],
  check: () => ({}),
} as const;

function kernts(timing: Timing, setting: Setting): Contender {
  return {
    ...common,
    name: `kernts, ${timing}`,
    setting,
    args: (program, scratch) => {
      const { file, name } = setting === 'none' ? BESIDE : program.hot;
      const targets = setting === 'all' ? filesOf(program) : [`${file}:${name}`];
      return kerntsArgs({ timing, outfile: join(scratch, 'run.lprof'), targets });
    },
    check: ({ program, scratch }) => {
      const profile = readProfile(join(scratch, 'run.lprof'));
      const hit = profile.functions.filter(({ lines }) => lines.some(({ hits }) => hits > 0));
      const wanted = setting === 'none' ? BESIDE.name : program.hot.name;
      const isThere = hit.some(({ name }) => name === wanted);
      demand(isThere && (setting === 'all') === hit.length > 1, `the profile has ${hit.map(({ name }) => name)}`);
      demand(profile.timing.mode === timing, `the profile's timing is ${profile.timing.mode}`);
      const timeNs = hit.reduce((sum, { totalNs }) => sum + totalNs, 0);
      demand(timeNs > 0 === (timing !== 'off'), `the profile has ${timeNs} ns with ${timing}`);
      return { hits: hitsOf(profile), readings: profile.timing.readings };
    },
  };
}

const istanbul: Contender = {
  ...common,
  name: 'babel-plugin-istanbul',
  setting: 'all',
  text: 'istanbul',
  check: ({ answer }) => {
    demand(answer.counted > 1_000, `its counters add up to ${answer.counted}`);
    return {};
  },
};

interface V8Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly isBlockCoverage: boolean; readonly ranges: readonly { count: number }[] }[];
  }[];
}

const v8Coverage: Contender = {
  ...common,
  name: 'V8 precise coverage',
  setting: 'all',
  env: (scratch) => ({ NODE_V8_COVERAGE: scratch }),
  check: ({ program, scratch }) => {
    const files = readdirSync(scratch).map((name) => readFileSync(join(scratch, name), 'utf8'));
    const scripts = files.flatMap((text) => (JSON.parse(text) as V8Coverage).result);
    const own = scripts.find(({ url }) => url.endsWith(`/${program.hot.file}`))?.functions ?? [];
    const counted = own.filter(({ isBlockCoverage, ranges }) => isBlockCoverage && (ranges[0]?.count ?? 0) > 1);
    demand(counted.length > 0, 'it has no counts of blocks');
    return {};
  },
};

interface CpuProfile {
  readonly nodes: readonly { readonly callFrame: { readonly url: string } }[];
  readonly samples: readonly number[];
}

const cpuProfiler: Contender = {
  ...common,
  name: 'V8 CPU profiler',
  setting: 'all',
  args: (_, scratch) => ['--import', tsx, '--cpu-prof', `--cpu-prof-dir=${scratch}`],
  check: ({ program, scratch }) => {
    const profiles = readdirSync(scratch).map(
      (name) => JSON.parse(readFileSync(join(scratch, name), 'utf8')) as CpuProfile,
    );
    const own = profiles.find(({ nodes }) => nodes.some(({ callFrame }) => callFrame.url.endsWith(program.hot.file)));
    demand((own?.samples.length ?? 0) > 10, 'it has no samples of the program');
    return {};
  },
};

function statementMap(setting: Setting): Contender {
  return {
    ...common,
    name: 'map per statement',
    setting,
    text: setting === 'hot' ? 'statements of hot' : 'statements of all',
    work: 'part',
    check: ({ answer }) => {
      demand(answer.counted > 1, `its map has ${answer.counted} statements`);
      return {};
    },
  };
}

function lineProfiler(setting: Setting): Contender {
  return {
    ...common,
    name: 'line_profiler (Python)',
    setting,
    work: 'part',
    language: 'Python',
    env: () => ({ PROFILE: setting }),
    args: (_, scratch) => ['-l', '-v', '-o', join(scratch, 'run.lprof')],
    check: ({ stdout }) => {
      const functions = [...stdout.matchAll(/^Function: (\w+)/gm)].length;
      demand((setting === 'all') === functions > 1 && functions > 0, `it reports ${functions} functions`);
      return {};
    },
  };
}

const inJavaScript: readonly Contender[] = [
  { ...common, name: 'plain' },
  kernts('auto', 'none'),
  ...TIMINGS.flatMap((timing) => [kernts(timing, 'hot'), kernts(timing, 'all')]),
  istanbul,
  v8Coverage,
  cpuProfiler,
  { ...common, name: 'plain, a part of the work', work: 'part' },
  statementMap('hot'),
  statementMap('all'),
];

const inPython: readonly Contender[] = [
  { ...common, name: 'plain Python', work: 'part', language: 'Python', args: () => [] },
  lineProfiler('hot'),
  lineProfiler('all'),
];

export function contendersWith({ found }: Python): readonly Contender[] {
  return found ? [...inJavaScript, ...inPython] : inJavaScript;
}

/** The plain program that did the same work: its time is 1. */
export function baseOf({ language, work }: Contender, contenders: readonly Contender[]): Contender | undefined {
  return contenders.find((other) => !other.setting && other.language === language && other.work === work);
}
