/**
 * The contract between woven code and the runtime. The transformer writes it, the runtime answers it;
 * both are built against this file and carry its version.
 *
 * A woven file asks `globalThis[RUNTIME_KEY]` for its probes once, by handing over a {@link FileDescription}.
 */

/** Changes whenever woven code and runtime stop understanding each other. */
export const ABI_VERSION = 5;

/**
 * Woven code reaches the runtime by this name on the constructor of generator functions, which a file cannot hide by
 * a name of its own, or by the symbol of this name on `globalThis`.
 */
export const RUNTIME_KEY_TEXT = `kernts.runtime.${ABI_VERSION}`;

/** `exact`: every line by the clock. `off`: hits only, every time is 0. `auto`: clock and sampling together. */
export type TimingMode = 'auto' | 'exact' | 'off';

/** Begins every woven file, so that nothing is woven twice. */
export const WOVEN_MARKER = `/*kernts:woven:${ABI_VERSION}*/`;

/** Compilers drop the marker, as they do with comments, but not the name by which woven code reaches the runtime. */
export function isWoven(source: string): boolean {
  return source.includes(WOVEN_MARKER) || source.includes(RUNTIME_KEY_TEXT);
}

/** What a woven file tells about itself. Travels as JSON inside the file. */
export interface FileDescription {
  /** Absolute path, or whatever the transforming pipeline calls the file. */
  readonly path: string;
  /** SHA-256 of the source before weaving, hex. */
  readonly sha256: string;
  readonly functions: readonly FunctionDescription[];
  /** Index 0 is never a real activation. */
  readonly activations: readonly ActivationDescription[];
  readonly sites: SiteTable;
}

/** A listing: a function that was marked or selected, with all that belongs to it. */
export interface FunctionDescription {
  readonly name: string;
  readonly markLine: number | null;
  readonly line: number;
  readonly endLine: number;
}

/** Sites in columns, because there may be a hundred thousand. Index 0 is never a real site: time charged to it is dropped. */
export interface SiteTable {
  /** 1-based. */
  readonly line: readonly number[];
  /** 0-based, in UTF-16 code units. */
  readonly column: readonly number[];
  /** Index into {@link FileDescription.functions}. */
  readonly fn: readonly number[];
  /**
   * A site behind this one that is reached in any case unless an exception ends this one: it is not counted by itself, but
   * with the first site that it follows. 0 where there is none; absent where the file was not woven to be timed by `auto`.
   */
  readonly follower?: readonly number[];
}

/** A woven function body. `own` tells the listing's function itself from functions written inside it. */
export interface ActivationDescription {
  readonly fn: number;
  readonly own: boolean;
  /** Where `Probes.h` counts its calls: at its first site, where nothing else hits that, or behind all sites. */
  readonly calls: number;
}

/**
 * Depth of an activation on the shadow stack; 1 is the outermost. What is woven for automatic timing gets a negative one
 * while the clock times the activation and a positive one while it is sampled: a probe that returns a depth says which
 * of them the next probe is to be given. It is negative as well from the end of a `finally` on, with which a sampled
 * activation may have ended: if it goes on, its next line tells so by a probe.
 */
export type Depth = number;

/**
 * What a woven file gets for its description. One letter each, because they stand in the user's lines.
 *
 * Lower case: bodies that run in one go, identified by their depth. Upper case: bodies that can be suspended
 * (async functions, generators, modules with top-level await), identified by an object.
 */
export interface Probes {
  /**
   * Hits per site, then calls per activation, where they have a place of their own. Woven code counts here by itself:
   * `++h[5]`. Where it counts calls or rounds of a loop, it calls `g` after each 2^31: `++h[5]<<1||g()`.
   */
  readonly h: Int32Array;
  /** Before anything that is hit no more often can have gone once around. */
  g(): void;
  /**
   * Per activation: how many frames may be below one that begins by itself, because its lines are sampled; 0 or less where
   * it begins with `n` or `u`, less than 0 where one that runs on is to be given to `b` in the next round of a loop.
   */
  readonly m: Int32Array;
  /** [0]: depth of the topmost frame, 0 when there is none; less where the first one is to begin with `n` or `u`. */
  readonly o: Int32Array;
  /**
   * Site of the open line by depth; negative where it may be open in an enclosing function of the same listing. A sampled
   * activation that is the topmost frame begins a line by storing its site here.
   */
  readonly s: Int32Array;
  /** Number of the activation by depth, where it is sampled: that of the file's first one, `r`, and its own. */
  readonly j: Int32Array;
  readonly r: number;
  /** Begins an activation and its first line; site 0 when the first line has a probe of its own. */
  n(activation: number, site: number): Depth;
  /** As `n`, where the line may be open in an enclosing function of the same listing. */
  u(activation: number, site: number): Depth;
  /** Begins a line and counts a hit. */
  p(depth: Depth, site: number): void;
  /** As `p`, where the line may be open in an enclosing function of the same listing. */
  w(depth: Depth, site: number): void;
  /** Begins a line without a hit: control comes back to it. */
  z(depth: Depth, site: number): void;
  /** As `z`, where the line may be open in an enclosing function of the same listing. */
  v(depth: Depth, site: number): void;
  /** Begins the line of a `catch` or `finally`: ends what the exception left open. Counts a hit. */
  c(depth: Depth, site: number): Depth;
  /** As `p`, in a call's arguments: spreads to nothing. A negative site is one for `w`. */
  l(depth: Depth, site: number): readonly never[];
  /** As `z`; `value` passes through. A negative site is one for `v`. */
  q<T>(depth: Depth, site: number, value: T): T;
  /** Ends the activation; `value` passes through. */
  e<T>(depth: Depth, value?: T): T | undefined;
  /** Ends the activation by an exception; `error` passes through. */
  t<T>(depth: Depth, error: T): T;
  /** Depth of the innermost activation of this kind: for class fields and default values, which have no locals. */
  x(activation: number): Depth;
  /**
   * As `z` where each round of a loop comes past: from here on, the activation may be timed otherwise. A negative site is
   * one for `v`.
   */
  b(depth: Depth, site: number): Depth;
  /** Code that is not profiled has caught an exception: what it had put above `depth` has ended. `depth` as read from `o`. */
  k(depth: number): void;
  N(activation: number, site: number): Suspendable;
  U(activation: number, site: number): Suspendable;
  P(activation: Suspendable, site: number): void;
  W(activation: Suspendable, site: number): void;
  Z(activation: Suspendable, site: number): void;
  V(activation: Suspendable, site: number): void;
  C(activation: Suspendable, site: number): void;
  L(activation: Suspendable, site: number): readonly never[];
  Q<T>(activation: Suspendable, site: number, value: T): T;
  /** Suspends before `await` or `yield`; `value` passes through. */
  S<T>(activation: Suspendable, value?: T): T | undefined;
  /** Before `yield*`: covers the iterable so that the line is open while what it delegates to runs. */
  D<T>(activation: Suspendable, value: T): T;
  /** Resumes after `await`: no other activation can be running. */
  R<T>(activation: Suspendable, value: T): T;
  /** Resumes after `yield`. */
  Y<T>(activation: Suspendable, value: T): T;
  /** Ends a suspendable activation, whatever state it is in. */
  F(activation: Suspendable): void;
}

/** Opaque to woven code. */
export interface Suspendable {
  readonly id: number;
}

/** What `globalThis[Symbol.for(RUNTIME_KEY_TEXT)]` holds. */
export interface ProbeSource {
  open(description: FileDescription): Probes;
}
