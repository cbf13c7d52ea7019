import { describe, expect, it } from 'vitest';
import { type Options, optionsFrom } from '../src/command-line/options.js';
import type { RunOptions } from '../src/command-line/run-usage.js';
import type { ViewOptions } from '../src/command-line/view-usage.js';
import type { Problem } from '../src/messages.js';
import { KerntsError } from '../src/messages.js';

const surroundings = { env: {}, stdoutIsTerminal: false, cwd: '/home/me' };
const read = (...argv: string[]): Options => optionsFrom(argv, surroundings);

function run(...argv: string[]): RunOptions {
  const options = read(...argv);
  if (options.kind !== 'run') throw new Error(`read as ${options.kind}`);
  return options;
}

function view(...argv: string[]): ViewOptions {
  const options = read(...argv);
  if (options.kind !== 'view') throw new Error(`read as ${options.kind}`);
  return options;
}

function problem(...argv: string[]): Problem {
  try {
    read(...argv);
  } catch (error) {
    if (error instanceof KerntsError) return error.problem;
    throw error;
  }
  throw new Error('was accepted');
}

describe('running', () => {
  it('has defaults', () => {
    expect(run('s.ts')).toEqual({
      kind: 'run',
      entry: { kind: 'script', path: 's.ts' },
      args: [],
      setup: null,
      targets: [],
      timing: 'auto',
      intervalMs: null,
      dumpSignal: 'SIGUSR2',
      outfile: null,
      view: false,
      html: false,
      quiet: false,
      children: true,
      cache: true,
      display: {
        unit: { kind: 'fixed', seconds: 1e-6 },
        skipZero: false,
        sort: 'recorded',
        top: null,
        minShare: 0,
        functions: [],
        files: [],
        hottest: null,
        columns: null,
        by: null,
        summarize: false,
        colour: false,
      },
      cwd: '/home/me',
    });
  });

  it.each<[string[], Partial<RunOptions>]>([
    [['-l', '-v', 's.ts'], { view: true }],
    [['-lv', 's.ts'], { view: true }],
    [['--line-by-line', '--view', 's.ts'], { view: true }],
    [['-q', 's.ts'], { quiet: true }],
    [['--no-cache', 's.ts'], { cache: false }],
    [['-o', 'x.lprof', 's.ts'], { outfile: 'x.lprof' }],
    [['-ox.lprof', 's.ts'], { outfile: 'x.lprof' }],
    [['--outfile=x.lprof', 's.ts'], { outfile: 'x.lprof' }],
    [['-s', 'setup.ts', 's.ts'], { setup: 'setup.ts' }],
    [['--timing', 'off', 's.ts'], { timing: 'off' }],
    [['--timing=exact', 's.ts'], { timing: 'exact' }],
    [['--timing', 'auto', 's.ts'], { timing: 'auto' }],
    [['-i', 's.ts'], { intervalMs: 1_000, entry: { kind: 'script', path: 's.ts' } }],
    [['-lvi', 's.ts', '5'], { intervalMs: 1_000, view: true, args: ['5'] }],
    [['-i', '2.5', 's.ts'], { intervalMs: 2_500, args: [] }],
    [['-i0.1', 's.ts'], { intervalMs: 100 }],
    [['--output-interval=60', 's.ts'], { intervalMs: 60_000 }],
    [['s.ts', '-i', '3'], { intervalMs: null, args: ['-i', '3'] }],
    [['--dump-signal', 'SIGUSR1', 's.ts'], { dumpSignal: 'SIGUSR1' }],
    [['--dump-signal=none', 's.ts'], { dumpSignal: null }],
    [['-p', 'a.ts', 's.ts'], { targets: ['a.ts'] }],
    [['-p', 'a.ts,b.ts:f', '--prof-mod', 'lodash', 's.ts'], { targets: ['a.ts', 'b.ts:f', 'lodash'] }],
    [['-p', 'a.ts', '-p', '', '-p', 'b.ts', 's.ts'], { targets: ['b.ts'] }],
    [['-p', 'a.ts', '-p', '', 's.ts'], { targets: [] }],
    [['-p', 'a.ts, ,b.ts,', 's.ts'], { targets: ['a.ts', 'b.ts'] }],
    [['-p', 'src/{a,b}.ts,c.ts', 's.ts'], { targets: ['src/{a,b}.ts', 'c.ts'] }],
    [['-c', 'f()', 'a'], { entry: { kind: 'code', text: 'f()' }, args: ['a'] }],
    [['-lvc', 'f()'], { entry: { kind: 'code', text: 'f()' }, view: true }],
    [['-c', 'f()', '-v'], { entry: { kind: 'code', text: 'f()' }, args: ['-v'], view: false }],
    [['-c', '--', '-1'], { entry: { kind: 'code', text: '-1' } }],
    [['-l', '-', 'a'], { entry: { kind: 'stdin' }, args: ['a'] }],
    [['-lvm', 'pkg', '-v'], { entry: { kind: 'package', name: 'pkg' }, args: ['-v'], view: true }],
    [['-m', '--', 'pkg'], { entry: { kind: 'package', name: 'pkg' } }],
    [['-v', '--', 'npm', 'test', '--', '-h'], { entry: { kind: 'command', name: 'npm' }, args: ['test', '--', '-h'] }],
    [['-o', '--', '--', 'view', 'x'], { entry: { kind: 'command', name: 'view' }, args: ['x'], outfile: '--' }],
    [['--sort', '--', 'hits'], { entry: { kind: 'command', name: 'hits' } }],
    [['--no-children', 's.ts'], { children: false }],
  ])('%j', (argv, expected) => {
    expect(run(...argv)).toMatchObject(expected);
  });

  it.each<[string[], string[]]>([
    [
      ['s.ts', '-v', '--foo', '-p', 'x'],
      ['-v', '--foo', '-p', 'x'],
    ],
    [
      ['-l', 's.ts', '--', '-v'],
      ['--', '-v'],
    ],
    [
      ['s.ts', 'view', '--help'],
      ['view', '--help'],
    ],
    [
      ['s.ts', '-V', ''],
      ['-V', ''],
    ],
    [['s.ts', '-'], ['-']],
  ])('%j: what follows the script is the script’s', (argv, args) => {
    expect(run(...argv)).toMatchObject({ entry: { kind: 'script', path: 's.ts' }, args, view: false });
  });

  it('runs a script that is called view by a path', () => {
    expect(run('./view').entry).toEqual({ kind: 'script', path: './view' });
  });

  it.each<[string[], RunOptions['display']['unit']]>([
    [['-u', '1e-3'], { kind: 'fixed', seconds: 1e-3 }],
    [['--unit=1'], { kind: 'fixed', seconds: 1 }],
    [['-u', 'auto'], { kind: 'auto' }],
  ])('%j', (argv, unit) => {
    expect(run(...argv, 's.ts').display.unit).toEqual(unit);
  });

  it.each<[string[], string, string]>([
    [['--sort', 's.ts'], 's.ts', 'time'],
    [['--sort', 'hits', 's.ts'], 's.ts', 'hits'],
    [['--sort=name', 's.ts'], 's.ts', 'name'],
    [['-lv', '--sort', './time'], './time', 'time'],
    [['-o', '--sort', '--sort', 'line', 's.ts', '--sort', 'x'], 's.ts', 'line'],
  ])('%j: an order only where one stands', (argv, path, sort) => {
    expect(run(...argv)).toMatchObject({ entry: { kind: 'script', path }, display: { sort } });
  });

  it('reads the display flags', () => {
    expect(run('-z', '--sort', '--summarize', '-r', 's.ts').display).toMatchObject({
      skipZero: true,
      sort: 'time',
      summarize: true,
      colour: true,
    });
    expect(run('--rich', '--no-rich', 's.ts').display.colour).toBe(false);
  });
});

describe('viewing', () => {
  it('takes files and display flags, the short ones of the viewer as well', () => {
    expect(view('view', '-t', '-m', 'a.lprof', '-z', 'b.lprof')).toMatchObject({
      files: ['a.lprof', 'b.lprof'],
      display: { sort: 'time', summarize: true, skipZero: true },
    });
    expect(view('view', '-zt', 'a.lprof', '-t', 'name', '--', '-t')).toMatchObject({
      files: ['a.lprof', '-t'],
      display: { sort: 'name', skipZero: true },
    });
    expect(view('view', '--sort', '--summarize', '-u', 'auto', 'a').display).toMatchObject({
      sort: 'time',
      summarize: true,
      unit: { kind: 'auto' },
    });
  });
});

describe('asking', () => {
  it.each([
    [['-h'], /Commands:\n {2}view /],
    [['-h'], /Usage: kernts \[options\] <script>/],
    [['--help'], /Examples:/],
    [['-lv', '-h'], /What to profile:/],
    [['view', '--help'], /Usage: kernts view \[options\] \[file\.lprof…\][\s\S]*Columns:/],
    [['-V'], /^\d+\.\d+\.\d+\S*\n$/],
    [['--version'], /^\d+\.\d+\.\d+\S*\n$/],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toEqual({ kind: 'print', text: expect.stringMatching(expected) });
  });

  it('keeps the help within 80 columns, but for the examples', () => {
    const options = read('--help');
    const text = options.kind === 'print' ? options.text : '';
    expect(
      text
        .split('Examples:')[0]
        ?.split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each<[string[], Partial<Problem>]>([
    [[], { kind: 'no-script' }],
    [['-l'], { kind: 'no-script' }],
    [[''], { kind: 'no-script' }],
    [['-c'], { kind: 'option-needs-value', option: '-c' }],
    [['-o'], { kind: 'option-needs-value', option: '-o, --outfile' }],
    [['--vieww', 's.ts'], { kind: 'unknown-option', option: '--vieww', nearest: '--view' }],
    [['--xyz', 's.ts'], { kind: 'unknown-option', option: '--xyz', nearest: null, command: 'kernts' }],
    [['-lx', 's.ts'], { kind: 'unknown-option', option: '-x', nearest: null }],
    [['view', '--srot', 'f'], { kind: 'unknown-option', nearest: '--sort' }],
    [['view', '-l', 'f'], { kind: 'unknown-option', option: '-l', command: 'kernts view' }],
    [['-v', 'view', 'f.lprof'], { kind: 'option-before-command', option: '--view', name: 'view' }],
    [['-u', '0', 's.ts'], { kind: 'bad-option-value', option: '-u', value: '0' }],
    [['-u', '-1', 's.ts'], { kind: 'bad-option-value', option: '-u', value: '-1' }],
    [['-u', '1e-320', 's.ts'], { kind: 'bad-option-value', option: '-u', value: '1e-320' }],
    [['-u', 'ms', 's.ts'], { kind: 'bad-option-value' }],
    [['-u', '', 's.ts'], { kind: 'bad-option-value' }],
    [['-u', 'Infinity', 's.ts'], { kind: 'bad-option-value' }],
    [['view', '--sort=size', 'f'], { kind: 'bad-option-value', option: '--sort', value: 'size' }],
    [['view', '-u', 'NaN', 'f'], { kind: 'bad-option-value' }],
    [['--timing', 'none', 's.ts'], { kind: 'bad-option-value', option: '--timing', value: 'none' }],
    [['-i', '0', 's.ts'], { kind: 'bad-option-value', option: '-i', value: '0' }],
    [['-i', '1e9', 's.ts'], { kind: 'bad-option-value', option: '-i' }],
    [['--output-interval=soon', 's.ts'], { kind: 'bad-option-value', option: '-i', value: 'soon' }],
    [['--dump-signal', 'SIGTERM', 's.ts'], { kind: 'bad-option-value', option: '--dump-signal' }],
    [['--dump-signal', 'SIGSEGV', 's.ts'], { kind: 'bad-option-value' }],
    [['--dump-signal', 'usr2', 's.ts'], { kind: 'bad-option-value', value: 'usr2' }],
    [['-o', '', 's.ts'], { kind: 'bad-option-value', option: '-o' }],
    [['-s', '', 's.ts'], { kind: 'bad-option-value', option: '-s' }],
  ])('%j', (argv, expected) => {
    expect(problem(...argv)).toMatchObject(expected);
  });
});
