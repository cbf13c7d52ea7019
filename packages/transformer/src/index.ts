export { mayBeSelected } from './1-select/select.js';
export type { Insertion } from './3-weave/weave.js';
export { applyInsertions, takeOut } from './3-weave/weave.js';
export { type Diagnostic, SyntaxProblem } from './diagnostics.js';
export { type InstrumentResult, instrument } from './instrument.js';
export type { Binding, FileSelection, InstrumentOptions } from './options.js';
