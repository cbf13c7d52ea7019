export { offerRuntimeOnDemand } from './meeting-place.js';
export * from './probe-abi.js';
export * from './profile-format.js';
export { installRuntime, type Runtime, type RuntimeOptions } from './runtime.js';
export { type Scribe, type ScribeOptions, type ScribeOrder, type ScribeTask, startScribe } from './scribe.js';
export { runScribe } from './scribe-thread.js';
export { type WriteAtExitOptions, writeAtExit } from './write-at-exit.js';
