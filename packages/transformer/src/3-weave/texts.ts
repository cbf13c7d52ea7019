/**
 * The code that each step becomes. The only place that knows what woven code looks like.
 *
 * With the prefix `$k`, an exact weave of `function f(x) { return g(x) }` is
 *
 *     function f(x) {let $kd=$kn(1,1); g(x);
 *       $kp($kd,2);return $ke($kd,x) ;$ke($kd);}
 *
 * and an automatic one, which puts its frame and its open line where a sampler finds them, and calls a probe for all else,
 *
 *     function f(x) {let $kd=$ko[0];
 *       $kd>=0&&$kd<$km[1]?($ks[++$kd]=1,$kj[$kd]=$kr+1,$ko[0]=$kd,++$kh[3]||$kg(3),++$kh[1]||$kg(1)):$kd=$kn(1,1); g(x);
 *       ++$kh[2]||$kg(2),$ko[0]===$kd?$ks[$kd]=2:$kz($kd,2);return $ke($kd,x) ;$ke($kd);}
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
    case 'note-depth':
      return timing === 'off' ? '' : `{let ${k}y=${frames(vocabulary)};`;
    case 'caught-outside':
      return timing === 'off' ? '' : `${k}k(${k}y);`;
    case 'noted':
      return timing === 'off' ? '' : '}';
  }
  if (activation === null) throw new Error(`the step ${action.do} needs an activation`);
  return timing === 'off' ? countingText(action, activation, vocabulary) : timingText(action, activation, vocabulary);
}

type ProbeAction = Exclude<
  Action,
  { do: 'text' | 'label' | 'leave-label' | 'bind' | 'note-depth' | 'caught-outside' | 'noted' }
>;

/** Ahead of all statements. */
function constantsText({ prefix: k }: Vocabulary): string {
  return `const{${PROBES.map((name) => `${name}:${k}${name}`).join()}}=${k}i();`;
}

/** Before the first use of a probe, in a sequence. */
function bindFirst({ prefix: k, binding }: Vocabulary): string {
  return binding === 'ahead' ? '' : `${k}h||${k}i(),`;
}

/** How many there are on the stack. */
function frames({ prefix: k, binding }: Vocabulary): string {
  return binding === 'ahead' ? `${k}o[0]` : `(${k}h||${k}i(),${k}o[0])`;
}

/** One hit more, at a constant index. It comes to 0 where the number has gone once around. */
function counted(k: string, at: number, hits = `${k}h`): string {
  return `++${hits}[${at}]||${k}g(${at})`;
}

/** Where a call is counted, and the hit of the first line: it may be the call's own place. */
function entryCounts(firstSite: number, { index }: Activation, { activations }: Plan): number[] {
  const { calls } = activations[index]!;
  return firstSite === 0 || firstSite === calls ? [calls] : [calls, firstSite];
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
      const counts = entryCounts(action.firstSite, activation, plan).map((at, n) =>
        counted(k, at, n === 0 ? hits : undefined),
      );
      if (isInitialiser(action.form)) return `(${counts.join()},`;
      return `${action.form === 'expression' ? '{' : ''}${counts.join(';')};${action.form === 'expression' ? 'return ' : ''}`;
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

/** Puts a sampled activation on top, on a condition. Counts the call and, like its probe, a hit of the first line. */
function enterText(firstSite: number, activation: Activation, { prefix: k, plan }: Vocabulary): string {
  const self = selfOf(activation, k);
  const { index } = activation;
  // The frame is whole before the sampler is told that it is there.
  const frame = `${k}s[++${self}]=${signed(firstSite, plan)},${k}j[${self}]=${k}r+${index},${k}o[0]=${self}`;
  return `${self}>=0&&${self}<${k}m[${index}]?(${[frame, ...entryCounts(firstSite, activation, plan).map((at) => counted(k, at))].join()})`;
}

/** Takes a sampled activation from the top; what else there may be to do is its probe's. */
function leaveText(self: string, k: string): string {
  return `${k}o[0]===${self}?${k}o[0]=${self}-1:${k}e(${self})`;
}

/** Holds what is returned while the activation ends. */
function resultOf({ level }: Activation, k: string): string {
  return `${k}f${level || ''}`;
}

function timingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan, timing } = vocabulary;
  const suspendable = isSuspendable(activation);
  const self = selfOf(activation, k);
  const probe = (name: string) => k + (suspendable ? name.toUpperCase() : name);
  const publishes = timing === 'auto' && !suspendable && !isLookedUp(activation);
  const end = publishes ? leaveText(self, k) : `${k}e(${self})`;
  switch (action.do) {
    case 'line': {
      const mark = action.as === 'statement' ? ';' : ',';
      const { use, site } = action;
      if (use === 'count') return `${counted(k, site)}${mark}`;
      const isShared = plan.shared.has(site);
      if (!publishes) return `${probe(lineCall(use, isShared))}(${self},${site})${mark}`;
      if (use === 'caught') return `${self}=${k}c(${self},${site})${mark}`;
      const count = use === 'hit' ? `${counted(k, site)},` : '';
      const published = signed(site, plan);
      const [isTop, publish] = [`${k}o[0]===${self}`, `${k}s[${self}]=${published}`];
      if (action.isRound)
        return `${count}${isTop}&&${k}m[${activation.index}]>=0?${publish}:${self}=${k}b(${self},${published})${mark}`;
      return `${count}${isTop}?${publish}:${k}${isShared ? 'v' : 'z'}(${self},${site})${mark}`;
    }
    case 'enter': {
      if (action.form === 'constant') return countingText(action, activation, vocabulary);
      const begin = probe(plan.shared.has(action.firstSite) ? 'u' : 'n');
      const began = `${begin}(${activation.index},${action.firstSite})`;
      const first = bindFirst(vocabulary);
      if (action.form === 'initialiser') return `(${first}${k}e(${began},`;
      const byProbe = first === '' ? began : `(${first}${began})`;
      const open = publishes
        ? `${self}=${frames(vocabulary)},${resultOf(activation, k)};${enterText(action.firstSite, activation, vocabulary)}:${self}=${began};`
        : `${self}=${byProbe};`;
      if (action.form === 'module') return `let ${open}`;
      if (suspendable) return action.form === 'block' ? `let ${open}try{` : `{let ${open}try{return `;
      if (action.form === 'block') return activation.disposes ? `let ${open}try{` : `let ${open}`;
      return `{let ${open}return `;
    }
    case 'leave':
      if (action.form === 'constant') return ')';
      if (action.form === 'initialiser') return '))';
      if (action.form === 'module') return suspendable ? `;${k}F(${self});` : `;${k}e(${self});`;
      if (suspendable) return action.form === 'block' ? `}finally{${k}F(${self})}` : `}finally{${k}F(${self})}}`;
      if (action.form === 'block') return activation.disposes ? `}finally{${k}e(${self})}` : `;${end}`;
      return '}';
    case 'end': {
      if (action.as === 'statement') return `${end};`;
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
      if (publishes && action.what === 'return-plain') return `(${resultOf(activation, k)}=`;
      const name = {
        return: 'e',
        'return-plain': 'e',
        throw: 't',
        suspend: 'S',
        delegate: 'D',
        await: 'R',
        yield: 'Y',
      }[action.what];
      // V8 quotes a call in "… is not iterable" and the like, an optional one it calls an intermediate value, as it
      // does with what was awaited.
      const isResumption = action.what === 'await' || action.what === 'yield';
      return `${k}${name}${isResumption ? '?.' : ''}(${self},`;
    }
    case 'close':
      return publishes && action.what === 'return-plain' ? `,${end},${resultOf(activation, k)})` : ')';
  }
}

/** What probes are without a runtime: they let their value through. */
const IDLE: Readonly<Record<string, string>> = {
  h: '[]',
  m: '[]',
  o: '[]',
  s: '[]',
  j: '[]',
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
