/** V8's `--stack-size`, which only counts while a process starts. */

/** On 64-bit machines: https://github.com/v8/v8/blob/12.4.254/src/flags/flag-definitions.h (`stack_size`). */
export const DEFAULT_STACK_KB = 984;

const FLAG = /^--stack[-_]size[= ](\d+)$/;

/** The last one counts; undefined where there is none. */
export function stackSizeGiven(execArgv: readonly string[]): number | undefined {
  const given = execArgv.map((option) => FLAG.exec(option)?.[1]).findLast((kb) => kb !== undefined);
  return given === undefined ? undefined : Number(given);
}
