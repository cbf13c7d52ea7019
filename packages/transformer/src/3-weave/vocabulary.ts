/** What the texts of all timings are made of. */
import type { Probes, TimingMode } from '@kernts/runtime/probe-abi';
import type { Activation } from '../1-select/select.js';
import type { Action, EntryForm, Plan } from '../2-plan/plan.js';
import type { Binding } from '../options.js';

export interface Vocabulary {
  readonly timing: TimingMode;
  /** Begins every injected name; occurs nowhere in the source. */
  readonly prefix: string;
  readonly plan: Plan;
  readonly binding: Binding;
  /** Sites that another one counts for. */
  readonly followers: ReadonlySet<number>;
}

/** Of an activation. */
export type ProbeAction = Exclude<
  Action,
  { do: 'text' | 'label' | 'leave-label' | 'bind' | 'note-depth' | 'caught-outside' | 'noted' }
>;

/** Compiles only while it names every probe of the contract. */
const PROBE_SET: Readonly<Record<keyof Probes, true>> = {
  h: true,
  g: true,
  m: true,
  o: true,
  s: true,
  j: true,
  r: true,
  n: true,
  u: true,
  p: true,
  w: true,
  z: true,
  v: true,
  c: true,
  l: true,
  q: true,
  e: true,
  t: true,
  x: true,
  b: true,
  k: true,
  N: true,
  U: true,
  P: true,
  W: true,
  Z: true,
  V: true,
  C: true,
  L: true,
  Q: true,
  S: true,
  D: true,
  R: true,
  Y: true,
  F: true,
};
export const PROBES = Object.keys(PROBE_SET);

/** How many there are on the stack. */
export function frames({ prefix: k, binding }: Vocabulary): string {
  return binding === 'ahead' ? `${k}o[0]` : `(${k}h||${k}i(),${k}o[0])`;
}

/**
 * A probe that is called where woven code can't go on by itself, which may be never. V8 leaves out of optimised code what
 * it has never seen run; but in a loop that it optimises while it runs, Node 26 (V8 14.6) keeps plain calls, and forgets
 * behind them what it knows of the program's objects. It leaves out a property that was never read.
 */
export function rare(name: string, k: string): string {
  return `${k}.${name}`;
}

/** One hit more, at a constant index. */
export function counted(at: number, { prefix: k, plan }: Vocabulary): string {
  return plan.rounds.has(at) ? countedWithCare(at, k) : `++${k}h[${at}]`;
}

/**
 * The same where a call or a round of a loop is counted: the numbers go once around, which is seen to in time. Nothing
 * that is hit once per call or round needs to look for itself.
 */
function countedWithCare(at: number, k: string, hits = `${k}h`): string {
  return `++${hits}[${at}]<<1||${rare('g', k)}()`;
}

/** A call, and the hit of the first line, which the call may be. */
export function countedEntry(
  firstSite: number,
  { index }: Activation,
  { prefix: k, plan }: Vocabulary,
  hits?: string,
): string[] {
  const { calls } = plan.activations[index]!;
  const call = countedWithCare(calls, k, hits);
  return firstSite === 0 || firstSite === calls ? [call] : [call, `++${k}h[${firstSite}]`];
}

export function isInitialiser(form: EntryForm): boolean {
  return form === 'initialiser' || form === 'constant';
}
