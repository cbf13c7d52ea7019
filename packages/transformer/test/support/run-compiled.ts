/** Runs what a Babel pipeline has made, in this process, and tells what its probes counted. */
import { compileFunction } from 'node:vm';
import { installRuntime, type ProfiledFunction } from '@kernts/runtime';

/** Runs `code` as a CommonJS module; returns what it assigns to `exports.value`. */
export function runCompiled(code: string, filename: string): unknown {
  const exports: { value?: unknown } = {};
  compileFunction(code, ['exports'], { filename })(exports);
  return exports.value;
}

/** What was counted for the file that the pipeline calls `path`. */
export function countedIn(path: string): readonly ProfiledFunction[] {
  const { files, functions } = installRuntime({ timing: 'exact' }).snapshot();
  const file = files.findIndex((candidate) => candidate.path === path);
  return functions.filter((fn) => fn.file === file);
}

/** Hits by line, of all functions of the file. */
export function hitsIn(path: string): Record<number, number> {
  return Object.fromEntries(countedIn(path).flatMap(({ lines }) => lines.map(({ line, hits }) => [line, hits])));
}

/** Place of the topmost frame of the error that `work` throws, in the compiled file. */
export function placeOfError(work: () => unknown, filename: string): { line: number; column: number } {
  try {
    work();
  } catch (error) {
    const frame = (error as Error).stack?.split('\n').find((line) => line.includes(filename));
    const match = /:(\d+):(\d+)\)?$/.exec(frame ?? '');
    // V8 counts columns from 1.
    if (match !== null) return { line: Number(match[1]), column: Number(match[2]) - 1 };
  }
  throw new Error(`no error came from ${filename}`);
}
