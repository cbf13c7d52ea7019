export type { BlockProbe } from './block.js';
export { isLeaving } from './last-moment.js';
export { offerRuntimeOnDemand } from './meeting-place.js';
export * from './probe-abi.js';
export * from './profile-format.js';
export { installRuntime, type Runtime, type RuntimeOptions, type Shared } from './runtime.js';
export {
  type Scribe,
  type ScribeOptions,
  type ScribeOrder,
  type ScribeTask,
  startScribe,
  type ThreadNews,
} from './scribe.js';
export { runScribe } from './scribe-thread.js';
export { listenUnseen } from './unseen-listeners.js';
export { makeWitness, type Witness } from './witness.js';
export { afterEnd, atEnd, leaveSignals, type WriteAtExitOptions, writeAtExit } from './write-at-exit.js';
export { writeWhole } from './write-whole.js';
