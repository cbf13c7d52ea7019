/** One run: a process of its own, its answer, and the proof that the contender was at work. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Python } from '../python.js';
import type { Answer, Contender, Counts } from './contenders.js';
import { type Program, scriptOf } from './programs.js';
import { folderOf } from './write-programs.js';

const PART = 20;
const execute = promisify(execFile);
const inPython = fileURLToPath(new URL('../programs/cost', import.meta.url));

export interface Run extends Answer, Counts {}

export interface Place {
  readonly node: string;
  readonly python: Python;
  readonly folder: string;
}

function commandOf(contender: Contender, program: Program, repetitions: number, scratch: string, place: Place) {
  const { language, setting, args, text } = contender;
  const own = args(program, scratch);
  if (language === 'JavaScript') {
    const cwd = folderOf(place.folder, text, program);
    return { file: place.node, args: [...own, 'main.mjs', `./${scriptOf(program)}.mjs`, String(repetitions)], cwd };
  }
  if (!place.python.found) throw new Error(place.python.reason);
  const file = setting ? place.python.kernprof : place.python.python;
  return { file, args: [...own, 'main.py', program.name, String(repetitions)], cwd: inPython };
}

export async function runContender(contender: Contender, program: Program, place: Place): Promise<Run> {
  const scratch = mkdtempSync(join(place.folder, 'run-'));
  try {
    const repetitions = contender.work === 'all' ? program.repetitions : Math.ceil(program.repetitions / PART);
    const { file, args, cwd } = commandOf(contender, program, repetitions, scratch, place);
    const env = { ...process.env, NODE_OPTIONS: '', PYTHONDONTWRITEBYTECODE: '1', ...contender.env?.(scratch) };
    const { stdout } = await execute(file, args, { cwd, env, maxBuffer: 1 << 28 });
    const answer = JSON.parse(/^\{"ms".*$/m.exec(stdout)?.[0] ?? '') as Answer;
    return { ...answer, ...contender.check({ program, answer, stdout, scratch }) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
