/** What another thread counts, in the memory that it shares: it can still be told when that thread was terminated. */
import { wallNow } from './clock.js';
import type { Profile, TimingMode } from './profile-format.js';
import { type Costs, emptied, type Shared, snapshotOf } from './runtime.js';
import type { CountedFile } from './slots.js';
import type { StackView } from './stack-view.js';
import type { Watched } from './watch.js';

export interface Witness {
  receive(shared: Shared): void;
  /** Null before the thread has shared its stack. */
  watched(): Watched | null;
  /** Whether a line is open, so that nobody knows how long it took a thread that is gone. */
  isInLine(): boolean;
  /** Null before the thread has shared all. `isGone`: the line that was open then ends where it began. */
  snapshot(isGone: boolean): Profile | null;
}

export function makeWitness(timing: TimingMode): Witness {
  const files: CountedFile[] = [];
  const costs: Costs = { probeMs: null, leastProbeMs: null, sampledMs: null };
  let run: Extract<Shared, { kind: 'run' }> | undefined;
  let view: StackView | undefined;
  let kept: readonly CountedFile[] | null = null;

  function receive(shared: Shared): void {
    if (shared.kind === 'run') run = shared;
    else if (shared.kind === 'stack') view = shared;
    else if (shared.kind === 'file') files.push(shared.file);
    else if (shared.kind === 'kept') kept = shared.files;
  }

  const watched = () => (view === undefined ? null : { view, files });
  const isInLine = () => view !== undefined && view.top[0]! > 0;

  function snapshot(isGone: boolean): Profile | null {
    if (run === undefined || view === undefined) return null;
    const { debt } = run;
    const boundary = lastBoundary(view);
    return snapshotOf({
      ...run,
      timing,
      files: kept ?? files,
      view: kept === null ? view : emptied(view),
      costs,
      wallNow: isGone && isInLine() ? () => boundary + debt[0]! : wallNow,
    });
  }

  return { receive, watched, isInLine, snapshot };
}

/** Of the virtual clock, in ms: when the youngest of the open lines began. */
function lastBoundary({ top, stack: { lineStart } }: StackView): number {
  let last = lineStart[1]!;
  for (let depth = 2; depth <= top[0]!; depth++) last = Math.max(last, lineStart[depth]!);
  return last;
}
