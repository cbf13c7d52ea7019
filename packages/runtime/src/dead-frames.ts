/**
 * Finds frames that an exception took away and that code without probes caught, by comparing the shadow stack with
 * V8's own. Reading V8's costs some microseconds, so it is done only when a function that is already on the shadow
 * stack is entered again beyond what was last found to be true: once per doubling of a recursion's depth.
 */
import { now, offTheClock } from './clock.js';
import { buryFrame } from './frames.js';
import { allSlots, type FileSlots } from './slots.js';
import { stack, top } from './stack.js';

/** The probe that the entered function called: V8's stack is read from its caller outwards. */
type Probe = (activation: number, site: number) => unknown;

/** All places that were ever entered: tells frames of woven functions from the others. */
const knownPlaces = new Set<string>();

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

/** Where a frame's function is written, as V8 counts it: the same for every call of the function. */
function placeOf(site: NodeJS.CallSite): string {
  return `${site.getScriptNameOrSourceURL()}:${site.getEnclosingLineNumber()}:${site.getEnclosingColumnNumber()}`;
}

function learnPlace(file: FileSlots, activation: number, probe: Probe): void {
  const site = callSites(probe, 1)[0];
  if (site === undefined) return;
  const place = placeOf(site);
  file.places[activation] = place;
  knownPlaces.add(place);
}

/** Walks both stacks from the outside in; a shadow frame that V8 does not show is dead. */
function buryWhatIsNotOnStack(probe: Probe): void {
  const places = callSites(probe, Number.POSITIVE_INFINITY)
    .slice(1)
    .map(placeOf)
    .filter((place) => knownPlaces.has(place))
    .reverse();
  const time = now();
  let next = 0;
  let alive = 0;
  for (let depth = 1; depth <= top[0]!; depth++) {
    const place = allSlots[stack.file[depth]!]?.places[stack.activation[depth]!];
    if (place === undefined || stack.owner[depth] === -1) continue;
    const found = places.indexOf(place, next);
    if (found < 0) {
      buryFrame(depth, null, time);
    } else {
      next = found + 1;
      alive = depth;
    }
  }
  top[0] = alive;
}

/** Called when an activation is entered that is on the stack already, and once at its very first call. */
export function checkForDeadFrames(file: FileSlots, activation: number, probe: Probe): void {
  offTheClock(() => {
    if (file.places[activation] === undefined) {
      learnPlace(file, activation, probe);
      file.openLimit[activation] = 1;
    }
    const before = file.openActivations[activation]!;
    if (before === 0) return;
    buryWhatIsNotOnStack(probe);
    const after = file.openActivations[activation]!;
    file.openLimit[activation] = after === before ? 2 * before : after + 1;
  });
}
