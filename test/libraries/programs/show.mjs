/** Prints what a library answers so that two runs of a program can be compared byte for byte. */
import { inspect } from 'node:util';

const options = { depth: 8, breakLength: 120, maxArrayLength: 60, maxStringLength: 4_000, sorted: false };

/**
 * Text as it is, anything else as `inspect` shows it.
 *
 * @param {string} label
 * @param {unknown} value
 */
export function show(label, value) {
  console.log(`${label}: ${typeof value === 'string' ? value : inspect(value, options)}`);
}

/**
 * Shows what `act` answers or throws.
 *
 * @param {string} label
 * @param {() => unknown} act
 */
export function attempt(label, act) {
  try {
    show(label, act());
  } catch (error) {
    showError(label, error);
  }
}

/**
 * The same of a promise.
 *
 * @param {string} label
 * @param {() => unknown} act
 */
export async function attemptLater(label, act) {
  try {
    show(label, await act());
  } catch (error) {
    showError(label, error);
  }
}

/**
 * @param {string} label
 * @param {unknown} error
 */
function showError(label, error) {
  const text = error instanceof Object && 'message' in error ? `${Object(error).name}: ${error.message}` : error;
  console.log(`${label}: throws ${typeof text === 'string' ? text : inspect(text, options)}`);
}

/**
 * Calls every function that a library exports with each list of arguments. Lists are made anew, as a call may change them.
 *
 * @param {Record<string, any>} library
 * @param {() => readonly (readonly unknown[])[]} argumentLists
 * @param {{ readonly except?: readonly string[] }} [options]
 */
export function exercise(library, argumentLists, { except = [] } = {}) {
  const left = new Set(except);
  for (const name of Object.keys(library).sort()) {
    if (typeof library[name] !== 'function' || left.has(name)) continue;
    for (let index = 0; index < argumentLists().length; index++) {
      attempt(`${name} ${index}`, () => library[name](...(argumentLists()[index] ?? [])));
    }
  }
}

/** The same numbers from 0 to 1 in every run. */
export function seededRandom(seed = 1) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
