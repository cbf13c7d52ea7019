/** The runtime of one JavaScript realm: answers woven files and tells what they counted. */
import { makeAllProbes } from './all-probes.js';
import { type BlockProbe, makeBlockProbe } from './block.js';
import { measureLeastProbeCost, measureProbeCost, measureReadingCost, measureSampledCost } from './calibrate.js';
import { debt, wallNow } from './clock.js';
import { looks } from './looks.js';
import { offeredRuntime, offerRuntime } from './meeting-place.js';
import type { FileDescription, ProbeSource, Probes } from './probe-abi.js';
import type { Profile, TimingMode } from './profile-format.js';
import { makeRewinding } from './rewind.js';
import { awaitSampler, sampler, samplesSeen } from './sampling.js';
import { type CountedFile, type FileSlots, makeSlots } from './slots.js';
import { boundProbeCost, takeSnapshot } from './snapshot.js';
import { onGrowth, published, stack, top } from './stack.js';
import type { StackView } from './stack-view.js';

export interface RuntimeOptions {
  /** `off` counts hits and reads no clock; `auto` samples functions whose lines are short, where a sampler is started. */
  readonly timing: TimingMode;
}

export interface Runtime extends ProbeSource {
  readonly timing: RuntimeOptions['timing'];
  /** Whether any woven file was loaded. */
  readonly isUsed: boolean;
  /** The profile so far; sources are null. The program goes on undisturbed. */
  snapshot(): Profile;
  /** What runs from now on does not count, until `resume`. */
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
  /** Forgets what was counted so far. */
  reset(): void;
  /** For a stretch of the program, which its description has as one function with one site. */
  openBlock(description: FileDescription): BlockProbe;
  /** Hands out memory that another thread can take snapshots from, now and whenever some is added. */
  share(receive: (shared: Shared) => void): void;
}

/** Sent from the profiled thread to one that watches it. */
export type Shared =
  | {
      readonly kind: 'run';
      readonly command: readonly string[];
      readonly debt: Float64Array;
      readonly startedAt: string;
      readonly startMs: number;
    }
  /** Look at the stack from now on, and say so in `sampler`. */
  | { readonly kind: 'sample' }
  /** There is nothing left to do. */
  | { readonly kind: 'over' }
  | ({ readonly kind: 'stack' } & StackView)
  | { readonly kind: 'file'; readonly file: CountedFile }
  /** What stands for all files while counting is paused; null: it goes on. */
  | { readonly kind: 'kept'; readonly files: readonly CountedFile[] | null };

/** Readings: of fewer, V8 has optimised none, and all that could be subtracted wrongly is less than the measuring takes. */
const WORTH_MEASURING = 1_000;

function stackView(): StackView {
  const { capacity, detachables, ...view } = stack;
  return { top, stack: view, published, seen: samplesSeen, looks, sampler };
}

function createRuntime({ timing }: RuntimeOptions): Runtime {
  const files: FileSlots[] = [];
  const startedAt = new Date().toISOString();
  const startMs = wallNow();
  const command = process.argv.slice(1);
  const costs: Costs = { probeMs: null, leastProbeMs: null, sampledMs: null };
  let tell: (shared: Shared) => void = () => {};

  const tellKept = () => tell({ kind: 'kept', files: kept() });
  const { kept, ...rewinding } = makeRewinding(files, stackView, tellKept);

  function addFile(description: FileDescription): FileSlots {
    if (timing !== 'off' && debt[1] === 0) debt[1] = measureReadingCost();
    const slots = makeSlots(description);
    files.push(slots);
    tell({ kind: 'file', file: slots.counted });
    return slots;
  }

  function open(description: FileDescription): Probes {
    const slots = addFile(description);
    if (timing === 'auto') awaitSampler();
    return makeAllProbes(slots);
  }

  function share(receive: (shared: Shared) => void): void {
    const before = tell;
    tell = (shared) => {
      before(shared);
      receive(shared);
    };
    const shareStack = () => receive({ kind: 'stack', ...stackView() });
    onGrowth(shareStack);
    receive({ kind: 'run', command, debt, startedAt, startMs });
    shareStack();
    for (const slots of files) receive({ kind: 'file', file: slots.counted });
    if (kept() !== null) tellKept();
  }

  function snapshot(): Profile {
    const view = kept() === null ? stackView() : emptied(stackView());
    const counted = kept() ?? files;
    return snapshotOf({ timing, files: counted, view, command, debt, startedAt, startMs, wallNow, costs });
  }

  return {
    timing,
    get isUsed() {
      return files.length > 0;
    },
    get isPaused() {
      return kept() !== null;
    },
    ...rewinding,
    openBlock: (description) => makeBlockProbe(addFile(description), timing !== 'off'),
    open,
    share,
    snapshot,
  };
}

/** No line is open where nothing counts. */
export function emptied(view: StackView): StackView {
  return { ...view, top: new Int32Array(1) };
}

/** What probes were measured to cost, in ms, by the thread that takes snapshots; null before its first one. */
export interface Costs {
  probeMs: number | null;
  leastProbeMs: number | null;
  sampledMs: number | null;
}

/** A snapshot by whoever has the shared memory: the profiled thread itself or one that watches it. */
export function snapshotOf(run: {
  readonly timing: RuntimeOptions['timing'];
  readonly files: readonly CountedFile[];
  readonly view: StackView;
  /** Of the profiled thread, as in `ThreadShare.command`. */
  readonly command: readonly string[];
  readonly debt: Float64Array;
  readonly startedAt: string;
  readonly startMs: number;
  /** The profiled thread's wall clock, in ms. */
  readonly wallNow: () => number;
  readonly costs: Costs;
}): Profile {
  const { timing, files, view, command, debt, startedAt, startMs, wallNow, costs } = run;
  // First, because the profiled thread may go on meanwhile: what follows is read close together.
  const isWorthIt = debt[2]! >= WORTH_MEASURING;
  const measured = isWorthIt ? (costs.probeMs ??= measureProbeCost(timing)) : debt[1]!;
  const least = isWorthIt && timing === 'exact' ? (costs.leastProbeMs ??= measureLeastProbeCost()) : null;
  const samples = view.seen[0]!;
  const sampledCostMs = samples > 0 ? (costs.sampledMs ??= measureSampledCost()) : 0;
  const [owed, subtractedMs, readings] = [debt[0]!, debt[1]!, debt[2]!];
  const wall = wallNow();
  const probeCostMs = boundProbeCost(files, subtractedMs, measured);
  return takeSnapshot(
    { view, files, time: wall - owed, readings, subtractedMs, probeCostMs },
    {
      command,
      node: process.version,
      startedAt,
      wallNs: Math.round((wall - startMs) * 1e6),
      timing: {
        mode: timing,
        probeCostNs: tenths(probeCostMs),
        readings,
        ...(least !== null && { probeErrorNs: tenths(Math.max(0, probeCostMs - least)) }),
        ...(timing === 'auto' && { samples, sampledProbeCostNs: tenths(sampledCostMs) }),
      },
    },
  );
}

/** Milliseconds as nanoseconds with one decimal place. */
function tenths(ms: number): number {
  return Math.round(ms * 1e7) / 10;
}

/** Makes the runtime known to woven files. A second call in the same realm returns the first one's runtime. */
export function installRuntime(options: RuntimeOptions): Runtime {
  const existing = offeredRuntime() as Runtime | undefined;
  if (existing !== undefined) return existing;
  const runtime = createRuntime(options);
  offerRuntime(runtime);
  return runtime;
}
