export { offerRuntimeOnDemand } from './meeting-place.js';
export * from './probe-abi.js';
export * from './profile-format.js';
export { installRuntime, type Runtime, type RuntimeOptions } from './runtime.js';
export { isScribe, runScribe, type Scribe, type ScribeOptions, startScribe } from './scribe.js';
export { type WriteAtExitOptions, writeAtExit } from './write-at-exit.js';
