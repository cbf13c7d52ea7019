import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFrom } from '../src/command-line/options.js';
import type { RunOptions } from '../src/command-line/run-usage.js';
import { type Launch, run } from '../src/commands/run.js';
import { KerntsError, type Message, sentence } from '../src/messages.js';
import { profileOf } from './sample-profile.js';

type Request = Parameters<Launch>[0];
type Result = Awaited<ReturnType<Launch>>;

let folder: string;
let said: string[];
let requests: Request[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-run-'));
  await writeFile(join(folder, 's.ts'), '');
  said = [];
  requests = [];
});
afterEach(() => rm(folder, { recursive: true }));

const output = {
  report: async (text: string) => void said.push(`stdout: ${text}`),
  say: async (message: Message) => void said.push(sentence(message)),
  progress: () => ({ advance: () => undefined, clear: () => undefined }),
};

function options(...argv: string[]): RunOptions {
  const read = optionsFrom(argv, { env: {}, stdoutIsTerminal: false, cwd: folder });
  if (read.kind !== 'run') throw new Error(read.kind);
  return read;
}

/** Runs `argv` against a launcher that answers `result`, after `meanwhile` has happened. */
function kernts(
  argv: readonly string[],
  result: Partial<Result> = {},
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  const start: Launch = async (request) => {
    requests.push(request);
    await meanwhile();
    return { end: { kind: 'code', code: 0 }, profile: profileOf(), hints: [], ...result };
  };
  return run(options(...argv), output, start);
}

it('hands over what to run', async () => {
  await kernts(['-p', 'a.ts', '-s', 'setup.ts', '--timing', 'off', '--no-cache', 's.ts', '--port', '80']);
  expect(requests).toEqual([
    {
      entry: { kind: 'script', path: 's.ts' },
      args: ['--port', '80'],
      setup: 'setup.ts',
      targets: ['a.ts'],
      timing: 'off',
      children: true,
      intervalMs: null,
      dumpSignal: 'SIGUSR2',
      onProfileSoFar: expect.any(Function),
      outfile: { path: join(folder, 's.ts.lprof'), shown: 's.ts.lprof' },
      quiet: false,
      cache: false,
      cwd: folder,
    },
  ]);
});

describe('the profile', () => {
  it.each([
    [['s.ts'], 's.ts.lprof'],
    [['s'], 's.ts.lprof'],
    [['-c', 'f()'], 'kernts-command.lprof'],
    [['-'], 'kernts-stdin.lprof'],
    [['-m', '@scope/tool'], 'tool.lprof'],
    [['--', 'npm', 'test'], 'npm.lprof'],
    [['--', './run/all.sh'], 'all.sh.lprof'],
    [['--', 'npx', '--yes', '@scope/tool@1.2', 'run'], 'tool.lprof'],
    [['--', 'npx'], 'npx.lprof'],
    [['-o', 'mine.json', 's.ts'], 'mine.json'],
  ])('of %j is %s', async (argv, name) => {
    await kernts(argv);
    expect(JSON.parse(await readFile(join(folder, name), 'utf8'))).toEqual(profileOf());
    expect(said).toEqual([`Wrote profile results to ${name}`, `Inspect results with: kernts view ${name}`]);
  });

  it('lies where kernts was started, not beside the script', async () => {
    await mkdir(join(folder, 'src'));
    await writeFile(join(folder, 'src', 't.ts'), '');
    await kernts(['src/t.ts']);
    expect((await readdir(folder)).sort()).toEqual(['s.ts', 'src', 't.ts.lprof']);
  });

  it('is not written when nothing was profiled', async () => {
    await kernts(['s.ts'], { profile: null, hints: [{ kind: 'no-marks', script: 's.ts' }] });
    await kernts(['s.ts'], { profile: profileOf({ functions: [] }) });
    expect(await readdir(folder)).toEqual(['s.ts']);
    expect(said).toEqual([sentence({ kind: 'no-marks', script: 's.ts' }), sentence({ kind: 'nothing-ran' })]);
  });
});

describe('what is said', () => {
  it('with -v: the report after the message, and no word on how to see it', async () => {
    await kernts(['-v', 's.ts'], {
      hints: [{ kind: 'selector-missed', selector: 'x', reason: { kind: 'never-loaded' } }],
    });
    expect(said.map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^-p x selected nothing: /),
      'Wrote profile results to s.ts.lprof',
      'stdout: Timer unit: 1e-06 s',
    ]);
  });

  it('with -q: nothing but the report', async () => {
    await kernts(['-q', 's.ts'], { hints: [{ kind: 'nothing-ran' }] });
    expect(said).toEqual([]);
    await kernts(['-q', '-v', 's.ts']);
    expect(said).toEqual([expect.stringMatching(/^stdout: Timer unit/)]);
  });
});

describe('before the program starts', () => {
  it.each([
    [['no.ts'], { kind: 'script-not-found', path: 'no.ts', nearest: null }],
    [['.'], { kind: 'script-is-directory', path: '.' }],
    [['-o', 'no/x.lprof', 's.ts'], { kind: 'outfile-unwritable', path: 'no/x.lprof' }],
    [['-o', '.', 's.ts'], { kind: 'outfile-unwritable', path: '.' }],
  ])('%j is refused', async (argv, problem) => {
    await expect(kernts(argv)).rejects.toMatchObject({ problem });
    expect(requests).toEqual([]);
    expect(await readdir(folder)).toEqual(['s.ts']);
  });

  it.skipIf(process.getuid?.() === 0)('an outfile that may not be written is refused', async () => {
    await writeFile(join(folder, 'x.lprof'), 'old');
    await chmod(join(folder, 'x.lprof'), 0o400);
    await expect(kernts(['-o', 'x.lprof', 's.ts'])).rejects.toMatchObject({ problem: { cause: 'permission denied' } });
  });
});

describe('ends', () => {
  it('as the program did', async () => {
    expect(await kernts(['s.ts'], { end: { kind: 'code', code: 7 } })).toEqual({ kind: 'code', code: 7 });
    expect(await kernts(['s.ts'], { end: { kind: 'signal', signal: 'SIGTERM' } })).toEqual({
      kind: 'signal',
      signal: 'SIGTERM',
    });
  });

  it('with 2 when the profile was lost meanwhile, the report still shown', async () => {
    const lose = () => mkdir(join(folder, 's.ts.lprof'));
    expect(await kernts(['-v', 's.ts'], {}, lose)).toEqual({ kind: 'code', code: 2 });
    expect(said).toEqual([
      'Cannot write s.ts.lprof (it is a directory); choose another place with -o.',
      expect.stringMatching(/^stdout: Timer unit/),
    ]);
  });

  it('with 2 when the report cannot be written, unless the program failed', async () => {
    const full = {
      ...output,
      report: () => Promise.reject(new KerntsError({ kind: 'report-unwritable', cause: 'no space is left' })),
    };
    const end = (code: number) => ({ kind: 'code', code }) as const;
    const ended = (code: number) =>
      run(options('-q', '-v', 's.ts'), full, async () => ({ end: end(code), profile: profileOf(), hints: [] }));
    expect(await ended(0)).toEqual(end(2));
    expect(await ended(7)).toEqual(end(7));
    expect(said).toEqual(Array(2).fill(expect.stringMatching(/^Cannot write the report \(no space is left\); /)));
  });

  it('as the program did when it failed and the profile was lost, too', async () => {
    await mkdir(join(folder, 'out'));
    const end = { kind: 'code', code: 7 } as const;
    expect(await kernts(['-o', 'out/x', 's.ts'], { end }, () => rm(join(folder, 'out'), { recursive: true }))).toEqual(
      end,
    );
  });
});
