/** Runs programs in real Node processes through tsx and tells what each of them did. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Profile } from '@kernts/runtime';
import type { Assignment, Report, Timing } from './assignment.js';

export interface Program {
  /** Also its folder: `<syntax>/<case>`. */
  readonly name: string;
  readonly file: string;
  readonly source: string;
  /** What is run in place of the source. */
  readonly woven: string | null;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  /** What the probes counted; null without a runtime. */
  readonly profile: Profile | null;
}

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const ONE_BY_ONE = fileURLToPath(new URL('./run-one-by-one.ts', import.meta.url));
const PRELOAD = new URL('./count-whole-process.ts', import.meta.url).href;

interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

function runNode(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', TSX, ...args], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
  });
}

function pathOf(root: string, { name, file, woven }: Program): string {
  return join(root, name, woven === null ? file : `woven-${file}`);
}

/**
 * A folder of its own outside the repository, so that no tsconfig.json or package.json of ours has a say. The source
 * always stands there: Node shows its line when an error ends the program.
 */
function writePrograms(programs: readonly Program[]): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'kernts-fixtures-'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
  for (const program of programs) {
    const { name, file, source, woven } = program;
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, file), source);
    if (woven !== null) writeFileSync(pathOf(root, program), woven);
  }
  return root;
}

/** Output of one program out of that of many: it stands behind a line that names it. */
function partOf(output: string, separator: string): string {
  const start = output.indexOf(separator);
  if (start < 0) return '';
  const end = output.indexOf('\0', start + separator.length);
  return output.slice(start + separator.length, end < 0 ? undefined : end);
}

/** All in one process, one after the other; none of them may end it. */
export async function runTogether(programs: readonly Program[], timing: Timing): Promise<Map<string, Outcome>> {
  const root = writePrograms(programs);
  try {
    const reportPath = join(root, 'report.json');
    const assignment: Assignment = {
      timing,
      reportPath,
      programs: programs.map((program) => ({ name: program.name, path: pathOf(root, program) })),
    };
    writeFileSync(join(root, 'assignment.json'), JSON.stringify(assignment));
    const { stdout, stderr } = await runNode([ONE_BY_ONE, join(root, 'assignment.json')], root);
    let report: Report;
    try {
      report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
    } catch {
      throw new Error(`a program ended the process it shares; move it to fixtures/process/.\n${stdout}\n${stderr}`);
    }
    const outcomes = programs.map(({ name }): [string, Outcome] => {
      const separator = `\0${name}\0\n`;
      const own = { stdout: partOf(stdout, separator), stderr: partOf(stderr, separator).replaceAll(root, '') };
      return [name, { ...own, exitCode: report.exitCodes[name] ?? 0, profile: report.profile }];
    });
    return new Map(outcomes);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** In a process of its own, which it may end as it likes. */
export async function runAlone(program: Program, timing: Timing): Promise<Outcome> {
  const root = writePrograms([program]);
  try {
    const reportPath = join(root, 'profile.json');
    const env = { KERNTS_TEST_TIMING: timing, KERNTS_TEST_REPORT: reportPath };
    const { stdout, stderr, exitCode } = await runNode(['--import', PRELOAD, pathOf(root, program)], root, env);
    const profile = timing === 'none' ? null : (JSON.parse(readFileSync(reportPath, 'utf8')) as Profile);
    return { stdout: stdout.replaceAll(root, ''), stderr: stderr.replaceAll(root, ''), exitCode, profile };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
