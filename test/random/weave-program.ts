/** A random program in all the forms in which it is run. */
import type { TimingMode } from '@kernts/runtime';
import { type InstrumentResult, instrument } from '@kernts/transformer';
import tsBlankSpace from 'ts-blank-space';
import { instrumented } from '../support/istanbul-coverage.js';
import type { Order } from './orders.js';
import type { RandomProgram } from './program.js';

export interface Woven {
  readonly name: string;
  readonly program: RandomProgram;
  readonly auto: InstrumentResult;
  readonly exact: InstrumentResult;
  readonly off: InstrumentResult;
  readonly order: Order;
}

export function wovenName(form: TimingMode, name: string, { file }: RandomProgram): string {
  return `/${form}/${name}/${file}`;
}

/** Types are blanked out, so nothing moves. */
function javaScript({ options }: RandomProgram, code: string): string {
  if (!options.isTypeScript) return code;
  return tsBlankSpace(code, (node) => {
    throw new Error(`not erasable: ${node.getText()}`);
  });
}

export function weaveProgram(name: string, program: RandomProgram): Woven {
  const weave = (timing: TimingMode) =>
    instrument(program.source, { filename: wovenName(timing, name, program), timing });
  const [auto, exact, off] = [weave('auto'), weave('exact'), weave('off')];
  const file = program.options.isModule ? 'input.mjs' : 'input.cjs';
  const plain = javaScript(program, program.source);
  const order: Order = {
    name,
    file,
    codes: {
      plain,
      istanbul: program.options.hasUsing ? null : instrumented({ name, file, code: plain }).code,
      auto: javaScript(program, auto.code),
      exact: javaScript(program, exact.code),
      off: javaScript(program, off.code),
    },
  };
  return { name, program, auto, exact, off, order };
}
