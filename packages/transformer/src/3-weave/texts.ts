/**
 * The code that each step becomes. The only place that knows what woven code looks like.
 *
 * With the prefix `$k`, an exact weave of `function f(x) { return g(x) }` is
 *
 *     function f(x) {let $kd=($kh||$ki(),$kn(1,1)); return $ke($kd,g(x)) ;$ke($kd);}
 *
 * `$kd` is the depth of the activation, `$ka` the object of one that can be suspended, `$ki` binds the file's probes
 * when the first of them is needed: it is hoisted, so a function that runs before its module does finds it as well.
 */
import { type FileDescription, type Probes, RUNTIME_KEY_TEXT } from '@kernts/runtime/probe-abi';
import type { Activation } from '../1-select/select.js';
import type { Action, EntryForm, LineUse, Plan } from '../2-plan/plan.js';

export interface Vocabulary {
  readonly timing: 'exact' | 'off';
  /** Begins every injected name; occurs nowhere in the source. */
  readonly prefix: string;
  readonly plan: Plan;
}

/** Compiles only while it names every probe of the contract. */
const PROBE_SET: Readonly<Record<keyof Probes, true>> = {
  h: true,
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
const PROBES = Object.keys(PROBE_SET);

/** Names may be spelled with escapes: `\u0024k` is `$k`. */
const ESCAPE = /\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))/gi;

/** A name that the source does not contain, so that nothing of the user's can be meant by it. */
export function freePrefix(source: string): string {
  const names = source.replace(ESCAPE, (spelled, braced: string | undefined, plain: string | undefined) => {
    const codePoint = Number.parseInt(braced ?? plain ?? '', 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : spelled;
  });
  let prefix = '$k';
  for (let n = 0; names.includes(prefix); n++) prefix = `$k${n}_`;
  return prefix;
}

function isSuspendable(activation: Activation): boolean {
  return activation.kind !== 'sync';
}

function lineCall(use: Exclude<LineUse, 'count'>, isShared: boolean): string {
  if (use === 'hit') return isShared ? 'w' : 'p';
  if (use === 'resume') return isShared ? 'v' : 'z';
  return 'c';
}

export function textOf(action: Action, activation: Activation | null, vocabulary: Vocabulary): string {
  const { timing, prefix: k } = vocabulary;
  switch (action.do) {
    case 'text':
      return action.text;
    case 'label':
      return `${k}${action.label}:{`;
    case 'leave-label':
      return `break ${k}${action.label};`;
  }
  if (activation === null) throw new Error(`the step ${action.do} needs an activation`);
  return timing === 'off' ? countingText(action, activation, vocabulary) : timingText(action, activation, vocabulary);
}

type ProbeAction = Exclude<Action, { do: 'text' | 'label' | 'leave-label' }>;

/** Hits only: array elements with constant indices. */
function countingText(action: ProbeAction, activation: Activation, { prefix: k, plan }: Vocabulary): string {
  switch (action.do) {
    case 'line':
      if (action.use === 'resume') return '';
      return action.as === 'statement' ? `${k}h[${action.site}]++;` : `${k}h[${action.site}]++,`;
    case 'enter': {
      const calls = `(${k}h||${k}i())[${plan.sites.line.length + activation.index}]++`;
      const first = `${k}h[${action.firstSite}]++`;
      if (isInitialiser(action.form)) return `(${calls},${first},`;
      if (action.form === 'expression') return `{${calls};${first};return `;
      return action.firstSite === 0 ? `${calls};` : `${calls};${first};`;
    }
    case 'leave':
      if (isInitialiser(action.form)) return ')';
      return action.form === 'expression' ? '}' : '';
    case 'link':
      return `...(${k}h[${action.site}]++,[])`;
    default:
      return '';
  }
}

function isInitialiser(form: EntryForm): boolean {
  return form === 'initialiser' || form === 'constant';
}

/** Negative where the line may be open in an enclosing function of the same listing. */
function signed(site: number, plan: Plan): number {
  return plan.shared.has(site) ? -site : site;
}

/** What a probe hands over for its activation. An initialiser has no place for a local: the runtime looks it up. */
function selfOf({ kind, form, index, level }: Activation, k: string): string {
  if (form === 'field' || form === 'static-field' || form === 'default') return `${k}x(${index})`;
  return `${k}${kind === 'sync' ? 'd' : 'a'}${level || ''}`;
}

function timingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan } = vocabulary;
  const suspendable = isSuspendable(activation);
  const self = selfOf(activation, k);
  const probe = (name: string) => k + (suspendable ? name.toUpperCase() : name);
  switch (action.do) {
    case 'line': {
      const end = action.as === 'statement' ? ';' : ',';
      if (action.use === 'count') return `${k}h[${action.site}]++${end}`;
      return `${probe(lineCall(action.use, plan.shared.has(action.site)))}(${self},${action.site})${end}`;
    }
    case 'enter': {
      if (action.form === 'constant') return countingText(action, activation, vocabulary);
      const begin = probe(plan.shared.has(action.firstSite) ? 'u' : 'n');
      const began = `${begin}(${activation.index},${action.firstSite})`;
      if (action.form === 'initialiser') return `(${k}h||${k}i(),${k}e(${began},`;
      const open = `${self}=(${k}h||${k}i(),${began});`;
      if (action.form === 'module') return `let ${open}`;
      if (suspendable) return action.form === 'block' ? `let ${open}try{` : `{let ${open}try{return `;
      if (action.form === 'block') return activation.disposes ? `let ${open}try{` : `let ${open}`;
      return `{let ${open}return ${k}e(${self},`;
    }
    case 'leave':
      if (action.form === 'constant') return ')';
      if (action.form === 'initialiser') return '))';
      if (action.form === 'module') return suspendable ? `;${k}F(${self});` : `;${k}e(${self});`;
      if (suspendable) return action.form === 'block' ? `}finally{${k}F(${self})}` : `}finally{${k}F(${self})}}`;
      if (action.form === 'block') return activation.disposes ? `}finally{${k}e(${self})}` : `;${k}e(${self})`;
      return ')}';
    case 'end':
      return action.as === 'statement' ? `${k}e(${self});` : `;${k}e(${self})`;
    case 'link':
      return `...${probe('l')}(${self},${signed(action.site, plan)})`;
    case 'come-back':
      return `${probe('q')}(${self},${signed(action.site, plan)},`;
    case 'came-back':
      return ')';
    case 'suspend':
      return `${k}S(${self});`;
    case 'pass-through': {
      const name = { return: 'e', throw: 't', suspend: 'S', delegate: 'D', await: 'R', yield: 'Y' }[action.what];
      // V8 quotes a call in "… is not iterable" and the like, an optional one it calls an intermediate value, as it
      // does with what was awaited.
      const isResumption = action.what === 'await' || action.what === 'yield';
      return `${k}${name}${isResumption ? '?.' : ''}(${self},`;
    }
    case 'close':
      return ')';
  }
}

/** What probes are without a runtime: they let their value through. */
const IDLE: Readonly<Record<string, string>> = { l: '()=>[]', q: '(a,b,c)=>c' };

/**
 * Appended to the file: what binds the probes. The file may call its own things `globalThis` and `Symbol`, so the
 * runtime is looked for on a constructor that has no name, first.
 */
export function bindingText(description: FileDescription, { prefix: k }: Vocabulary): string {
  const names = PROBES.map((name) => k + name).join();
  const bind = PROBES.map((name) => `${k}${name}=q.${name}`).join(';');
  const idle = `{h:[],${PROBES.slice(1)
    .map((name) => `${name}:${IDLE[name.toLowerCase()] ?? 'i'}`)
    .join()}}`;
  const key = JSON.stringify(RUNTIME_KEY_TEXT);
  const runtime = `try{r=(function*(){}).constructor[${key}]||globalThis[Symbol.for(${key})]}catch{}`;
  return (
    `\nvar ${names};function ${k}i(){function i(a,b){return b}var r;${runtime}` +
    `var q=r?r.open(${JSON.stringify(description)}):${idle};${bind};return ${k}h}\n`
  );
}
