/**
 * Isolates what the parts of a probe cost that publishes its line for a sampler instead of reading the clock: acorn
 * parses its own text, every function of it woven, with probes of several forms, beside what coverage costs. Each form
 * runs with V8's own inlining budget and with a larger one, because probes use it up.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { instrument } from '../../packages/transformer/src/index.js';
import { forms } from '../inside/probe-forms.js';
import type { ParseTime } from '../inside/sampled-probe.js';
import { bundleInside } from '../inside-node.js';
import { alternate } from '../rounds.js';
import type { Scenario } from '../scenario.js';
import { spreadOf } from '../spread.js';

const PROCESSES = 5;
/** What kernts leaves as it is: decision 0005 says why. */
const BUDGET = ['--max-inlined-bytecode-size=3000', '--max-inlined-bytecode-size-cumulative=6000'];
const execute = promisify(execFile);
const fromLibraries = createRequire(fileURLToPath(new URL('../../test/libraries/package.json', import.meta.url)));

interface Istanbul {
  createInstrumenter(options: object): { instrumentSync(code: string, filename: string): string };
}

interface Job {
  readonly name: string;
  readonly module: string;
  readonly form: string;
  readonly v8Coverage?: true;
  readonly largerBudget: boolean;
}

function writeModules(folder: string) {
  const path = fromLibraries.resolve('acorn');
  const source = readFileSync(path, 'utf8');
  const woven = (timing: 'auto' | 'exact' | 'off') =>
    instrument(source, { filename: path, timing, selection: { kind: 'all' } }).code;
  const istanbul = (fromLibraries('istanbul-lib-instrument') as Istanbul).createInstrumenter({
    esModules: false,
    coverageGlobalScopeFunc: false,
    coverageGlobalScope: 'globalThis',
  });
  const texts = {
    plain: source,
    exact: woven('exact'),
    off: woven('off'),
    auto: woven('auto'),
    istanbul: istanbul.instrumentSync(source, path),
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.cjs`), text);
}

function jobs(): Job[] {
  const candidates: Omit<Job, 'largerBudget'>[] = [
    { name: 'plain', module: 'plain', form: 'none' },
    { name: 'V8 precise coverage', module: 'plain', form: 'none', v8Coverage: true },
    { name: 'istanbul', module: 'istanbul', form: 'none' },
    { name: 'kernts, off', module: 'off', form: 'counted' },
    ...Object.keys(forms).map((form) => ({ name: form, module: 'exact', form })),
    { name: 'kernts, auto', module: 'auto', form: 'published' },
    { name: 'kernts, exact', module: 'exact', form: 'clock' },
  ];
  return candidates.flatMap((job) => [false, true].map((largerBudget) => ({ ...job, largerBudget })));
}

export const sampledProbe: Scenario = {
  name: 'sampled-probe',
  isolates: 'what the parts of a probe without a clock cost, on acorn parsing its own text with every function woven',
  nodes: 'first',
  async run({ nodes, folder, progress }) {
    const program = await bundleInside('sampled-probe', folder);
    writeModules(folder);
    const coverage = join(folder, 'coverage');
    mkdirSync(coverage);
    const all = jobs();
    const [node] = nodes;
    if (node === undefined) throw new Error('there is no Node to run');
    const answers = await alternate(all, PROCESSES, async ({ name, module, form, v8Coverage, largerBudget }) => {
      progress(name);
      const options = [...(largerBudget ? BUDGET : []), program];
      const env = { ...process.env, NODE_OPTIONS: '', ...(v8Coverage && { NODE_V8_COVERAGE: coverage }) };
      const args = [...options, join(folder, `${module}.cjs`), join(folder, 'plain.cjs'), form];
      const { stdout } = await execute(node.path, args, { env });
      return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as ParseTime;
    });
    const base = answers.get(all.find(({ name, largerBudget }) => name === 'plain' && !largerBudget) as Job) ?? [];
    const ratios = (job: Job) =>
      (answers.get(job) ?? []).map(({ bestMs }, round) => bestMs / (base[round]?.bestMs ?? Number.NaN));
    const rows = all
      .filter(({ largerBudget }) => !largerBudget)
      .map((job) => {
        const other = all.find(({ name, largerBudget }) => name === job.name && largerBudget) as Job;
        return [job.name, spreadOf(ratios(job)), spreadOf(ratios(other))];
      });
    return [
      {
        title: `acorn parsing itself, times plain, ${node.name}`,
        columns: ['probes', "with V8's own budget", `with ${BUDGET.join(' ')}`],
        rows,
        notes: [
          `Fastest parse of a process as a multiple of the plain one in the same round, medians over ${PROCESSES} processes; in brackets the middle half.`,
          '`counts`: hits only, by calls. `leaf`: also the site that runs now, in one place. `stacked`: the open site by depth, which tells callers apart. `by sign`, `by flag`: the same, with a choice between clock and sampling by the sign of the depth or by a flag of the site. `healing`: each line also puts the top of the stack right. `on stack`: each activation also knows how often it is on the stack. All these are called; `kernts, auto` writes the line into woven code, every activation sampled from its first call, and no sampler looks.',
        ],
      },
    ];
  },
};
