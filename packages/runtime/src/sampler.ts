/**
 * Looks at the profiled thread's shadow stack, from another thread, and gives the time since it last looked to the
 * lines that are open. It reads while the other writes: a frame that is just being put there can be taken for the one
 * before it, which happens as rarely as it is short.
 */
import { type Candidates, makeModeChooser } from './choose-modes.js';
import { type Doubts, makeDoubts, type Pace } from './doubts.js';
import { type CountedFile, fileWithEntry } from './slots.js';
import { PUBLISHED_CAPACITY } from './stack.js';
import type { StackView } from './stack-view.js';

interface WatchedFile {
  readonly file: CountedFile;
  readonly firstEntry: number;
  readonly functionOf: Int32Array;
  readonly lines: Int32Array;
  readonly candidates: Candidates;
  readonly doubts: Doubts;
  /** Per function: the look that last saw it timed by the clock, or sampled. */
  readonly clockedAt: Float64Array;
  readonly sampledAt: Float64Array;
}

/** A line that looks find open at one depth, without a new hit in between. */
interface Stay {
  file: number;
  site: number;
  hits: number;
  look: number;
  time: number;
}

/** No activation has this number. */
const DEAD = -1;

/** What a look found out of step: nothing is booked, and the next look gets this one's time as well. */
export const UNKNOWN_FILE = -1;

export interface Sampler {
  /** Files come in the order in which they were opened, more and more of them. */
  learn(files: readonly CountedFile[]): void;
  /** Gives `elapsedMs` to the lines that are open now and sampled. Returns how many frames there are. */
  look(view: StackView, elapsedMs: number): number;
}

type Published = StackView['published'];

/** How often a look begins again because the program has called or returned meanwhile. */
const MOST_READS = 4;

/**
 * Copies the frames, the topmost first, before anything is made of them: whatever is read later belongs to another
 * moment, and the first line of a callee would lose that time to the line that calls. Returns how many there are.
 */
function readFrames({ top, published: { entry, site } }: StackView, still: Published): number {
  for (let reads = 1; ; reads++) {
    const frames = Math.max(0, top[0]!);
    for (let depth = frames; depth >= 0; depth--) {
      still.site[depth] = site[depth]!;
      still.entry[depth] = entry[depth]!;
    }
    if (Math.max(0, top[0]!) === frames || reads === MOST_READS) return frames;
  }
}

export function makeSampler(): Sampler {
  const still: Published = {
    entry: new Int32Array(PUBLISHED_CAPACITY),
    site: new Int32Array(PUBLISHED_CAPACITY),
  };
  const byIndex: (WatchedFile | undefined)[] = [];
  const inOrder: WatchedFile[] = [];
  const chooser = makeModeChooser();
  const pace: Pace = { nextQuestion: 0 };
  let looks = 0;
  /** By depth: the line that the last look found there, the hits that it had, and how long it has been there since. */
  const stays: Stay[] = [];

  function learn(files: readonly CountedFile[]): void {
    while (inOrder.length < files.length) {
      const file = files[inOrder.length]!;
      const { activations, functions, sites } = file.description;
      const functionOf = Int32Array.from(activations, ({ fn }) => fn);
      const watched: WatchedFile = {
        file,
        firstEntry: file.firstEntry,
        functionOf,
        lines: Int32Array.from(sites.line),
        candidates: chooser.add(file, functionOf),
        doubts: makeDoubts(file, pace),
        clockedAt: new Float64Array(functions.length),
        sampledAt: new Float64Array(functions.length),
      };
      byIndex[file.index] = watched;
      inOrder.push(watched);
    }
  }

  function fileOfEntry(entry: number): WatchedFile | undefined {
    const found = fileWithEntry(inOrder, entry);
    return found !== undefined && entry < found.firstEntry + found.functionOf.length ? found : undefined;
  }

  /** Number of the activation, 0 for a frame by the clock, negative for a dead one. */
  function entryAt({ published, stack }: StackView, depth: number): number {
    const entry = published.entry[depth] ?? 0;
    return entry === 0 && stack.owner[depth] === -1 ? DEAD : entry;
  }

  function functionAt({ file, functionOf }: WatchedFile, view: StackView, depth: number): number {
    const entry = entryAt(view, depth);
    const { stack } = view;
    if (entry !== 0) return functionOf[entry - file.firstEntry] ?? -1;
    return stack.file[depth] === file.index ? (functionOf[stack.activation[depth]!] ?? -1) : -1;
  }

  /** Whether an enclosing frame of the same listing has the line open, so that it gets the time already. */
  function isOpenBelow(watched: WatchedFile, view: StackView, depth: number, site: number): boolean {
    const fn = functionAt(watched, view, depth);
    for (let below = depth - 1; below > 0; below--) {
      if (functionAt(watched, view, below) !== fn) continue;
      const isSampled = (view.published.entry[below] ?? 0) !== 0;
      const other = isSampled ? Math.abs(view.published.site[below]!) : view.stack.site[below]!;
      if (watched.lines[other] === watched.lines[site]) return true;
    }
    return false;
  }

  /** How long the line has been open without a new hit. */
  function stayOf(depth: number, { index, hits, leader }: CountedFile, site: number, elapsedMs: number): number {
    const hitsNow = hits[leader[site]!]!;
    const stay = (stays[depth] ??= { file: -1, site: 0, hits: 0, look: 0, time: 0 });
    const isSame = stay.file === index && stay.site === site && stay.hits === hitsNow;
    stay.time = isSame && stay.look === looks - 1 ? stay.time + elapsedMs : 0;
    stay.file = index;
    stay.site = site;
    stay.hits = hitsNow;
    stay.look = looks;
    return stay.time;
  }

  /**
   * The frame whose line is the one that this frame is on: where the line is open below as well, it has site 0 here. 0 where
   * nobody has it.
   */
  function holderOf({ published, stack }: StackView, depth: number, entry: number): number {
    const site = entry > 0 ? published.site[depth] : stack.site[depth];
    return site === 0 ? (stack.lineBelow[depth] ?? 0) : depth;
  }

  /** The line on top has the time itself. What the clock times, it takes apart by itself. */
  function bookSelf(view: StackView, depth: number, elapsedMs: number): void {
    const entry = entryAt(view, depth);
    const holder = holderOf(view, depth, entry);
    const holderEntry = holder === 0 ? DEAD : entryAt(view, holder);
    if (entry === 0 && holderEntry === 0) return;
    const isSampled = holderEntry > 0;
    const file = isSampled ? fileOfEntry(holderEntry)?.file : byIndex[view.stack.file[holder]!]?.file;
    const site = isSampled ? Math.abs(view.published.site[holder]!) : view.stack.site[holder]!;
    if (holderEntry !== DEAD && file !== undefined && site < file.sampledSelf.length)
      file.sampledSelf[site]! += elapsedMs;
  }

  /** The line of a frame by the clock has called the sampled one above it, of which the clock sees nothing. */
  function bookCallee(view: StackView, depth: number, elapsedMs: number): void {
    const holder = holderOf(view, depth, 0);
    if (holder === 0 || entryAt(view, holder) !== 0) return;
    const file = byIndex[view.stack.file[holder]!]?.file;
    const site = view.stack.site[holder]!;
    if (file !== undefined && site < file.sampledCallees.length) file.sampledCallees[site]! += elapsedMs;
  }

  /** Says whether the line is another one than at the last look, or has been hit since. */
  function bookLine(watched: WatchedFile, view: StackView, depth: number, elapsedMs: number): boolean {
    const { file, lines } = watched;
    const published = view.published.site[depth]!;
    const site = Math.abs(published);
    if (site === 0 || site >= lines.length) return false;
    if (published < 0 && isOpenBelow(watched, view, depth, site)) return false;
    file.sampledTime[site]! += elapsedMs;
    file.sampledSquares[site]! += elapsedMs * elapsedMs;
    file.samples[site]! += 1;
    const stay = stayOf(depth, file, site, elapsedMs);
    if (stay > file.sampledLongest[site]!) file.sampledLongest[site] = stay;
    return stay === 0;
  }

  function look(live: StackView, elapsedMs: number): number {
    const { stack, seen } = live;
    const frames = readFrames(live, still);
    const view = { ...live, published: still };
    looks++;
    chooser.beginLook(elapsedMs);
    let isSampled = false;
    let highest = 0;
    for (let depth = 1; depth <= frames; depth++) {
      const entry = entryAt(view, depth);
      if (entry >= 0) highest = depth;
      if (entry > 0) {
        if (fileOfEntry(entry) === undefined) return UNKNOWN_FILE;
        isSampled = true;
      } else if (entry === 0) {
        const watched = byIndex[stack.file[depth]!];
        if (watched !== undefined) watched.clockedAt[watched.functionOf[stack.activation[depth]!]!] = looks;
      }
    }
    if (!isSampled) return frames;
    seen[0]! += 1;
    seen[1]! += elapsedMs;
    bookSelf(view, highest, elapsedMs);
    let caller = 0;
    for (let depth = 1; depth <= frames; depth++) {
      const entry = entryAt(view, depth);
      const below = caller;
      if (entry >= 0) caller = depth;
      const watched = entry > 0 ? fileOfEntry(entry) : undefined;
      if (watched === undefined) continue;
      if (below > 0 && entryAt(view, below) === 0) bookCallee(view, below, elapsedMs);
      const isNew = bookLine(watched, view, depth, elapsedMs);
      watched.doubts.note(entry - watched.file.firstEntry, Math.abs(view.published.site[depth]!), looks, elapsedMs);
      const fn = watched.functionOf[entry - watched.file.firstEntry];
      if (fn !== undefined && isNew && depth === frames) chooser.noteOwn(watched.candidates, fn, elapsedMs);
      // The clock counts a function from its outermost frame on, so this is what it leaves out.
      if (fn === undefined || watched.clockedAt[fn] === looks || watched.sampledAt[fn] === looks) continue;
      watched.sampledAt[fn] = looks;
      watched.file.sampledTotal[fn]! += elapsedMs;
    }
    return frames;
  }

  return { learn, look };
}
