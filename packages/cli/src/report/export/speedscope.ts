/** Speedscope's own file format (https://www.speedscope.app/file-format-schema.json): a frame per function, in it one per line. */
import { clipped } from './clipped.js';
import type { ExportInput } from './export-input.js';
import { jsonText } from './json-text.js';
import { type FunctionCosts, type LineCost, lineCostsOf } from './line-costs.js';

interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

interface SampledProfile {
  readonly type: 'sampled';
  readonly name: string;
  readonly unit: 'nanoseconds' | 'none';
  readonly startValue: 0;
  readonly endValue: number;
  /** Outermost frame first. */
  readonly samples: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

export function speedscope({ profile, version }: ExportInput): string {
  const functions = lineCostsOf(profile);
  const frames: Frame[] = [];
  const stacks = functions.map((fn) => ({ fn, stacks: stacksOf(fn, frames) }));
  const all = stacks.flatMap((one) => one.stacks);
  const time = (line: LineCost) => line.ns;
  const additive = stacks.filter(({ fn }) => fn.timeIs === 'self').flatMap((one) => one.stacks);
  const profiles = [
    weighed('Time of the lines themselves', 'nanoseconds', additive, time),
    // Beside others they would count twice what these do for them, so that each stands by itself.
    ...stacks
      .filter(({ fn }) => fn.timeIs === 'with-callees')
      .map(({ fn: { name, path, line }, stacks }) =>
        weighed(`Time with callees: ${name} (${path}:${line})`, 'nanoseconds', stacks, time),
      ),
    weighed('Hits', 'none', all, ({ hits }) => hits),
    weighed('Await', 'nanoseconds', all, ({ awaitNs }) => awaitNs),
  ];
  // Speedscope refuses a file without a profile.
  const kept = profiles.filter(({ samples, name }) => samples.length > 0 || name === 'Hits');
  return `${jsonText({
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: `kernts@${version}`,
    name: profile.command.join(' '),
    activeProfileIndex: 0,
    shared: { frames },
    profiles: kept,
  })}\n`;
}

interface Stack {
  readonly frames: readonly [number, number];
  readonly line: LineCost;
}

/** Adds the frames to the list that all profiles share. */
function stacksOf({ name, path, line, lines }: FunctionCosts, frames: Frame[]): readonly Stack[] {
  const outer = frames.push({ name, file: path, line }) - 1;
  return lines.map((one) => {
    // Sandwich and list views show a frame by itself, so the line's name says the function.
    const inner =
      frames.push({ name: `${name}:${one.line} ${clipped(one.text, 200)}`, file: path, line: one.line }) - 1;
    return { frames: [outer, inner], line: one };
  });
}

function weighed(
  name: string,
  unit: SampledProfile['unit'],
  stacks: readonly Stack[],
  weightOf: (line: LineCost) => number,
): SampledProfile {
  const weighty = stacks.filter(({ line }) => weightOf(line) > 0);
  const weights = weighty.map(({ line }) => weightOf(line));
  const endValue = weights.reduce((sum, weight) => sum + weight, 0);
  return { type: 'sampled', name, unit, startValue: 0, endValue, samples: weighty.map((one) => one.frames), weights };
}
