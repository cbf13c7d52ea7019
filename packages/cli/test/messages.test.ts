import { expect, it } from 'vitest';
import { type Message, sentence } from '../src/messages.js';

const messages: readonly Message[] = [
  { kind: 'unknown-option', option: '--vieww', nearest: '--view', command: 'kernts' },
  { kind: 'unknown-option', option: '--xyz', nearest: null, command: 'kernts' },
  { kind: 'unknown-option', option: '-l', nearest: null, command: 'kernts view' },
  { kind: 'option-needs-value', option: '-o', command: 'kernts' },
  { kind: 'bad-option-value', option: '-u', value: '0', expected: 'a number above 0' },
  { kind: 'option-before-command', option: '-z', name: 'view', usage: '<file.lprof…>' },
  { kind: 'no-script' },
  { kind: 'no-profile-file' },
  { kind: 'script-not-found', path: 's.ts', nearest: null },
  { kind: 'script-not-found', path: 'veiw', nearest: 'view' },
  { kind: 'script-is-directory', path: 'src' },
  { kind: 'script-unreadable', path: 's.ts', cause: 'permission denied' },
  { kind: 'syntax-error', file: 's.ts', line: 3, column: 4, detail: 'Unexpected token.', frame: '' },
  { kind: 'selector-matches-nothing', selector: 'x.ts', reason: { kind: 'no-such-file' } },
  { kind: 'selector-matches-nothing', selector: 'x', reason: { kind: 'no-such-package' } },
  { kind: 'setup-not-found', path: 'x.ts' },
  { kind: 'setup-unusable', path: 'x.ts', cause: 'it is a directory' },
  { kind: 'outfile-unwritable', path: 'x.lprof', cause: 'permission denied' },
  { kind: 'report-unwritable', cause: 'no space is left' },
  { kind: 'options-exclude', options: ['-c', '-m'] },
  { kind: 'setup-without-script' },
  { kind: 'no-command' },
  { kind: 'command-not-found', name: 'vitest' },
  { kind: 'command-not-started', name: './run.sh', cause: 'permission denied' },
  { kind: 'package-not-found', name: 'vitest' },
  { kind: 'package-has-commands', name: 'typescript', commands: ['tsc', 'tsserver'] },
  { kind: 'package-not-runnable', name: 'vitest', missing: null },
  { kind: 'package-not-runnable', name: 'vitest', missing: 'bin.js' },
  { kind: 'program-not-started', cause: 'no memory' },
  { kind: 'profile-unreadable', path: 'x.lprof', cause: 'permission denied' },
  { kind: 'profile-too-large', path: 'x.lprof', mostMegabytes: 256 },
  { kind: 'glob-matches-no-profile', glob: '*.lprof' },
  { kind: 'no-function-selected', functions: [] },
  { kind: 'no-function-selected', functions: ['f', 'g'] },
  { kind: 'diff-takes-two', given: 1 },
  { kind: 'no-common-function', before: 'a.lprof', after: 'b.lprof' },
  { kind: 'diff-untimed', before: 'a.lprof', after: 'b.lprof' },
  { kind: 'no-outfile' },
  { kind: 'nothing-to-merge' },
  { kind: 'merged-too-large', files: 3 },
  { kind: 'slower-than-allowed', slower: [{ name: null, share: 0.2 }], limit: 0.1 },
  { kind: 'source-edited', path: 'a.ts' },
  { kind: 'newest-profile', path: 'x.lprof' },
  { kind: 'shares-not-kept', by: 'thread' },
  { kind: 'profile-truncated', path: 'x.lprof' },
  { kind: 'profile-not-json', path: 'x.lprof' },
  { kind: 'profile-foreign', path: 'x.lprof', looksLike: null },
  { kind: 'profile-foreign', path: 'x.lprof', looksLike: 'a CPU profile of V8' },
  { kind: 'profile-newer', path: 'x.lprof', version: 2, known: 1 },
  { kind: 'profile-damaged', path: 'x.lprof', where: 'files', defect: 'is missing' },
  { kind: 'no-marks', script: 's.ts' },
  { kind: 'no-marks-in-command', command: ['npm', 'test'] },
  {
    kind: 'no-marks-in-tests',
    command: ['npx', 'vitest', 'run'],
    runner: { name: 'Vitest', command: 'vitest', plugin: 'kernts/vite', config: 'vitest.config.ts' },
  },
  { kind: 'nothing-ran' },
  { kind: 'counts-lost', threads: 1, all: true, end: 'SIGKILL' },
  { kind: 'still-running', processes: 1 },
  { kind: 'still-running', processes: 2 },
  { kind: 'counts-lost', threads: 2, all: false, end: 'exit code 0' },
  {
    kind: 'selector-missed',
    selector: 's.ts:g',
    reason: { kind: 'no-such-function', file: 's.ts', name: 'g', functions: [] },
  },
  { kind: 'selector-missed', selector: 's.ts', reason: { kind: 'never-loaded' } },
  { kind: 'not-woven', file: 's.ts', line: 3, detail: 'a mark stands before no function' },
  { kind: 'sources-differ', path: 's.ts' },
  { kind: 'profile-so-far-written', path: 's.lprof', silent: 0 },
  { kind: 'profile-so-far-written', path: 's.lprof', silent: 1 },
  { kind: 'profile-so-far-written', path: 's.lprof', silent: 2 },
  { kind: 'nothing-so-far' },
  { kind: 'loader-ahead' },
  { kind: 'profile-rescued', path: 's.lprof' },
];

it.each(messages.map((message) => [message.kind, message] as const))(
  '%s is one sentence with a next step',
  (_kind, message) => {
    expect(sentence(message)).toMatch(/^.*[^.]\.$|^.*\?$/);
    expect(sentence(message)).toMatch(/[;,:?]/);
  },
);

it('shows a syntax error as editors read it, the frame below', () => {
  const frame = '> 3 | let = 4;\n    |     ^';
  expect(sentence({ kind: 'syntax-error', file: 's.ts', line: 3, column: 4, detail: 'Unexpected token', frame })).toBe(
    `s.ts:3:5: syntax error: Unexpected token; correct it and run again.\n\n${frame}`,
  );
});

it('names the functions that a file does have', () => {
  const reason = { kind: 'no-such-function', file: 's.ts', name: 'g', functions: ['f', 'C.m'] } as const;
  expect(sentence({ kind: 'selector-matches-nothing', selector: 's.ts:g', reason })).toBe(
    '-p s.ts:g matches nothing: s.ts has no function g; it has f, C.m.',
  );
});

it('names a script to select as a shell takes it', () => {
  expect(sentence({ kind: 'no-marks', script: 's.ts' })).toMatch(/ `-p s\.ts`\.$/);
  expect(sentence({ kind: 'no-marks', script: 'my script.ts' })).toMatch(/ `-p 'my script\.ts'`\.$/);
});

it.each(['-c', '-'])('of a script that is no file (%s) says only how to mark', (script) => {
  const said = sentence({ kind: 'no-marks', script });
  expect(said).toMatch(/is marked; write `\/\/ @profile` on the line above a function\.$/);
});

it('shows the control characters of a path that a profile names', () => {
  expect(sentence({ kind: 'sources-differ', path: '\u001b[2Ja.ts' })).toMatch(/^\u241b\[2Ja\.ts changed /);
});

it('shows a command that a shell takes', () => {
  expect(sentence({ kind: 'inspect-with', path: 's.ts.lprof' })).toBe('Inspect results with: kernts view s.ts.lprof');
  expect(sentence({ kind: 'inspect-with', path: "it's.lprof" })).toBe(
    "Inspect results with: kernts view 'it'\\''s.lprof'",
  );
});
