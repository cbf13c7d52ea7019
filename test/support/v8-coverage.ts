/** How often V8 says that each place of a program ran: its precise block coverage of the program as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import { type PlainProgram, runPlain } from './run-plain.js';

/** Count of the innermost block around an offset. */
export type CountAt = (offset: number) => number;

export function countAt({ functions }: Profiler.ScriptCoverage): CountAt {
  const ranges = functions.flatMap((fn) => fn.ranges);
  return (offset) => {
    let [count, size] = [0, Number.POSITIVE_INFINITY];
    for (const range of ranges) {
      const length = range.endOffset - range.startOffset;
      if (range.startOffset <= offset && offset < range.endOffset && length <= size) {
        [count, size] = [range.count, length];
      }
    }
    return count;
  };
}

export async function v8Coverage(programs: readonly PlainProgram[]): Promise<Map<string, CountAt>> {
  const env = (root: string) => ({ NODE_V8_COVERAGE: join(root, 'coverage') });
  return await runPlain(programs, env, (root, urls) => {
    const folder = join(root, 'coverage');
    const scripts = readdirSync(folder).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: Profiler.ScriptCoverage[] };
      return result;
    });
    const found = [...urls].map(([name, url]): [string, CountAt] => {
      const script = scripts.find((candidate) => candidate.url === url);
      if (script === undefined) throw new Error(`V8 covered nothing of ${name}`);
      return [name, countAt(script)];
    });
    return new Map(found);
  });
}
