/** What a random program finds as globals: all that it logs, and what throws, waits or iterates without probes. */

/** A program that logs more than this is not worth its time: it is told to end, and not compared. */
const FUEL = 1500;

interface Trace {
  entries: string[];
  /** Callbacks that the event loop still owes. */
  pending: number;
  isOut: boolean;
}

export const trace: Trace = { entries: [], pending: 0, isOut: false };

/** Templates in the order in which they are first seen: one place hands over one object. */
let templates: object[] = [];

export function beginTrace(): void {
  trace.entries = [];
  trace.isOut = false;
  templates = [];
}

export function shown(value: unknown, depth = 2): string {
  if (typeof value === 'string') return JSON.stringify(value.replace(NAMELESS, '(intermediate value)'));
  if (typeof value === 'function') return `function ${value.name}/${value.length}`;
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Error) return `${value.name}: ${messageOf(value)}`;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return `[${value.map((element) => shown(element, depth - 1)).join()}]`;
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'null';
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
  const parts = descriptors.map(([key, { value: own, get }]) => `${key}:${get ? 'get' : shown(own, depth - 1)}`);
  return `${name === 'Object' ? '' : name}{${parts.join()}}`;
}

function note(entry: string): void {
  if (trace.entries.length > FUEL) {
    trace.isOut = true;
    throw new Error('out of fuel');
  }
  trace.entries.push(entry);
}

/**
 * Frames of the program itself: name and line. Columns move when text is inserted. V8 gives the call of a class's
 * initialisers no place of its own: it shows where it was before.
 */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').filter((line) => /^\s+at .*[/\\]input\.[cm]js:/.test(line));
  const frames = lines.map((line) =>
    line.trim().replace(/\(?(?:file:\/\/)?[^\s(]*[/\\]input\.[cm]js:(\d+):\d+\)?/, '$1'),
  );
  return frames.map((frame, index) =>
    frames[index - 1]?.includes('_initializer>') ? frame.replace(/\d+$/, '?') : frame,
  );
}

/** V8 shows what it cannot name, and how often depends on what stands inside the functions of the expression. */
const NAMELESS = /(?:\(intermediate value\))+/g;

/** V8 gives the read of a name no place of its own either. */
const READS = /is not defined|before initialization|constant variable/;

function messageOf({ message }: Error): string {
  return message.replace(/\S*[/\\]input\.[cm]js/g, 'input').replace(NAMELESS, '(intermediate value)');
}

export function told(error: unknown): string {
  if (!(error instanceof Error)) return shown(error);
  const head = `${error.name}: ${messageOf(error)}`;
  // What the end of a `using` block throws has no place at all.
  if ('suppressed' in error)
    return `${head} < ${told(error.suppressed)} < ${told((error as { error?: unknown }).error)}`;
  const [first = '', ...rest] = framesOf(error.stack ?? '');
  return [head, READS.test(head) ? first.replace(/\d+$/, '?') : first, ...rest].join(' | ');
}

function hop(id: number, times: number): Promise<void> {
  let result = Promise.resolve();
  for (let n = 0; n < times; n++) result = result.then(() => note(`${id} hop`));
  return result;
}

const isThrown = (id: number): Error => new TypeError(`fail ${id}`);

/** The end of a `using` block has no place of its own: V8 shows where it was before. */
function placeless(id: number): Error {
  const error = isThrown(id);
  error.stack = '';
  return error;
}

export const globals = {
  state: {} as Record<string, unknown>,
  v: (id: number, value: unknown = id % 3): unknown => {
    note(`#${id}`);
    return value;
  },
  log: (id: number, ...values: unknown[]): void => note([`#${id}`, ...values.map((value) => shown(value))].join(' ')),
  report: (id: number, error: unknown): void => note(`#${id} ! ${told(error)}`),
  fail: (id: unknown): never => {
    throw isThrown(Number(id));
  },
  nothing: (id: number): unknown => (id % 2 ? undefined : null),
  maybe: (_id: number, how: number): unknown =>
    how === 0 ? undefined : how === 1 ? { a: { 1: 2 }, b: 1, f: (x: unknown) => x } : null,
  tag: (strings: TemplateStringsArray, ...values: unknown[]): string => {
    if (!templates.includes(strings)) templates.push(strings);
    note(
      `tag ${templates.indexOf(strings)} ${JSON.stringify(strings.raw)} ${values.map((value) => shown(value)).join()}`,
    );
    return strings.join('|');
  },
  items(id: number, count: number): Iterable<number> {
    let n = 0;
    return {
      [Symbol.iterator]: () => ({
        next: () => {
          note(`>${id}`);
          return n < count ? { done: false, value: n++ } : { done: true, value: undefined as never };
        },
        return: (value: unknown) => {
          note(`${id} closed`);
          return { done: true, value: value as never };
        },
      }),
    };
  },
  aitems(id: number, count: number): AsyncIterable<number> {
    let n = 0;
    return {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          note(`>${id}`);
          await null;
          return n < count ? { done: false, value: n++ } : { done: true, value: undefined as never };
        },
        return: async () => {
          note(`${id} closed`);
          return { done: true, value: undefined as never };
        },
      }),
    };
  },
  wait: async (id: number, times: number, value: unknown = id): Promise<unknown> => {
    await hop(id, times);
    return value;
  },
  soon: (id: number, value: unknown): Promise<unknown> => {
    trace.pending++;
    return new Promise((resolve) => {
      setImmediate(() => {
        trace.pending--;
        note(`${id} soon`);
        resolve(value);
      });
    });
  },
  thenable: (id: number, value: unknown) => ({
    // biome-ignore lint/suspicious/noThenProperty: `await` takes any object that has one.
    then(resolve: (value: unknown) => void) {
      note(`${id} then`);
      resolve(typeof value === 'object' && value !== null && 'then' in value ? null : value);
    },
  }),
  later(id: number, promise: Promise<unknown>): number {
    promise.then(
      (value) => note(`${id} later ${shown(value)}`),
      (error) => note(`${id} rejected ${told(error)}`),
    );
    return id;
  },
  drain: async (generator: AsyncIterable<unknown>): Promise<number> => {
    let count = 0;
    for await (const value of generator) note(`drained ${++count} ${shown(value)}`);
    return count;
  },
  catching(id: number, run: (d: number) => unknown): unknown {
    try {
      return run(0);
    } catch (error) {
      note(`${id} caught ${told(error)}`);
      return null;
    }
  },
  twice: (_id: number, run: (d: number) => unknown): unknown[] => [run(0), run(1)],
  resource: (id: number, fails: boolean) => ({
    [Symbol.dispose ?? Symbol('dispose')]() {
      note(`${id} disposed`);
      if (fails) throw placeless(id);
    },
  }),
  aresource: (id: number, fails: boolean) => ({
    async [Symbol.asyncDispose ?? Symbol('asyncDispose')]() {
      note(`${id} disposed`);
      await hop(id, 2);
      if (fails) throw placeless(id);
    },
  }),
};
