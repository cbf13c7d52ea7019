/** How woven code gets its probes. */
import { type FileDescription, RUNTIME_KEY_TEXT } from '@kernts/runtime/probe-abi';
import { PROBES, type Vocabulary } from './vocabulary.js';

/** Ahead of all statements. */
export function constantsText({ prefix: k }: Vocabulary): string {
  return `const ${k}=${k}i(),{${PROBES.map((name) => `${name}:${k}${name}`).join()}}=${k};`;
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
  const bind = PROBES.map((name) => `${k}${name}=${k}.${name}`).join(';');
  return `\nvar ${k},${names};function ${k}i(){${find}${k}=${probes};${bind};return ${k}h}\n`;
}
