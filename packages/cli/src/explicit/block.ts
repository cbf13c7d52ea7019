/** Stretches of the program that have a name: `using _ = profile.block('parse')`. */
import type { BlockProbe, FileDescription, Runtime } from '@kernts/runtime';
import { sha256 } from '../launch/hook/sha256.js';
import { callSite } from './call-site.js';

export interface Block {
  /** Once; what comes later does nothing. */
  end(): void;
  [Symbol.dispose](): void;
}

const nothing = () => {};
export const UNTIMED: Block = Object.freeze({ end: nothing, [Symbol.dispose]: nothing });

/** A block is known by its name and stands where it was first begun: telling where costs too much to do it each time. */
const known = new Map<string, BlockProbe>();

export function beginBlock(runtime: Runtime, name: string): Block {
  let probe = known.get(name);
  if (probe === undefined) {
    probe = runtime.openBlock(describe(name));
    known.set(name, probe);
  }
  const { begin, end: finish } = probe;
  let isOpen = true;
  const begunAt = begin();
  const end = () => {
    if (isOpen) finish(begunAt);
    isOpen = false;
  };
  return { end, [Symbol.dispose]: end };
}

function describe(name: string): FileDescription {
  const { path, line, column, source } = callSite();
  return {
    path,
    sha256: source === null ? '' : sha256(source),
    functions: [{ name: `[${name}]`, markLine: null, line, endLine: line }],
    activations: [
      { fn: 0, own: true, calls: 0 },
      { fn: 0, own: true, calls: 1 },
    ],
    sites: { line: [0, line], column: [0, column], fn: [0, 0] },
  };
}
