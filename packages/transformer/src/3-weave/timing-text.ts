/** What is woven where lines are timed, by the clock or as it suits them. */
import type { Activation } from '../1-select/select.js';
import type { LineUse, Plan } from '../2-plan/plan.js';
import { countingText } from './counting-text.js';
import { counted, countedEntry, frames, type ProbeAction, rare, type Vocabulary } from './vocabulary.js';

function isSuspendable(activation: Activation): boolean {
  return activation.kind !== 'sync';
}

function lineCall(use: Exclude<LineUse, 'count'>, isShared: boolean): string {
  if (use === 'hit') return isShared ? 'w' : 'p';
  if (use === 'resume') return isShared ? 'v' : 'z';
  return 'c';
}

/** Before the first use of a probe, in a sequence. */
function bindFirst({ prefix: k, binding }: Vocabulary): string {
  return binding === 'ahead' ? '' : `${k}h||${k}i(),`;
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
function enterText(firstSite: number, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan } = vocabulary;
  const self = selfOf(activation, k);
  const { index } = activation;
  // The frame is whole before the sampler is told that it is there.
  const frame = `${k}s[++${self}]=${signed(firstSite, plan)},${k}j[${self}]=${k}r+${index},${k}o[0]=${self}`;
  return `${self}>=0&&${self}<${k}m[${index}]?(${[frame, ...countedEntry(firstSite, activation, vocabulary)].join()})`;
}

/** Takes a sampled activation from the top; what else there may be to do is its probe's. */
function leaveText(self: string, k: string): string {
  return `${k}o[0]===${self}?${k}o[0]=${self}-1:${rare('e', k)}(${self})`;
}

/** Holds what is returned while the activation ends. */
function resultOf({ level }: Activation, k: string): string {
  return `${k}f${level || ''}`;
}

export function timingText(action: ProbeAction, activation: Activation, vocabulary: Vocabulary): string {
  const { prefix: k, plan, timing, followers } = vocabulary;
  const suspendable = isSuspendable(activation);
  const self = selfOf(activation, k);
  const probe = (name: string) => k + (suspendable ? name.toUpperCase() : name);
  const publishes = timing === 'auto' && !suspendable && !isLookedUp(activation);
  const end = publishes ? leaveText(self, k) : `${k}e(${self})`;
  switch (action.do) {
    case 'line': {
      const mark = action.as === 'statement' ? ';' : ',';
      const { use, site } = action;
      if (use === 'count') return `${counted(site, vocabulary)}${mark}`;
      const isShared = plan.shared.has(site);
      if (!publishes) return `${probe(lineCall(use, isShared))}(${self},${site})${mark}`;
      if (use === 'caught') return `${self}=${k}c(${self},${site})${mark}`;
      const count = use === 'hit' && !followers.has(site) ? `${counted(site, vocabulary)},` : '';
      const published = signed(site, plan);
      const isTop = action.comes === 'quietly' ? `${self}>0` : `${k}o[0]===${self}`;
      const publish = `${k}s[${self}]=${published}`;
      if (action.comes === 'each-round')
        return `${count}${isTop}&&${k}m[${activation.index}]>=0?${publish}:${self}=${rare('b', k)}(${self},${published})${mark}`;
      return `${count}${isTop}?${publish}:${rare(isShared ? 'v' : 'z', k)}(${self},${site})${mark}`;
    }
    case 'enter': {
      if (action.form === 'constant') return countingText(action, activation, vocabulary);
      const begin = plan.shared.has(action.firstSite) ? 'u' : 'n';
      const given = `(${activation.index},${action.firstSite})`;
      const began = `${probe(begin)}${given}`;
      const first = bindFirst(vocabulary);
      if (action.form === 'initialiser') return `(${first}${k}e(${began},`;
      const byProbe = first === '' ? began : `(${first}${began})`;
      const open = publishes
        ? `${self}=${frames(vocabulary)},${resultOf(activation, k)};${enterText(action.firstSite, activation, vocabulary)}:${self}=${rare(begin, k)}${given};`
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
