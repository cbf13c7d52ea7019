/**
 * The code that each step becomes. Nobody but this folder knows what woven code looks like.
 *
 * With the prefix `$k`, an exact weave of `function f(x) { return g(x) }` is
 *
 *     function f(x) {let $kd=$kn(1,1); g(x);
 *       $kp($kd,2);return $ke($kd,x) ;$ke($kd);}
 *
 * and an automatic one, which puts its frame and its open line where a sampler finds them, and calls a probe for all else,
 *
 *     function f(x) {let $kd=$ko[0],$kf;
 *       $kd>=0&&$kd<$km[1]?($ks[++$kd]=1,$kj[$kd]=$kr+1,$ko[0]=$kd,++$kh[1]<<1||$k.g()):$kd=$k.n(1,1); g(x);
 *       $ko[0]===$kd?$ks[$kd]=2:$k.z($kd,2);return ($kf=x,$ko[0]===$kd?$ko[0]=$kd-1:$k.e($kd),$kf);
 *       $ko[0]===$kd?$ko[0]=$kd-1:$k.e($kd)}
 *
 * `$kd` is the depth of the activation, `$ka` the object of one that can be suspended. `$ki` gives the file's probes, which
 * `$k` holds as well (see `rare`). A file binds them as constants, ahead of its first statement: V8 then takes their memory
 * for constant. Where a function may run before its module does, they are variables, which `$ki` binds when the first of
 * them is needed:
 *
 *     function f(x) {let $kd=($kh||$ki(),$kn(1,1)); …
 */
import type { Activation } from '../1-select/select.js';
import type { Action } from '../2-plan/plan.js';
import { constantsText } from './binding-text.js';
import { countingText } from './counting-text.js';
import { timingText } from './timing-text.js';
import { frames, type Vocabulary } from './vocabulary.js';

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
