/**
 * Arguments: the module of acorn to run, the text to parse, and the form of the probes: `none` where it has none of
 * kernts', `counted` where woven code counts by itself, `published` where it also publishes its lines.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FileDescription, installRuntime, RUNTIME_KEY_TEXT } from '../../packages/runtime/src/index.js';
import { installTestRuntime } from '../../test/support/install-test-runtime.js';
import { type FormName, forms } from './probe-forms.js';

export interface ParseTime {
  /** Of the fastest run: the machine only ever adds. */
  readonly bestMs: number;
  readonly medianMs: number;
}

const [modulePath = '', textPath = '', form = ''] = process.argv.slice(2);
const ROUNDS = form === 'clock' ? 12 : 40;

if (form === 'published') {
  installTestRuntime({ timing: 'auto' });
} else if (form === 'clock' || form === 'counted') {
  installRuntime({ timing: form === 'clock' ? 'exact' : 'off' });
} else if (form in forms) {
  const open = (description: FileDescription) => forms[form as FormName](description);
  Object.defineProperty(globalThis, Symbol.for(RUNTIME_KEY_TEXT), { value: { open } });
}

const { parse } = createRequire(import.meta.url)(modulePath) as {
  parse(text: string, options: { ecmaVersion: 'latest' }): { end: number };
};
const text = readFileSync(textPath, 'utf8');
const times: number[] = [];
let kept = 0;
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  kept += parse(text, { ecmaVersion: 'latest' }).end;
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);

const answer: ParseTime = { bestMs: times[0] ?? 0, medianMs: times[times.length >> 1] ?? 0 };
console.log(kept);
console.log(JSON.stringify(answer));
