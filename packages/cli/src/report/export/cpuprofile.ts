/**
 * V8's CPU profile, as Chrome DevTools and VS Code open it: a node per function below the root, and in each the ticks of its
 * lines. A tick is a microsecond, so that ticks, hit counts and the profile's duration say the same.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportInput } from './export-input.js';
import { jsonText } from './json-text.js';
import { type FunctionCosts, lineCostsOf } from './line-costs.js';

interface Node {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly hitCount: number;
  readonly children: readonly number[];
  readonly positionTicks?: readonly PositionTicks[];
}

/** 0-based, unlike the ticks. */
interface CallFrame {
  readonly functionName: string;
  readonly scriptId: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface PositionTicks {
  /** 1-based. */
  readonly line: number;
  readonly ticks: number;
}

export function cpuprofile({ profile, folder }: ExportInput): string {
  const functions = lineCostsOf(profile);
  const scripts = [...new Set(functions.map(({ path }) => path))];
  // VS Code finds a node by its number: they begin at 1 and have no gaps.
  const nodes = functions.map((fn, at) => nodeOf(fn, at + 2, String(scripts.indexOf(fn.path) + 1), folder));
  const root: Node = {
    id: 1,
    callFrame: { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 },
    hitCount: 0,
    children: nodes.map(({ id }) => id),
  };
  const startTime = microseconds(profile.startedAt);
  // Readers disagree on whether a delta belongs to the sample before, at or after it. With the node three times, and all of
  // its time in the middle, each of them finds the same.
  const samples = nodes.flatMap(({ id }) => [id, id, id]);
  const timeDeltas = nodes.flatMap(({ hitCount }) => [0, hitCount, 0]);
  const endTime = startTime + timeDeltas.reduce((sum, delta) => sum + delta, 0);
  return `${jsonText({ nodes: [root, ...nodes], startTime, endTime, samples, timeDeltas })}\n`;
}

function nodeOf({ name, path, line, lines }: FunctionCosts, id: number, scriptId: string, folder: string): Node {
  const positionTicks = lines
    .map((one) => ({ line: one.line, ticks: Math.round(one.ns / 1000) }))
    .filter(({ ticks }) => ticks > 0);
  return {
    id,
    callFrame: {
      functionName: name,
      scriptId,
      url: pathToFileURL(resolve(folder, path)).href,
      lineNumber: line - 1,
      columnNumber: 0,
    },
    hitCount: positionTicks.reduce((sum, { ticks }) => sum + ticks, 0),
    children: [],
    positionTicks,
  };
}

function microseconds(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? 0 : ms * 1000;
}
