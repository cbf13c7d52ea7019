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

/** One hit more, at a constant index. It comes to 0 where the number has gone once around. */
export function counted(k: string, at: number, hits = `${k}h`): string {
  return `++${hits}[${at}]||${k}g(${at})`;
}

/** Where a call is counted, and the hit of the first line: it may be the call's own place. */
export function entryCounts(firstSite: number, { index }: Activation, { activations }: Plan): number[] {
  const { calls } = activations[index]!;
  return firstSite === 0 || firstSite === calls ? [calls] : [calls, firstSite];
}

export function isInitialiser(form: EntryForm): boolean {
  return form === 'initialiser' || form === 'constant';
}
