/**
 * A program may have changed or removed methods that the runtime needs when it sums up. What is done here must do
 * without them, so what is to be undone hangs on a chain instead of lying in an array.
 */

const { create, defineProperty, getOwnPropertyDescriptor } = Object;
const { deleteProperty, ownKeys } = Reflect;

type Descriptors = Record<PropertyKey, PropertyDescriptor>;

interface Undo {
  readonly prototype: object;
  readonly key: PropertyKey;
  /** Undefined for what was not there. */
  readonly descriptor: PropertyDescriptor | undefined;
  readonly next: Undo | null;
}

function describe(prototype: object): Descriptors {
  const descriptors = create(null) as Descriptors;
  for (const key of ownKeys(prototype)) descriptors[key] = getOwnPropertyDescriptor(prototype, key) as never;
  return descriptors;
}

const arrays = describe(Array.prototype);
const maps = describe(Map.prototype);
const sets = describe(Set.prototype);

/** Gives a prototype the properties that it had, and no others, as far as they can be changed. */
function restore(prototype: object, descriptors: Descriptors, undo: Undo | null): Undo | null {
  let undos = undo;
  const present = ownKeys(prototype);
  for (let at = 0; at < present.length; at++) {
    const key = present[at]!;
    const descriptor = getOwnPropertyDescriptor(prototype, key);
    if (descriptors[key] !== undefined || descriptor?.configurable !== true) continue;
    undos = { prototype, key, descriptor, next: undos };
    deleteProperty(prototype, key);
  }
  const keys = ownKeys(descriptors);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    const descriptor = getOwnPropertyDescriptor(prototype, key);
    if (descriptor?.value === descriptors[key]?.value || descriptor?.configurable === false) continue;
    undos = { prototype, key, descriptor, next: undos };
    defineProperty(prototype, key, descriptors[key]!);
  }
  return undos;
}

/** Runs `work` with the methods that there were when the runtime was loaded, and puts the program's back. */
export function withOwnBuiltins<T>(work: () => T): T {
  let undo = restore(Array.prototype, arrays, null);
  undo = restore(Map.prototype, maps, undo);
  undo = restore(Set.prototype, sets, undo);
  try {
    return work();
  } finally {
    for (; undo !== null; undo = undo.next) {
      if (undo.descriptor === undefined) deleteProperty(undo.prototype, undo.key);
      else defineProperty(undo.prototype, undo.key, undo.descriptor);
    }
  }
}
