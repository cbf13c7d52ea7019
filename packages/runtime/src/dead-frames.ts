/**
 * Finds frames that an exception took away and that code without probes caught, by comparing the shadow stack with
 * V8's own. Reading V8's costs some microseconds, so it is done only when a function that is already on the shadow
 * stack is entered again beyond what was last found to be true, once per doubling of a recursion's depth, or when a
 * `throw` has not been seen caught.
 */
import { now, offTheClock, wallNow } from './clock.js';
import { buryFrame, leaveUnreached } from './frames.js';
import { makeRoom, roomOnStack } from './sampling.js';
import { allSlots, type FileSlots, fileOfEntry } from './slots.js';
import { exceptionInFlight, isSampledAt, published, stack, top } from './stack.js';

/** The probe that the entered function called: V8's stack is read from its caller outwards. */
type Probe = (activation: number, site: number) => unknown;

function callSites(probe: Probe, limit: number): NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.prepareStackTrace = (_error, sites) => sites;
    Error.stackTraceLimit = limit;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, probe);
    return Array.isArray(holder.stack) ? (holder.stack as NodeJS.CallSite[]) : [];
  } catch {
    return [];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** By script and position: a number for each function that was ever entered. V8's frames of other functions have none. */
const places = new Map<unknown, Map<number, number>>();

/** No line is longer. */
const LONGEST_LINE = 2 ** 26;

/** Where a frame's function is written, in its script: the same for every call of the function. */
function positionOf(site: NodeJS.CallSite): number {
  return (site.getEnclosingLineNumber() ?? 0) * LONGEST_LINE + (site.getEnclosingColumnNumber() ?? 0);
}

function placeOf(site: NodeJS.CallSite): number | undefined {
  return places.get(site.getScriptNameOrSourceURL())?.get(positionOf(site));
}

let lastPlace = 0;

function learnPlace(file: FileSlots, activation: number, probe: Probe): void {
  const site = callSites(probe, 1)[0];
  if (site === undefined) return;
  const script = site.getScriptNameOrSourceURL();
  const known = places.get(script) ?? new Map<number, number>();
  places.set(script, known);
  const position = positionOf(site);
  const place = known.get(position) ?? ++lastPlace;
  known.set(position, place);
  file.places[activation] = place;
}

/** Depths of the frames that V8 shows as well, given the places on its stack, innermost first. */
function liveDepths(onStack: readonly number[]): ReadonlySet<number> {
  const depths: number[] = [];
  for (let depth = top[0]!; depth > 0; depth--) {
    if (!isDeadAt(depth) && placeAt(depth) !== 0) depths.push(depth);
  }
  // What stands at a known place may have a frame of which nobody knows where it stands.
  const known = new Set(depths.map(placeAt));
  const shown = onStack.filter((place) => known.has(place));
  // Of several frames of one function, V8 does not say which are gone. Where more are gone than left, it was a whole
  // recursion, and those on top of it live; else the newest ones went.
  const goneOutnumber = depths.length > 2 * shown.length;
  return goneOutnumber ? match(depths, shown) : match(depths.reverse(), [...shown].reverse());
}

/** Takes the frames in order and gives each the next place, if that is its own. */
function match(depths: readonly number[], shown: readonly number[]): ReadonlySet<number> {
  const live = new Set<number>();
  let next = 0;
  for (const depth of depths) {
    if (placeAt(depth) !== shown[next]) continue;
    live.add(depth);
    next++;
  }
  return live;
}

function isDeadAt(depth: number): boolean {
  return isSampledAt(depth) ? published.entry[depth]! < 0 : stack.owner[depth] === -1;
}

/** 0 where nobody knows. */
function placeAt(depth: number): number {
  if (!isSampledAt(depth)) return allSlots[stack.file[depth]!]?.places[stack.activation[depth]!] ?? 0;
  const entry = Math.abs(published.entry[depth]!);
  const file = fileOfEntry(entry);
  return file?.places[entry - file.firstEntry] ?? 0;
}

function noteDeath(depth: number, time: number): void {
  const entry = isSampledAt(depth) ? published.entry[depth]! : 0;
  const file = entry > 0 ? fileOfEntry(entry) : undefined;
  if (file !== undefined) file.died[Math.abs(published.site[depth]!)]! += 1;
  buryFrame(depth, null, time);
}

/** Of one that never began by the clock, nobody knows. */
function isAliveAt(depth: number, live: ReadonlySet<number>): boolean {
  return live.has(depth) || placeAt(depth) === 0;
}

/**
 * Of several frames of a function, V8 does not say which have ended. Those that seem to have stay on the stack, so that
 * one that goes on has its place: it publishes the line on which the next exception may end it. But not any number.
 */
const MOST_UNCLEAR = 256;

/** Down to where frames can be taken from the stack. */
function depthToKeep(live: ReadonlySet<number>, shown: readonly number[]): number {
  const isShown = new Set(shown);
  let highest = 0;
  let unclear = 0;
  for (let depth = top[0]!; depth > 0; depth--) {
    if (isAliveAt(depth, live)) return unclear > 0 && unclear <= MOST_UNCLEAR ? highest : depth;
    if (!isShown.has(placeAt(depth))) continue;
    highest ||= depth;
    unclear++;
  }
  return unclear <= MOST_UNCLEAR ? highest : 0;
}

/** Returns how many there were. */
function buryWhatIsNotOnStack(probe: Probe): number {
  const shown = callSites(probe, Number.POSITIVE_INFINITY)
    .slice(1)
    .map(placeOf)
    .filter((place) => place !== undefined);
  const live = liveDepths(shown);
  const time = now();
  const kept = depthToKeep(live, shown);
  let deaths = 0;
  for (let depth = top[0]!; depth > 0; depth--) {
    if (!isAliveAt(depth, live) && !isDeadAt(depth)) {
      noteDeath(depth, time);
      deaths++;
    }
    if (depth > kept) leaveUnreached(depth);
  }
  top[0] = kept;
  return deaths;
}

/** When the stacks were last compared, what that took, in ms, how deep the stack was found to be, and how many were dead. */
let lastCheck = { end: 0, cost: 0, depth: 0, deaths: 0 };

/** Comparing may take a fifth of the time at most, however deep the stacks are. */
const REST_PER_COST = 4;

/** Or as often as something has died, while there are no more frames than this: that takes some microseconds each. */
const FEW_FRAMES = 32;

/**
 * Unless this many frames, and as many again as there were, have been put on top: what comparing takes grows with the dead
 * frames, and while nobody compares, more of them are left.
 */
const MOST_UNCHECKED = 2_048;

/** Frames that sampled activations may put on top when comparing has to wait. */
const UNCHECKED_AT_ONCE = 64;

/** Whether an activation that is being entered may have dead frames of its own below it. */
export function isDoubtful({ openActivations, openLimit }: FileSlots, activation: number): boolean {
  const open = openActivations[activation]!;
  return open >= openLimit[activation]! || (open > 0 && exceptionInFlight[0] !== 0);
}

/** True: the shadow stack has been compared with V8's. False: that was done just now, and costs too much. */
function compareStacks(probe: Probe): boolean {
  const start = wallNow();
  const rest = start - lastCheck.end;
  const isDue = top[0]! >= 2 * lastCheck.depth + MOST_UNCHECKED;
  const isCheap = lastCheck.deaths > 0 && top[0]! <= FEW_FRAMES;
  if (!isDue && !isCheap && rest >= 0 && rest < REST_PER_COST * lastCheck.cost) return false;
  const deaths = buryWhatIsNotOnStack(probe);
  const end = wallNow();
  lastCheck = { end, cost: end - start, depth: top[0]!, deaths };
  return true;
}

/** Called when an activation is entered that is on the stack already, and once at its very first call. */
export function checkForDeadFrames(file: FileSlots, activation: number, probe: Probe): void {
  offTheClock(() => {
    exceptionInFlight[0] = 0;
    if (file.places[activation] === 0) {
      learnPlace(file, activation, probe);
      file.openLimit[activation] = 1;
    }
    const before = file.openActivations[activation]!;
    if (before === 0) return;
    if (!compareStacks(probe)) {
      file.openLimit[activation] = Math.max(file.openLimit[activation]!, before + 1);
      return;
    }
    const after = file.openActivations[activation]!;
    file.openLimit[activation] = after === before ? 2 * before : after + 1;
  });
}

/** Called when the shadow stack is deeper than it was last found to be right, or the sampler doubts it. */
export function checkDepth(file: FileSlots, activation: number, probe: Probe): void {
  offTheClock(() => {
    if (file.places[activation] === 0) learnPlace(file, activation, probe);
    const before = top[0]!;
    const isAnswer = compareStacks(probe);
    const frames = Math.max(roomOnStack(), isAnswer ? 2 * top[0]! : before + UNCHECKED_AT_ONCE);
    makeRoom(Math.min(frames, published.site.length - 1), isAnswer);
  });
}
