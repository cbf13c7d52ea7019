/**
 * The code that each step becomes. The only place that knows what woven code looks like.
 *
 * With the prefix `$k`, an exact weave of `function f(x) { return g(x) }` is
 *
 *     function f(x) {let $kd=$kn(1,1); g(x);
 *       $kp($kd,2);return $ke($kd,x) ;$ke($kd);}
 *
 * and an automatic one, which stores the open line where a sampler finds it, and calls a probe for all else,
 *
 *     function f(x) {let $kd=$km[1]===1&&$kf(1,1)||$kn(1,1); g(x);
 *       ++$kh[2]||$kg(2),$kd>0?$ks[$kd]=2:$kz($kd,2);return $ke($kd,x) ;$ke($kd);}
 *
 * `$kd` is the depth of the activation, `$ka` the object of one that can be suspended. `$ki` gives the file's probes. A
 * file binds them as constants, ahead of its first statement: V8 then takes their memory for constant. Where a function
 * may run before its module does, they are variables, which `$ki` binds when the first of them is needed:
 *
 *     function f(x) {let $kd=($kh||$ki(),$kn(1,1)); …
 */
import { type FileDescription, type Probes, RUNTIME_KEY_TEXT, type TimingMode } from '@kernts/runtime/probe-abi';
import type { Activation } from '../1-select/select.js';
import type { Action, EntryForm, LineUse, Plan } from '../2-plan/plan.js';
import type { Binding } from '../options.js';

export interface Vocabulary {
  readonly timing: TimingMode;
  /** Begins every injected name; occurs nowhere in the source. */
  readonly prefix: string;
  readonly plan: Plan;
  readonly binding: Binding;
}

/** Compiles only while it names every probe of the contract. */
const PROBE_SET: Readonly<Record<keyof Probes, true>> = {
  h: true,
  g: true,
  m: true,
  s: true,
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
  f: true,
  b: true,
  y: true,
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
    case 'bind':
      return vocabulary.binding === 'ahead' ? constantsText(vocabulary) : '';
  }
  if (activation === null) throw new Error(`the step ${action.do} needs an activation`);
  return timing === 'off' ? countingText(action, activation, vocabulary) : timingText(action, activation, vocabulary);
}

type ProbeAction = Exclude<Action, { do: 'text' | 'label' | 'leave-label' | 'bind' }>;

/** Ahead of all statements. */
function constantsText({ prefix: k }: Vocabulary): string {
  return `const{${PROBES.map((name) => `${name}:${k}${name}`).join()}}=${k}i();`;
}

/** Before the first use of a probe, in a sequence. */
function bindFirst({ prefix: k, binding }: Vocabulary): string {
  return binding === 'ahead' ? '' : `${k}h||${k}i(),`;
}

/** One hit more, at a constant index. It comes to 0 where the number has gone once around. */
function counted(k: string, at: number, hits = `${k}h`): string {
  return `++${hits}[${at}]||${k}g(${at})`;
}

/** Hits only: array elements with constant indices. */
function countingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan } = vocabulary;
  switch (action.do) {
    case 'line':
      if (action.use === 'resume') return '';
      return `${counted(k, action.site)}${action.as === 'statement' ? ';' : ','}`;
    case 'enter': {
      const hits = vocabulary.binding === 'ahead' ? `${k}h` : `(${k}h||${k}i())`;
      const calls = counted(k, plan.sites.line.length + activation.index, hits);
      const first = counted(k, action.firstSite);
      if (isInitialiser(action.form)) return `(${calls},${first},`;
      if (action.form === 'expression') return `{${calls};${first};return `;
      return action.firstSite === 0 ? `${calls};` : `${calls};${first};`;
    }
    case 'leave':
      if (isInitialiser(action.form)) return ')';
      return action.form === 'expression' ? '}' : '';
    case 'link':
      return `...(${counted(k, action.site)},[])`;
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

/** An initialiser has no place for a local. */
function isLookedUp({ form }: Activation): boolean {
  return form === 'field' || form === 'static-field' || form === 'default';
}

/** What a probe hands over for its activation. */
function selfOf(activation: Activation, k: string): string {
  const { kind, index, level } = activation;
  if (isLookedUp(activation)) return `${k}x(${index})`;
  return `${k}${kind === 'sync' ? 'd' : 'a'}${level || ''}`;
}

function timingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan, timing } = vocabulary;
  const suspendable = isSuspendable(activation);
  const self = selfOf(activation, k);
  const probe = (name: string) => k + (suspendable ? name.toUpperCase() : name);
  const publishes = timing === 'auto' && !suspendable && !isLookedUp(activation);
  switch (action.do) {
    case 'line': {
      const end = action.as === 'statement' ? ';' : ',';
      const { use, site } = action;
      if (use === 'count') return `${counted(k, site)}${end}`;
      const isShared = plan.shared.has(site);
      if (!publishes) return `${probe(lineCall(use, isShared))}(${self},${site})${end}`;
      if (use === 'caught') return `${self}=${k}c(${self},${site})${end}`;
      const count = use === 'hit' ? `${counted(k, site)},` : '';
      const published = signed(site, plan);
      if (action.isRound)
        return `${count}${self}=${self}>0?${k}b(${self},${published}):${k}y(${self},${published})${end}`;
      const byCall = `${k}${isShared ? 'v' : 'z'}(${self},${site})`;
      return `${count}${self}>0?${k}s[${self}]=${published}:${byCall}${end}`;
    }
    case 'enter': {
      if (action.form === 'constant') return countingText(action, activation, vocabulary);
      const begin = probe(plan.shared.has(action.firstSite) ? 'u' : 'n');
      const byClock = `${begin}(${activation.index},${action.firstSite})`;
      const sampled = `${k}f(${activation.index},${signed(action.firstSite, plan)})`;
      const began =
        timing === 'auto' && !suspendable ? `${k}m[${activation.index}]===1&&${sampled}||${byClock}` : byClock;
      const first = bindFirst(vocabulary);
      if (action.form === 'initialiser') return `(${first}${k}e(${began},`;
      const open = first === '' ? `${self}=${began};` : `${self}=(${first}${began});`;
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
    case 'end': {
      if (action.as === 'statement') return `${k}e(${self});`;
      // It may go on: then the next line has to tell the runtime.
      const goesOn = publishes ? `${self}>0&&(${self}=-${self});` : '';
      return `;${goesOn}${k}e(${self})`;
    }
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
const IDLE: Readonly<Record<string, string>> = {
  h: '[]',
  m: '[]',
  s: '[]',
  l: '()=>[]',
  L: '()=>[]',
  q: '(a,b,c)=>c',
  Q: '(a,b,c)=>c',
};

/**
 * Appended to the file: what binds the probes. The file may call its own things `globalThis` and `Symbol`, so the
 * runtime is looked for on a constructor that has no name, first.
 */
export function bindingText(description: FileDescription, { prefix: k, binding }: Vocabulary): string {
  const idle = `{${PROBES.map((name) => `${name}:${IDLE[name] ?? 'i'}`).join()}}`;
  const key = JSON.stringify(RUNTIME_KEY_TEXT);
  const runtime = `try{r=(function*(){}).constructor[${key}]||globalThis[Symbol.for(${key})]}catch{}`;
  // With a name, the function would need what tsx puts into a file to keep names, and may run before that is there.
  const find = `var i=[(a,b)=>b][0],r;${runtime}`;
  const probes = `r?r.open(${JSON.stringify(description)}):${idle}`;
  if (binding === 'ahead') return `\nfunction ${k}i(){${find}return ${probes}}\n`;
  const names = PROBES.map((name) => k + name).join();
  const bind = PROBES.map((name) => `${k}${name}=q.${name}`).join(';');
  return `\nvar ${names};function ${k}i(){${find}var q=${probes};${bind};return ${k}h}\n`;
}
