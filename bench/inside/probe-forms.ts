/**
 * What a probe could do in place of reading the clock, as small as it can be. None of these keeps complete books: they
 * tell what the parts of a sampled probe cost, not how it will look.
 */
import type { Depth, FileDescription } from '../../packages/runtime/src/index.js';

interface Form {
  enter(activation: number, site: number): Depth;
  line(depth: Depth, site: number): void;
  leave(depth: Depth): void;
}

type MakeForm = (description: FileDescription, hits: Float64Array) => Form;

const CAPACITY = 1 << 16;

/** Everything in a closure: of what lies in a module, a bundler makes variables, and V8 takes none of those for constant. */
function makeForms() {
  const shared = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
  const top = shared(1);
  /** Site of the open line, by depth. */
  const open = shared(CAPACITY);
  const activationAt = shared(CAPACITY);
  const slow = shared(1);

  /** Never taken here, but a call that V8 has to keep. */
  function slowPath(): void {
    slow[0]! += 1;
  }

  const counts: MakeForm = (_, hits) => ({
    enter(_activation, site) {
      hits[site]! += 1;
      return 1;
    },
    line(_depth, site) {
      hits[site]! += 1;
    },
    leave() {},
  });

  /** One place for the site that runs now; an activation keeps the outer one. Tells nothing about callers. */
  const leaf: MakeForm = (_, hits) => ({
    enter(_activation, site) {
      hits[site]! += 1;
      const outer = open[0]!;
      open[0] = site;
      return outer;
    },
    line(_depth, site) {
      hits[site]! += 1;
      open[0] = site;
    },
    leave(depth) {
      open[0] = depth;
    },
  });

  function push(site: number): Depth {
    const depth = top[0]! + 1;
    if (depth >= CAPACITY) slowPath();
    open[depth] = site;
    top[0] = depth;
    return depth;
  }

  const stacked: MakeForm = (_, hits) => ({
    enter(_activation, site) {
      hits[site]! += 1;
      return push(site);
    },
    line(depth, site) {
      hits[site]! += 1;
      open[depth] = site;
    },
    leave(depth) {
      top[0] = depth - 1;
    },
  });

  /** An activation by the clock has a negative depth, one by sampling a positive one. */
  const bySign: MakeForm = (description, hits) => ({
    ...stacked(description, hits),
    line(depth, site) {
      hits[site]! += 1;
      if (depth < 0) slowPath();
      open[depth] = site;
    },
  });

  /** Each site says by itself how it is timed. */
  const byFlag: MakeForm = (description, hits) => {
    const isSampled = new Uint8Array(description.sites.line.length).fill(1);
    return {
      ...stacked(description, hits),
      line(depth, site) {
        hits[site]! += 1;
        if (isSampled[site] === 0) slowPath();
        open[depth] = site;
      },
    };
  };

  /** Every line puts the stack right after an exception that nobody saw. */
  const healing: MakeForm = (description, hits) => ({
    ...stacked(description, hits),
    line(depth, site) {
      hits[site]! += 1;
      top[0] = depth;
      open[depth] = site;
    },
  });

  /** Knows how often each activation is on the stack, as the exact probes do. */
  const onStack: MakeForm = ({ activations }, hits) => {
    const times = new Int32Array(activations.length);
    return {
      enter(activation, site) {
        hits[site]! += 1;
        if (times[activation]! > CAPACITY) slowPath();
        times[activation]! += 1;
        const depth = push(site);
        activationAt[depth] = activation;
        return depth;
      },
      line(depth, site) {
        hits[site]! += 1;
        if (top[0] !== depth) slowPath();
        open[depth] = site;
      },
      leave(depth) {
        times[activationAt[depth]!]! -= 1;
        top[0] = depth - 1;
      },
    };
  };

  /** Everything that woven code may ask for, of a form that knows bodies that run in one go. */
  function probesOf(make: MakeForm) {
    return (description: FileDescription) => {
      const h = new Float64Array(
        new SharedArrayBuffer(8 * (description.sites.line.length + description.activations.length)),
      );
      const { enter: n, line: p, leave } = make(description, h);
      const e = <T>(depth: Depth, value?: T): T | undefined => {
        leave(depth);
        return value;
      };
      const l = (depth: Depth, site: number): readonly never[] => {
        p(depth, Math.abs(site));
        return [];
      };
      const q = <T>(depth: Depth, site: number, value: T): T => {
        open[depth] = Math.abs(site);
        return value;
      };
      const z = (depth: Depth, site: number) => {
        open[depth] = site;
      };
      const c = (depth: Depth, site: number) => {
        top[0] = depth;
        p(depth, site);
      };
      return { h, n, u: n, p, w: p, z, v: z, c, l, q, e, t: e, x: () => top[0] };
    };
  }

  return {
    counts: probesOf(counts),
    leaf: probesOf(leaf),
    stacked: probesOf(stacked),
    'by sign': probesOf(bySign),
    'by flag': probesOf(byFlag),
    healing: probesOf(healing),
    'on stack': probesOf(onStack),
  } as const;
}

export const forms = makeForms();
export type FormName = keyof typeof forms;
