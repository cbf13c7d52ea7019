/**
 * What happens to single frames of the shadow stack. Called by every probe: no allocation, no closures, plain loads
 * and stores. `bench/probe-cost` guards it.
 */
import { debt, READINGS, wallOf } from './clock.js';
import { lastLook } from './looks.js';
import { sampler } from './sampling.js';
import { allSlots, type FileSlots, fileOfEntry } from './slots.js';
import { growStack, isSampledAt, published, stack, top } from './stack.js';
import { noteUnreached } from './unreached.js';

/** Makes `site` the frame's open line. */
export function openLine(depth: number, site: number, time: number): void {
  stack.site[depth] = site;
  stack.lineStart[depth] = time;
  stack.lineReadings[depth] = debt[READINGS]!;
}

/** Puts a new frame on top. Its first line is `site`; nothing is counted. */
export function pushFrame(file: FileSlots, activation: number, site: number, owner: number, time: number): number {
  const depth = top[0]! + 1;
  while (depth >= stack.capacity) growStack();
  stack.file[depth] = file.index;
  stack.activation[depth] = activation;
  stack.owner[depth] = owner;
  stack.start[depth] = time;
  stack.startReadings[depth] = debt[READINGS]!;
  stack.lineBelow[depth] = 0;
  published.entry[depth] = 0;
  openLine(depth, site, time);
  file.open[file.functionOf[activation]!]! += 1;
  file.openActivations[activation]! += 1;
  // Last, because the sampler believes it.
  top[0] = depth;
  return depth;
}

/** Charges the open line of a frame with the time until `time`. */
export function chargeLine(file: FileSlots, depth: number, time: number): void {
  const site = stack.site[depth]!;
  const elapsed = time - stack.lineStart[depth]!;
  const readings = debt[READINGS]! - stack.lineReadings[depth]!;
  file.time[site]! += elapsed;
  file.stays[site]! += 1;
  file.readings[site]! += readings;
  if (elapsed > file.longest[site]!) {
    file.longest[site] = elapsed;
    file.longestReadings[site] = readings;
  }
  if (site === 0) creditLine(lineBelowOf(depth), -elapsed, -readings);
}

/** Takes the frame's activation out of the books; the outermost one of its function adds to the function's total. */
export function settleFrame(file: FileSlots, depth: number, time: number, readings = debt[READINGS]!): void {
  const activation = stack.activation[depth]!;
  const fn = file.functionOf[activation]!;
  file.openActivations[activation]! -= 1;
  if ((file.open[fn]! -= 1) === 0) {
    file.total[fn]! += time - stack.start[depth]!;
    file.totalReadings[fn]! += readings - stack.startReadings[depth]!;
  }
  creditCaller(depth, time, readings);
}

/**
 * The line that the frame below has open has called this one. Where that line is open further below as well, it has the
 * time there; `chargeLine` takes back what a frame had on such a line, which is not a callee's but the line's own.
 */
function creditCaller(depth: number, time: number, readings: number): void {
  const caller = stack.site[depth - 1] === 0 ? lineBelowOf(depth - 1) : depth - 1;
  creditLine(caller, time - stack.start[depth]!, readings - stack.startReadings[depth]!);
}

/** What the sampler times, it takes apart by itself. */
function creditLine(depth: number, time: number, readings: number): void {
  if (depth <= 0 || isSampledAt(depth)) return;
  const { callees, calleeReadings } = allSlots[stack.file[depth]!]!;
  const site = stack.site[depth]!;
  callees[site]! += time;
  calleeReadings[site]! += readings;
}

function lineBelowOf(depth: number): number {
  return isSampledAt(depth) ? 0 : stack.lineBelow[depth]!;
}

/** Ends the topmost frame. That proves nothing about the one below: it may have been dead when this one began. */
export function popFrame(file: FileSlots, depth: number, time: number): void {
  settleFrame(file, depth, time);
  top[0] = depth - 1;
}

/**
 * Ends a frame that went away unseen. `end` is when, if that is known; else the line gets what it is known to have
 * lived, and what it may have lived longer is kept beside that as uncertain. A suspendable body announces its end, so
 * it can only have been suspended; any other was ended by an exception.
 */
export function buryFrame(depth: number, end: number | null, time: number): void {
  if (isSampledAt(depth)) {
    const sampled = depth < stack.capacity ? stack.detachables[depth] : undefined;
    if (sampled?.depth === depth && sampled.entry === published.entry[depth]) {
      sampled.depth = 0;
      sampled.suspendedAt = lastLook();
    }
    published.entry[depth] = -Math.abs(published.entry[depth]!);
    return;
  }
  const file = allSlots[stack.file[depth]!];
  if (file === undefined || stack.owner[depth] === -1) return;
  stack.diedOn[depth] = stack.site[depth]!;
  const known = end ?? stack.lineStart[depth]!;
  if (end === null) file.stays[stack.site[depth]!]! += 1;
  else chargeLine(file, depth, end);
  file.uncertain[stack.site[depth]!]! += time - known;
  const detachable = stack.owner[depth]! > 0 ? stack.detachables[depth] : undefined;
  if (detachable !== undefined) {
    detachable.depth = 0;
    detachable.suspendedAt = wallOf(known);
  }
  settleFrame(file, depth, known, end === null ? stack.lineReadings[depth] : undefined);
  stack.owner[depth] = -1;
  stack.site[depth] = 0;
}

/** An exception has ended the line that the frame has open, or had when it was taken for dead. */
export function leaveUnreached(depth: number): void {
  const isSampled = isSampledAt(depth);
  const file = isSampled ? fileOfEntry(Math.abs(published.entry[depth]!)) : allSlots[stack.file[depth]!];
  const clocked = stack.owner[depth] === -1 ? stack.diedOn : stack.site;
  if (file !== undefined) noteUnreached(file, (isSampled ? published.site : clocked)[depth]!);
}

/** An exception ended the frames above `depth`: just now where the frame at `depth` has `caught` it, else nobody knows when. */
export function buryAbove(depth: number, caught: boolean, time: number): void {
  for (let above = top[0]!; above > depth; above--) {
    leaveUnreached(above);
    buryFrame(above, caught ? time : null, time);
  }
}

/**
 * Makes `depth` the topmost frame again. Frames above it are gone: an exception that this frame caught itself ended
 * them just now (`caught`), one that other code caught ended them earlier. A frame that had provisionally ended,
 * because a `finally` followed its `return`, or that was taken for dead, comes back to life.
 */
export function makeTop(file: FileSlots, depth: number, time: number, caught: boolean): void {
  if (caught) leaveUnreached(depth);
  buryAbove(depth, caught, time);
  if (top[0]! < depth || stack.owner[depth] === -1) reviveFrame(file, depth, time);
  top[0] = depth;
}

/** What passed since it was taken for ended belongs to nobody. */
function reviveFrame(file: FileSlots, depth: number, time: number): void {
  const activation = stack.activation[depth]!;
  file.open[file.functionOf[activation]!]! += 1;
  file.openActivations[activation]! += 1;
  stack.owner[depth] = 0;
  stack.start[depth] = time;
  stack.startReadings[depth] = debt[READINGS]!;
  openLine(depth, 0, time);
}

/** The JavaScript stack is known to be empty: whatever frames are left are dead. */
export function buryAll(time: number): void {
  for (let depth = top[0]!; depth > 0; depth--) {
    leaveUnreached(depth);
    buryFrame(depth, null, time);
  }
  top[0] = 0;
}

/** Whether an enclosing frame of the same listing has this site's line open, so that its time is counted there. */
export function isLineOpenBelow(file: FileSlots, depth: number, site: number): boolean {
  const fn = file.functionOf[stack.activation[depth]!]!;
  if (file.open[fn]! < 2 && sampler[0] === 0) return false;
  const line = file.lines[site]!;
  for (let below = depth - 1; below > 0; below--) {
    if (functionAt(file, below) !== fn || file.lines[siteAt(below)] !== line) continue;
    stack.lineBelow[depth] = below;
    return true;
  }
  return false;
}

/** The function of the file that a frame belongs to; -1 where it is another file's, or dead. */
function functionAt(file: FileSlots, depth: number): number {
  if (!isSampledAt(depth)) {
    if (stack.file[depth] !== file.index || stack.owner[depth] === -1) return -1;
    return file.functionOf[stack.activation[depth]!]!;
  }
  return file.functionOf[published.entry[depth]! - file.firstEntry] ?? -1;
}

function siteAt(depth: number): number {
  return isSampledAt(depth) ? Math.abs(published.site[depth]!) : stack.site[depth]!;
}
