/**
 * `yield*` runs another iterator without a probe in between, so that iterator is handed over in a cover which tells
 * when control goes to it and comes back. Everything that `yield*` asks for is looked up when it asks, once, in the
 * same order, and results pass through as they are.
 */

/** What is told: control goes into the inner iterator, or has come back from it. */
export interface Passage {
  enter(): void;
  leave(): void;
}

type Method = (...args: unknown[]) => unknown;

const { apply } = Reflect;

/** `iterable` with its iterators covered. */
export function coverIterable(iterable: unknown, passage: Passage): unknown {
  if (iterable === null || iterable === undefined) return iterable;
  const source = iterable as Record<symbol, unknown>;
  return {
    get [Symbol.asyncIterator]() {
      return coverOpening(source[Symbol.asyncIterator], iterable, passage);
    },
    get [Symbol.iterator]() {
      return coverOpening(source[Symbol.iterator], iterable, passage);
    },
  };
}

/** A method that is none is for `yield*` to complain about. */
function coverOpening(open: unknown, iterable: unknown, passage: Passage): unknown {
  if (typeof open !== 'function') return open;
  return () => {
    const iterator = apply(open, iterable, []) as unknown;
    const isObject = (typeof iterator === 'object' && iterator !== null) || typeof iterator === 'function';
    return isObject ? new Cover(iterator as Record<string, unknown>, passage) : iterator;
  };
}

class Cover {
  readonly #iterator: Record<string, unknown>;
  readonly #passage: Passage;

  constructor(iterator: Record<string, unknown>, passage: Passage) {
    this.#iterator = iterator;
    this.#passage = passage;
  }

  get next(): unknown {
    return this.#cover(this.#iterator['next']);
  }

  get return(): unknown {
    return this.#cover(this.#iterator['return']);
  }

  get throw(): unknown {
    return this.#cover(this.#iterator['throw']);
  }

  #cover(method: unknown): unknown {
    if (typeof method !== 'function') return method;
    const [iterator, passage] = [this.#iterator, this.#passage];
    return (...args: unknown[]) => {
      passage.enter();
      try {
        return apply(method as Method, iterator, args);
      } finally {
        passage.leave();
      }
    };
  }
}
